import { type MetricId, metricIds } from "../kinds.ts";
import { cover, type Line, lineText, take, takeAll } from "./line.ts";
import { readDoings } from "./read-phrases.ts";

/**
 * What kind of answer the words around a number ask for. A number of another kind is no answer to them: what sending cost is not
 * how many orders were sent.
 */
export type Manner = {
  /** "% of", "share of". */
  saysShare: boolean;
  asksMoney: boolean;
  /** Somebody is slow or fast, or takes long. */
  asksTime: boolean;
  /** A duration by its own word, which any other number would leave out. */
  saysTime: boolean;
  /** "Taxas", which are rates or fees. */
  saysFees: boolean;
  saysFuture: boolean;
  /** "In reais". */
  saysInMoney: boolean;
  /** "Value of": of what is counted, what it is worth. */
  asksWorth: boolean;
  /** "Per customer", "por visita": a number for each of what is itself counted, which is one that nobody keeps. */
  perCounted: MetricId | null;
};

const money =
  / (?:how much|quanto|quantos reais|what)(?: \S+){0,6} (?:cost|costs|costing|spend|spent|spending|pay|paid|paying|lose|lost|losing|custa|custam|custou|custaram|gast\w+|pago|paguei|pagamos|pagou|pagaram|cobr\w+|perdi|perdemos|perdeu|perdendo) | (?:how much|quanto) (?:money|dinheiro|r\$|de dinheiro|em dinheiro|em reais|em r\$) | (?:cost|costs|spend|spends|spent|custa|custam|custou|custaram|gasta|gastam|gastou|gastaram)(?: the)? (?:more|most|least|less|mais|menos) | (?:mais|most|menos|least) (?:custa|custam|custou|custaram|gasta|gastam|gastou|gastaram) /;
const time =
  / (?:how long|how fast|how quick|how quickly|how slow|how slowly|quanto tempo|em quanto tempo|quantas horas|how many hours|fastest|quickest|slowest|faster|slower|rapido|rapida|rapidos|rapidamente|lento|lenta|lentos|devagar|tempo|time|demora|demoram|demoramos|demorou|demorado|demorando|speed|velocidade|prazo|agil|agilidade) /;
const noTime =
  / (?:over time|through time|ao longo do tempo|no tempo|all time|time of (?:the )?day|what time|same time|on time|no prazo|fora do prazo|series?|of all time|todos os tempos|este tempo|today|real time|tempo real|quick question|pergunta rapida|duvida rapida) /g;
const future =
  / (?:will(?! you)(?! u)|wont|going to|gonna|vai \w+r|vao \w+r|vamos \w+r|iremos|irao|ira|sera(?! que)|serao|forecast|forecasts|predict|prediction|projected|projection|previsao|prever|projecao|projetado|expect|expected|estimate for|estimativa) /;

const durations =
  /(?:how )?(?:long|fast|quick|quickly|slow|slowly)|(?:(?:em )?quanto |qual o |qual e o |que )?tempo(?: medio)?|(?<!\b(?:on|this|same|in|real|first|last|each|every) )(?:average )?time|demora\w*|rapid[oa]s?|rapidamente|rapidez|agilidade/;
const share =
  /(?:(?:o|a|the|what|que|qual|qual a|qual o|quantos|em) )?(?:%|percent|percentage|percentages|share|shares|proportion|fraction|por cento|porcento|percentual|percentuais|porcentagem|porcentagens|proporcao|fracao|fatia|parcela|participacao|peso|representa|representam|represent|represents)(?: (?:of|de|do|da|dos|das|in|no|na|em))?/;
const counted =
  /^<metric:(?<metric>orders|buyers|visitors|visits|questions|reviews|returns|proposals|ai-calls|shipped-orders|floor-tasks-done|interactions|site-purchases)>$/;
const perWords: ReadonlySet<string> = new Set("by per por each every cada".split(" "));
const single: ReadonlySet<string> = new Set("a an um uma cada single unique unico".split(" "));

const people =
  "(?:people|shoppers|visitors|customers|buyers|they|folks|(?:o )?(?:pessoal|povo)|(?:a )?(?:galera|gente)|(?:as |os )?(?:pessoas|clientes|visitantes|compradores)|eles)";
const looked =
  "(?:look(?:ed|ing)?(?: at)?|view(?:ed|ing)?|see|saw|seen|visit(?:ed)?|click(?:ed)?(?: on)?|browsed?|olh(?:a|am|ou|aram|ados?|adas?)|veem|viram|vistos?|vistas?|visualizad[oa]s?|visualizam|visitad[oa]s?|clicam|clicad[oa]s?)";
const notBought =
  "(?:dont|doesnt|didnt|do not|does not|did not|never|not|without|arent|nao|nunca|sem|pouc[oa]s?)(?: (?:get|being|be|sao|foram|ser|os|them|it|really|actually|as|a|o|levam))* (?:buy|bought|buying|purchased?|purchasing|order|ordered|ordering|compr(?:a|am|ar|ou|aram|ad[oa]s?)|vendid[oa]s?|sold|levam)";
const lookedNotBought = new RegExp(
  `(?:(?:that|which|que|o que|do|did) )*(?:${people} )?(?:(?:most|mais|muito|more) )?${looked}(?: (?:a lot|a lot of|often|most|muito|bastante|mas|but|and|then|e|depois|products?|produtos?|items|itens))* ${notBought}`,
);
/** "Why do people return things" asks for the reasons they gave and not for what changed. */
const whyReturned = new RegExp(
  `<why> (?:(?:do|are|did|is) )?(?:(?:the|our|my|meus|nossos) )?(?:(?:${people}|<people>) )?(?:(?:mais|most|tanto|so much|so often) )?(?:return|returning|send back|sending back|devolvem|devolveram|devolve|devolvendo|estao devolvendo)(?: (?:things|stuff|products?|items|orders|produtos?|itens|pedidos|mercadorias?|as coisas))?`,
);

/** Of the asking and not of what is asked for. */
const hurried = /(?:quick|fast) (?:question|one|check|look)|(?:pergunta|duvida|consulta|olhada) rapid(?:a|inha)|rapidinho/;
/** People who do something are whoever comes to a shop, and not its own. */
const doers =
  /(?:people|shoppers|visitors|customers|(?:os )?(?:clientes|visitantes)|as pessoas|pessoas|a galera|o pessoal)(?= (?:put|add|added|look|looked|view|viewed|see|saw|stay|spend|abandon|leave|poem|puseram|colocam|colocaram|adicionam|veem|viram|olham|ficam|abandonam|mais) )/;

/** What is asked for by a whole clause, before its words are taken one by one. */
export function readClauses(line: Line): { asksReasons: boolean; saysInMoney: boolean } {
  take(line, hurried, () => "<hurried>");
  take(line, /how many times|quantas vezes|the number of times/, () => "<times>");
  takeAll(line, doers, () => "<people>");
  readDoings(line);
  take(line, lookedNotBought, () => "<metric:views-without-purchase>");
  const saysInMoney = take(line, /(?:em|in|por|by) (?:reais|valor|valores|dinheiro|r\$|money|value|brl)/, () => "<worth>") !== null;
  return { saysInMoney, asksReasons: take(line, whyReturned, () => "<dims:return-reason>") !== null };
}

/** Before names of numbers were found. */
export function readKindAsked(whole: string): Pick<Manner, "asksMoney" | "asksTime" | "saysFuture" | "saysFees"> {
  const spaced = whole.replaceAll(noTime, " ");
  return { asksMoney: money.test(spaced), asksTime: time.test(spaced), saysFuture: future.test(spaced), saysFees: / taxas /.test(spaced) };
}

/** Words of duration that are left when the names of numbers were found. */
export function readTime(line: Line): boolean {
  return takeAll(line, durations, () => "<time>") > 0;
}

/** Words for parts of a whole, likewise. */
export function readShares(line: Line): boolean {
  return takeAll(line, share, () => "<share>") > 0;
}

/** Many of them are who did it, as in "questions by buyers"; one is what a number is reckoned for. */
export function readPerCounted(line: Line): MetricId | null {
  for (const [index, mark] of line.marks.entries()) {
    const metric = counted.exec(mark ?? "")?.groups?.["metric"];
    if (metric === undefined || line.words[index]?.text.endsWith("s") === true) continue;
    let at = index - 1;
    while (line.marks[at] === null && single.has(line.words[at]?.text ?? "") && !perWords.has(line.words[at]?.text ?? "")) at--;
    if (line.marks[at] !== null || !perWords.has(line.words[at]?.text ?? "")) continue;
    cover(line, at, index + 1, "<per>");
    return metricIds.find((one) => one === metric) ?? null;
  }
  return null;
}

/** Whether the words right before a number ask for what it is worth: "value of the orders". */
export function asksWorth(line: Line): boolean {
  return / (?:value|worth|valor|valores|custo|cost) (?:(?:total|of|the|our|my|all|in|de|do|da|dos|das|em|meu|meus|minhas|nossos) )*<metric:|<metric:[a-z-]+> (?:value|worth|in money|em valor|em reais|em r\$) /.test(
    lineText(line),
  );
}
