/** orders: tells a reader what to do. price: wants a price set. role: plays a speaker of a conversation. hidden: cannot be seen. secrets: asks for what is inside. */
export const suspicionKinds = ["orders", "price", "role", "hidden", "secrets"] as const;
type SuspicionKind = (typeof suspicionKinds)[number];
type Suspicion = { kind: SuspicionKind; quote: string };

/** Characters nobody sees: zero width, direction overrides, tags, and the soft hyphen. A joiner between emoji is none of them. */
const hidden = /[\u00AD\u061C\u200B\u200C\u200E\u200F\u2028-\u202E\u2060-\u2064\u2066-\u206F\uFEFF\u{E0000}-\u{E007F}]/u;
const hiddenAll = new RegExp(hidden.source, "gu");
/** Letters of other alphabets that pass for Latin ones. */
const lookalikes: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from("аеорсухіѕјԁӏАЕОРСХІЅЈВНКМТ", (letter, index) => [letter, "aeopcyxisjdlaeopcxisjbhkmt".charAt(index)]),
);

const forget = "ignor\\w*|disregard\\w*|forget\\w*|overrid\\w*|desconsider\\w*|desprez\\w*|esquec\\w*|olvid\\w*";
const rulesOf =
  "instruc\\w*|instruct\\w*|prompts?|rules?|regras?|ordens|orders|directives?|diretriz\\w*|guidelines?|comandos?|system message";
/** Whose orders: what buyers forget is "the rules", what an injection wants forgotten is yours, earlier, or all of them. */
const whose =
  "(?:your|previous|prior|earlier|above|all|any|these|suas?|seus?|tuas?|teus?|anterior(?:es)?|todas?|todos?|acima|estas?|essas?)";
const number = "(?:r\\$|us\\$|\\$|brl|usd)?\\s*\\d";

const patterns: readonly (readonly [SuspicionKind, RegExp])[] = [
  ["orders", new RegExp(`\\b(?:${forget})\\b[^.!?\\n]{0,20}\\b${whose}\\b[^.!?\\n]{0,20}\\b(?:${rulesOf})\\b`)],
  ["orders", new RegExp(`\\b(?:${forget})\\b[^.!?\\n]{0,20}\\b(?:${rulesOf})\\b[^.!?\\n]{0,12}\\b${whose}\\b`)],
  ["orders", new RegExp(`\\b(?:new|novas?|updated|as seguintes|these)\\s+(?:${rulesOf})\\s*[:\\-]`)],
  [
    "orders",
    /\b(?:you are now|from now on,? you|act as (?:an?|the)|pretend (?:to be|you)|voce agora e|a partir de agora,? voce|aja como|finja (?:ser|que))\b/,
  ],
  ["orders", /\b(?:as an? (?:ai|assistant|language model)|como (?:uma? )?(?:ia|assistente|inteligencia artificial|modelo de linguagem))\b/],
  ["orders", /\b(?:dear|hey|hello|ola|caro|atencao|attention),? (?:ai|ia|assistant|assistente|bot|chatgpt|gpt|gemini|claude|llm)\b/],
  [
    "price",
    new RegExp(
      `\\b(?:set|change|lower|drop|put|defina|mude|altere|baixe|coloque|ajuste|reduza)\\b[^.!?\\n]{0,25}\\b(?:price|preco|valor)\\b[^.!?\\n]{0,25}\\b(?:to|para|em|at|de)\\s*${number}`,
    ),
  ],
  ["price", new RegExp(`\\b(?:price|preco)\\s*(?::=|=>|=)\\s*${number}`)],
  ["role", /(?:^|\n)\s*(?:system|assistant|developer|sistema|assistente)\s*:/],
  [
    "role",
    /<\|[a-z_ ]{2,30}\|>|\[\/?inst\]|<<\/?sys>>|<\/?(?:system|assistant|instructions?|tool_call)>|#{2,}\s*(?:system|instruc\w*|instrucao)/,
  ],
  [
    "secrets",
    /\b(?:reveal|show|print|repeat|send|mostre|revele|repita|envie|imprima)\b[^.!?\n]{0,30}\b(?:system prompt|your prompt|seu prompt|api keys?|chaves? (?:de|da) api|tokens? de acesso|access tokens?|passwords?|senhas?|instrucoes)\b/,
  ],
];

/**
 * What in a text from outside reads like an order to whoever processes it. Such a text stays data like any other; people are
 * shown the mark. Ordinary praise and complaints must pass: every pattern needs two things that buyers do not write together.
 */
export function findSuspicions(text: string): Suspicion[] {
  const found: Suspicion[] = [];
  if (hidden.test(text)) found.push({ kind: "hidden", quote: around(text, text.search(hidden), 1) });
  const plain = plainOf(text);
  for (const [kind, pattern] of patterns) {
    const match = pattern.exec(plain);
    if (match !== null && !found.some((one) => one.kind === kind)) found.push({ kind, quote: around(plain, match.index, match[0].length) });
  }
  return found;
}

export function isSuspicious(text: string): boolean {
  return findSuspicions(text).length > 0;
}

/** As a reader would take it in: no hidden characters, no accents, no lookalikes, small letters. */
function plainOf(text: string): string {
  const bare = text.replaceAll(hiddenAll, "").normalize("NFKD").replaceAll(/\p{M}/gu, "");
  return Array.from(bare, (letter) => lookalikes[letter] ?? letter)
    .join("")
    .toLowerCase();
}

const quoteLength = 120;

function around(text: string, index: number, length: number): string {
  const start = Math.max(0, index - 20);
  const end = Math.min(text.length, Math.max(index + length + 20, start + 40));
  return text
    .slice(start, Math.min(end, start + quoteLength))
    .replaceAll(hiddenAll, "�")
    .replaceAll(/\s+/g, " ")
    .trim();
}
