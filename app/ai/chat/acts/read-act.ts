import { foldText } from "#app/domain/text/normalise.ts";

/** Something a person asked to be done, as the rules read it. `target` is said in the person's own words. */
export type AskedAct =
  | { act: "pause-listing" | "activate-listing"; target: string }
  | { act: "set-price"; target: string; priceText: string }
  | { act: "count-bin"; target: string };

const listing = String.raw`(?:(?:o|os|a|the|my|meu|minha|este|esse|this|do|da)\s+)?(?:anuncio|listing|offer|oferta|ad)\s+(?:(?:do|da|de|of|for|called|chamado)\s+)?`;
const article = String.raw`(?:(?:o|a|os|as|the|do|da|de|of)\s+)?`;
const price = String.raw`(?:r\$\s*|us\$\s*|\$\s*|brl\s*)?(?<price>\d[\d.,]*\d|\d)(?:\s*(?:reais|brl|dollars|usd))?`;
const please = String.raw`(?:(?:por favor|please|pf|pode|could you|can you|quero que voce|i want you to)[\s,]+)?`;
const end = String.raw`[\s.!?]*(?:,?\s*(?:por favor|please|pf))?[\s.!?]*$`;

function pattern(body: string): RegExp {
  return new RegExp(`^[\\s]*${please}${body}${end}`, "d");
}

const pauses = pattern(
  String.raw`(?:pausa|pausar|pause|para|stop|suspende|suspender|desativa|desativar|deactivate)\s+(?:${listing})(?<target>\S.*?)`,
);
const resumes = pattern(
  String.raw`(?:reativa|reativar|ativa|ativar|retoma|retomar|despausa|despausar|resume|unpause|activate|reactivate)\s+(?:${listing})(?<target>\S.*?)`,
);
const sets = [
  pattern(
    String.raw`(?:muda|mudar|mude|altera|alterar|altere|troca|trocar|troque|poe|coloca|colocar|coloque|define|definir|ajusta|ajustar|ajuste)\s+(?:o\s+)?preco\s+(?:d[oae]s?\s+)?(?:(?:anuncio|oferta)\s+)?(?<target>\S.*?)\s+(?:para|em|a|por|pra)\s+${price}`,
  ),
  pattern(
    String.raw`(?:set|change|move|put|update|make)\s+(?:the\s+)?price\s+(?:of|for|on)\s+${article}(?:(?:listing|offer)\s+)?(?<target>\S.*?)\s+(?:to|at|=)\s+${price}`,
  ),
];
const counts = [
  pattern(
    String.raw`(?:cria|criar|crie|abre|abrir|abra|faz|fazer|faca|agenda|agendar|pede|pedir|planeja|planejar)\s+(?:uma?\s+)?(?:tarefa\s+de\s+)?contagem\s+(?:(?:para|de|do|da|no|na|em|pra)\s+)?(?:[oa]\s+)?(?:endereco|posicao|bin|local)?\s*(?<target>\S+(?:\s+\([^()]+\))?)`,
  ),
  pattern(String.raw`(?:conta|contar|conte)\s+(?:[oa]\s+)?(?:endereco|posicao|bin)\s+(?<target>\S+(?:\s+\([^()]+\))?)`),
  pattern(
    String.raw`(?:create|open|make|plan|schedule|add|start|draft)\s+(?:an?\s+)?(?:cycle\s+)?count(?:\s+task)?\s+(?:(?:for|of|in|at|on)\s+)?(?:the\s+)?(?:bin|location|place)?\s*(?<target>\S+(?:\s+\([^()]+\))?)`,
  ),
  pattern(String.raw`count\s+(?:the\s+)?(?:bin|location)\s+(?<target>\S+(?:\s+\([^()]+\))?)`),
];

const longestTarget = 200;

/** Reads an order to do something. A question about things that were done is none; undefined for those. */
export function readAct(text: string): AskedAct | undefined {
  if (text.length > 2 * longestTarget) return undefined;
  const folded = foldText(text).replaceAll("\n", " ");
  if (folded.length !== text.length) return undefined;
  const listingTarget = (found: RegExpExecArray | null) => targetIn(text, found);
  const paused = listingTarget(pauses.exec(folded));
  if (paused !== undefined) return { act: "pause-listing", target: paused };
  const resumed = listingTarget(resumes.exec(folded));
  if (resumed !== undefined) return { act: "activate-listing", target: resumed };
  for (const one of sets) {
    const found = one.exec(folded);
    const target = targetIn(text, found);
    if (target !== undefined) return { act: "set-price", target, priceText: found?.groups?.["price"] ?? "" };
  }
  for (const one of counts) {
    const target = targetIn(text, one.exec(folded));
    if (target !== undefined) return { act: "count-bin", target };
  }
  return undefined;
}

/** The person's own letters, accents and all: names are looked up by them. */
function targetIn(text: string, found: RegExpExecArray | null): string | undefined {
  const place = found?.indices?.groups?.["target"];
  if (place === undefined) return undefined;
  const target = text
    .slice(place[0], place[1])
    .replaceAll(/^["'“”«»‘’]+|["'“”«»‘’,;]+$/g, "")
    .trim();
  return target === "" || target.length > longestTarget ? undefined : target;
}
