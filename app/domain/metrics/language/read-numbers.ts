import { type Line, take } from "./line.ts";
import { numberPattern, readNumber, spokenNumber, readUnit, unitPattern } from "./periods/calendar-words.ts";
import type { Limit } from "./reading.ts";

const amount = (name: string) =>
  `(?<${name}Sign>r\\$ |us\\$ |\\$ |€ )?(?<${name}>\\d[\\d.,]*|${spokenNumber})(?<${name}Times>k| k|m| mil| thousand| million| milhao| milhoes)?(?<${name}Unit> (?:%|percent|por cento|reais|real|brl|dollars|dolares|usd|days?|dias?|hours?|horas?|stars?|estrelas?|points?|pontos?|times|vezes|minutes?|minutos?))?`;

const atLeast =
  "(?:at least|no less than|no fewer than|not fewer than|nao menos (?:de|que|do que)|not less than|minimum of|a minimum of|pelo menos|no minimo|ao menos|a partir de|um minimo de)";
/** "No more than 5" are five at most. */
const moreThan =
  "(?<!\\b(?:no|not|nao) )(?:(?:of |with |is |are |was |e )?(?:more|greater|higher|bigger|larger|longer) than|over|above|exceeding|mais de|mais que|mais do que|acima de|maior(?:es)? (?:que|do que)|superior(?:es)? a|passou de|passaram de)";
const atMost =
  "(?:at most|no more than|no greater than|no higher than|not over|nao mais (?:de|que|do que)|not more than|up to|maximum of|no maximo|ate|um maximo de)";
const lessThan =
  "(?<!\\b(?:no|not|nao) )(?:(?:of |with |is |are |was )?(?:less|fewer|lower|smaller|shorter) than|under|below|menos de|menos que|menos do que|abaixo de|menor(?:es)? (?:que|do que)|inferior(?:es)? a)";

const daysOf = { hour: 1 / 24, day: 1, week: 7, month: 30, quarter: 90, year: 365 } as const;

type Kind = { pattern: RegExp; isLow: boolean; isHigh: boolean; isStrict: boolean };
const one = (pattern: string, isLow: boolean, isHigh: boolean, isStrict: boolean): Kind => ({
  pattern: new RegExp(pattern),
  isLow,
  isHigh,
  isStrict,
});

const kinds: readonly Kind[] = [
  one(`${atLeast} ${amount("first")}`, true, false, false),
  one(`${amount("first")} (?:or more|or higher|or above|ou mais|ou acima|ou superior)`, true, false, false),
  one(`${moreThan} ${amount("first")}`, true, false, true),
  one(`${atMost} ${amount("first")}`, false, true, false),
  one(`${amount("first")} (?:or less|or fewer|or lower|or below|ou menos|ou abaixo)`, false, true, false),
  one(`${lessThan} ${amount("first")}`, false, true, true),
  one(`(?:exactly|equal to|exatamente|igual a|iguais a) ${amount("first")}`, true, true, false),
];
const range = new RegExp(`(?:between|entre|from|de) ${amount("first")} (?:and|e|to|a) ${amount("second")}`);

type Groups = Readonly<Record<string, string | undefined>>;

/** "1.000,50" and "1,000.50" are the same; a lone mark before three digits parts thousands. */
export function readAmount(text: string): number {
  const marks = text.match(/[.,]/g) ?? [];
  const last = marks.at(-1);
  if (last === undefined) return Number(text);
  const isThousands = marks.length === 1 ? /[.,]\d{3}$/.test(text) : marks.every((mark) => mark === last);
  if (isThousands) return Number(text.replaceAll(/[.,]/g, ""));
  const decimals = text.length - text.lastIndexOf(last) - 1;
  return Number(text.replaceAll(/[.,]/g, "")) / 10 ** decimals;
}

function amountOf(groups: Groups, name: "first" | "second"): number {
  const times = groups[`${name}Times`]?.trim();
  const factor = times === undefined ? 1 : /^(?:k|mil|thousand)$/.test(times) ? 1_000 : 1_000_000;
  const word = groups[name] ?? "";
  if (!/\d/.test(word)) return readNumber(word) * factor;
  return readAmount((groups[name] ?? "").replace(/[.,]$/, "")) * factor;
}

function limitFrom(groups: Groups, atLeastIs: number | null, atMostIs: number | null, isStrict: boolean): Limit {
  const unit = `${groups["firstUnit"] ?? ""}${groups["secondUnit"] ?? ""}`;
  const sign = `${groups["firstSign"] ?? ""}${groups["secondSign"] ?? ""}`;
  const isMoney = sign !== "" || /reais|real|brl|doll|dolar|usd/.test(unit);
  return {
    atLeast: atLeastIs,
    atMost: atMostIs,
    isStrict,
    isMoney,
    isPercent: /%|percent|cento/.test(unit),
    isStars: /star|estrela/.test(unit),
    isDays: /day|dia/.test(unit),
  };
}

const negative =
  /(?<!\b(?:reviews?|avaliac\S+|feedbacks?|notas?|ratings?|opinioes|comentarios) )(?:with (?:a )?|com )?(?:negativ[oa]s?|negative|below zero|abaixo de zero|menor que zero|less than zero|no prejuizo|prejuizo|at a loss|losing money|dando prejuizo|no vermelho|in the red)(?! (?:reviews?|feedbacks?|ratings?|comments?|stars?)\b)/;

const weeks = new RegExp(
  `(?:(?<low>${moreThan}|${atLeast})|${lessThan}|${atMost}) ${numberPattern} (?<span>weeks?|semanas?|months?|mes|meses)(?= (?:of|de) )`,
);

/** "Less than two weeks of cover", in days. */
function readWeeks(line: Line): Limit | null {
  const groups = take(line, weeks, () => "<limit>")?.groups;
  if (groups === undefined) return null;
  const days = readNumber(groups["count"]) * (groups["span"]?.startsWith("m") === true ? daysOf.month : daysOf.week);
  const [atLeastIs, atMostIs] = groups["low"] === undefined ? [null, days] : [days, null];
  return { atLeast: atLeastIs, atMost: atMostIs, isStrict: false, isMoney: false, isPercent: false, isStars: false, isDays: true };
}

/** What rows have to reach or stay under. */
export function readLimit(line: Line): Limit | null {
  if (take(line, negative, () => "<limit>") !== null)
    return { atLeast: null, atMost: 0, isStrict: true, isMoney: false, isPercent: false, isStars: false, isDays: false };
  const ofWeeks = readWeeks(line);
  if (ofWeeks !== null) return ofWeeks;
  const spanned = take(line, range, () => "<limit>");
  if (spanned?.groups !== undefined)
    return limitFrom(spanned.groups, amountOf(spanned.groups, "first"), amountOf(spanned.groups, "second"), false);
  for (const { pattern, isLow, isHigh, isStrict } of kinds) {
    const found = take(line, pattern, () => "<limit>");
    if (found?.groups === undefined) continue;
    const value = amountOf(found.groups, "first");
    return limitFrom(found.groups, isLow ? value : null, isHigh ? value : null, isStrict);
  }
  return null;
}

const within = new RegExp(
  `(?:within|in|em|dentro de|em ate|em menos de|in less than|in under|in fewer than|daqui a) (?:(?:the |os |as )?(?:next|proxim[oa]s) )?${numberPattern} ${unitPattern}(?: (?:or (?:less|fewer|sooner)|ou menos))?`,
);

/** "Within 10 days": what lies ahead, in days. */
export function readWithin(line: Line): number | null {
  const found = take(line, within, () => "<within>");
  const unit = readUnit(found?.groups?.["unit"]);
  return found === null || unit === undefined ? null : readNumber(found.groups?.["count"]) * daysOf[unit];
}
