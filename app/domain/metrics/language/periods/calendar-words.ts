import type { Grain } from "../../kinds.ts";
import { shift } from "../../period.ts";

/** Parts of patterns, with the groups they fill. All of them are of folded words. */
/** By their value, the words for it in either language. */
const wordsOfNumbers: readonly (readonly [number, string])[] = [
  [1, "a an one um uma"],
  [2, "two couple dois duas"],
  [3, "three tres"],
  [4, "four quatro"],
  [5, "five cinco"],
  [6, "six seis"],
  [7, "seven sete"],
  [8, "eight oito"],
  [9, "nine nove"],
  [10, "ten dez"],
  [11, "eleven onze"],
  [12, "twelve doze"],
  [14, "fourteen quatorze catorze"],
  [15, "fifteen quinze"],
  [20, "twenty vinte"],
  [30, "thirty trinta"],
  [40, "forty quarenta"],
  [50, "fifty cinquenta"],
  [60, "sixty sessenta"],
  [90, "ninety noventa"],
  [100, "hundred cem"],
  [1_000, "mil"],
];
const numberWords: ReadonlyMap<string, number> = new Map(
  wordsOfNumbers.flatMap(([value, words]) => words.split(" ").map((word): [string, number] => [word, value])),
);

export const numberPattern = `(?<count>\\d{1,4}|${[...numberWords.keys()].join("|")})`;

/** Numbers as words, without those that are articles too. */
export const spokenNumber = [...numberWords.keys()].filter((word) => !/^(?:a|an|um|uma)$/.test(word)).join("|");

export function readNumber(text: string | undefined): number {
  return text === undefined ? Number.NaN : (numberWords.get(text) ?? Number(text));
}

const unitWords: Readonly<Record<Grain, string>> = {
  hour: "hours?|hrs?|horas?|h",
  day: "days?|dias?|d",
  week: "weeks?|semanas?",
  month: "months?|mes|meses",
  quarter: "quarters?|trimestres?",
  year: "years?|anos?",
};

export const unitPattern = `(?<unit>${Object.values(unitWords).join("|")})`;

const unitEntries = Object.entries(unitWords).map(([unit, words]) => ({ unit, words: new RegExp(`^(?:${words})$`) }));
const grainOf: Readonly<Record<string, Grain>> = {
  hour: "hour",
  day: "day",
  week: "week",
  month: "month",
  quarter: "quarter",
  year: "year",
};

export function readUnit(text: string | undefined): Grain | undefined {
  const found = unitEntries.find(({ words }) => text !== undefined && words.test(text));
  return found === undefined ? undefined : grainOf[found.unit];
}

const monthNames = [
  ["january", "janeiro", "jan"],
  ["february", "fevereiro", "feb", "fev"],
  ["march", "marco", "mar"],
  ["april", "abril", "apr", "abr"],
  ["may", "maio", "mai"],
  ["june", "junho", "jun"],
  ["july", "julho", "jul"],
  ["august", "agosto", "aug", "ago"],
  ["september", "setembro", "sept", "sep", "set"],
  ["october", "outubro", "oct", "out"],
  ["november", "novembro", "nov"],
  ["december", "dezembro", "dec", "dez"],
];

/** Short names are words of their own in one language or the other ("set", "out", "may"): they count where a number is beside them. */
export const anyMonth = `(?<month>${monthNames.flat().join("|")})`;
const ownWords = new Set(["may", "mar"]);
export const longMonth = `(?<month>${monthNames
  .flat()
  .filter((name) => name.length > 4 || name === "june" || name === "july" || name === "maio")
  .filter((name) => !ownWords.has(name))
  .join("|")})`;

/** From 1. */
export function readMonth(text: string | undefined): number {
  return monthNames.findIndex((names) => text !== undefined && names.includes(text)) + 1;
}

export const weekdayPattern =
  "(?<weekday>monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|wed|thu|fri|(?:segunda|terca|quarta|quinta|sexta)(?: feira)?|sabado|domingo)";
export const weekdaysPattern =
  "(?<weekdays>mondays|tuesdays|wednesdays|thursdays|fridays|saturdays|sundays|(?:segundas|tercas|quartas|quintas|sextas)(?: feiras?)?|sabados|domingos)";
const weekdayStarts = ["mon|seg", "tue|ter", "wed|qua", "thu|qui", "fri|sex", "sat|sab", "sun|dom"].map(
  (starts) => new RegExp(`^(?:${starts})`),
);

/** Monday is 1. */
export function readWeekday(text: string | undefined): number {
  return weekdayStarts.findIndex((start) => text !== undefined && start.test(text)) + 1;
}

const ordinals: readonly RegExp[] = [
  /^(?:first|1st|1|1o|1a|primeir[oa])$/,
  /^(?:second|2nd|2|2o|2a|segund[oa])$/,
  /^(?:third|3rd|3|3o|3a|terceir[oa])$/,
  /^(?:fourth|4th|4|4o|4a|quart[oa])$/,
];
export const ordinalPattern = "(?<nth>first|second|third|fourth|1st|2nd|3rd|4th|[1-4][oa]?|primeir[oa]|segund[oa]|terceir[oa]|quart[oa])";

export function readOrdinal(text: string | undefined): number {
  return ordinals.findIndex((one) => text !== undefined && one.test(text)) + 1;
}

export const yearPattern = "(?<year>(?:19|20|21)\\d\\d)";
/** What may stand between a month or a quarter and its year. */
export const ofYear = `(?: (?:of |de |do |in |em )?(?:${yearPattern}|(?<lastYear>last year|(?:o )?ano passado)|(?<thisYear>this year|(?:de)?ste ano|este ano)))`;

/** A month by where today stands in it: "of the month", "do mês passado". */
export const nearMonth =
  "(?<near>of (?:the|this|the current|last|the last) month|(?:do|deste|desse|d o|de este) (?:ultimo )?mes(?: passado| anterior| atual| corrente)?)";

/** The first day of it. */
export function readNearMonth(text: string, now: string): string {
  const first = `${now.slice(0, 7)}-01`;
  return /last|passado|anterior|ultimo/.test(text) ? shift(first, -1, "month") : first;
}

/** Every short or long name of a month, without a group: for what stands beside another one. */
export const plainMonth = `(?:${monthNames.flat().join("|")})`;
