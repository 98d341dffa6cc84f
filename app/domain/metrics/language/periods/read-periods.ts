import { shift, startOfUnit } from "../../period.ts";
import type { When } from "../../schemas.ts";
import { type Line, take, takeAll } from "../line.ts";
import { readWeekday, weekdaysPattern } from "./calendar-words.ts";
import { dateRules } from "./date-rules.ts";
import { feastRules } from "./feasts.ts";
import type { Period, PeriodRule, Today } from "./kinds.ts";
import { dayOf, fixed } from "./make.ts";
import { partRules } from "./part-rules.ts";
import { lastOfThem, rollingRules } from "./rolling-rules.ts";

/** What a week or a year can be said to be of comes before the weeks that move with today. */
const datesFirst: readonly PeriodRule[] = [...dateRules.slice(0, 2), ...feastRules, ...partRules, ...dateRules.slice(2)];

/** A weekday said in the plural is no day: "on Fridays" narrows to all of them. */
const everyWeekday = new RegExp(`(?:(?:on|as|aos|nas|nos|every|todas as|todos os) )?${weekdaysPattern}`);
const everyWeekend = /(?:(?:on|during|in|as|aos|nos|em|dos|de|every|todos os) )?(?:the )?(?:weekends|fins de semana|finais de semana)/;
const everyWorkday =
  /(?:(?:on|during|nos|aos|em|dos|de) )(?:the )?(?:weekdays|week days|business days|working days|workdays|dias uteis|dias de semana)/;

const since =
  /(?:since|desde|a partir de|a contar de|starting(?: from| on)?) (?:o |a |the )?(?:(?:beginning|start|inicio|comeco) (?:of|de|do|da) )?<period:(?<from>\d+)>(?! (?:a|ate|to|until|till|through|-) (?:o |a |the )?<period)/;
const onwards =
  /from <period:(?<from>\d+)> (?:on|onwards?|till now|until now|to now)|(?:de )?<period:(?<other>\d+)> (?:ate hoje|ate agora|ate aqui|ate o momento|em diante|until today|until now|up to now|to now|to date|so far)/;
const weekOf =
  /(?:the |a |na )?(?:week|semana) (?:(?<starts>starting|beginning|commencing|from|that (?:starts|started|begins|began)|que (?:comeca|comecou)|comecando|iniciada)|of|de|do|da)(?: on| em| no| o| a)? <period:(?<day>\d+)>/;
const months =
  /(?<!\b(?:differ|difference|diferenca|change|changed|comparison|comparacao|compar\S+|variacao)\b.*)<period:(?<from>\d+)> (?:and|e) (?:(?:in|of|em|de) )?<period:(?<to>\d+)>/;
const between =
  /(?<!\b(?:differ|difference|diferenca|change|changed|comparison|comparacao|compar\S+|variacao)\b.*)(?:between|entre) (?:o |a |os |as |the )?<period:(?<from>\d+)> (?:and|e|a|to) (?:o |a |the )?<period:(?<to>\d+)>/;
const stretch =
  /(?:(?:from|de|do|da|desde|since) )?(?:o |a |the )?<period:(?<from>\d+)> (?:to|until|till|through|thru|up to|a|ao|ate|-) (?:o |a |the )?<period:(?<to>\d+)>/;
/** "Over 2025" is that year where nothing else says when and nothing is counted behind it; "above 2025" can be either. */
const yearOver = new RegExp(
  `(?<!\\b(?:with|com|having|that|which|whose|where|que|cuj[oa]s?)\\b.*)(?:over|(?<either>above|acima de)) (?:the year )?(?<year>20[12]\\d)(?=$| (?:by|per|por|each|cada|in|on|at|for|of|from|em|no|na|nos|nas|de|do|da|only|just|compared|vs|versus|and|e|please)(?: |$))`,
);
/** Around a stretch, and nothing of a name. */
const during = /(?:throughout|in the course of|over the course of|ao longo d[eoa]s?|no decorrer d[eoa]s?|no curso d[eoa]s?)(?= <period)/;
const openStart =
  /(?:until|till|before|up to|ate|antes de|antes da|antes do|after|depois de|depois da|depois do|apos) (?:o |a |the )?<period:(?<only>\d+)>/;

/** Finds phrases of time and puts `<period:n>` in their place; what `since` and `between` make of them is one period. */
export function readPeriods(line: Line, today: Today): Period[] {
  const periods: Period[] = [];
  const keep = (period: Period) => `<period:${periods.push(period) - 1}>`;
  readAll(line, [lastOfThem], today, keep);
  takeAll(line, everyWeekday, ({ groups }) => `<value:weekday=${readWeekday(groups?.["weekdays"])}>`);
  takeAll(line, everyWeekend, () => "<value:weekday=6+7>");
  takeAll(line, everyWorkday, () => "<value:weekday=1+2+3+4+5>");
  readAll(line, datesFirst, today, keep);
  const at = (text: string | undefined) => periods[Number(text)] ?? ({ refused: "period-unclear" } as const);
  take(line, weekOf, ({ groups }) => keep(weekAround(at(groups?.["day"]), groups?.["starts"] !== undefined, today)));
  readAll(line, rollingRules, today, keep);
  const combine = (one: string | undefined, other: string | undefined) => keep(spanning(at(one), at(other), today));
  take(line, between, ({ groups }) => combine(groups?.["from"], groups?.["to"]));
  take(line, months, ({ groups }) => monthsTogether(at(groups?.["from"]), at(groups?.["to"]), today, keep));
  take(line, stretch, ({ groups }) => combine(groups?.["from"], groups?.["to"]));
  const untilNow = (text: string | undefined) => keep(sinceThen(at(text), today));
  take(line, onwards, ({ groups }) => untilNow(groups?.["from"] ?? groups?.["other"]));
  take(line, since, ({ groups }) => untilNow(groups?.["from"]));
  take(line, openStart, () => keep({ refused: "period-unclear" }));
  if (periods.length === 0) take(line, yearOver, ({ groups }) => keep(wholeYear(groups ?? {}, today)));
  takeAll(line, during, () => "<during>");
  return periods;
}

function readAll(line: Line, rules: readonly PeriodRule[], today: Today, keep: (period: Period) => string): void {
  for (const { pattern, read } of rules) {
    takeAll(line, pattern, ({ groups }) => {
      const period = read(groups ?? {}, today);
      return period === null ? null : keep(period);
    });
  }
}

function wholeYear({ year = "", either }: Readonly<Record<string, string | undefined>>, today: Today): Period {
  return either === undefined ? fixed(today, `${year}-01-01`, `${Number(year) + 1}-01-01`) : { refused: "period-unclear" };
}

/** The week that a day lies in, or the seven days from it on. */
function weekAround(day: Period, isStart: boolean, today: Today): Period {
  if ("refused" in day) return day;
  const from = isStart ? day.when.from : startOfUnit(day.when.from, "week");
  return fixed(today, from, shift(from, 7, "day"));
}

/** "October and November" are one stretch; of days and weeks each is meant by itself. */
function monthsTogether(one: Period, other: Period, today: Today, keep: (period: Period) => string): string | null {
  if ("refused" in one || "refused" in other || one.when.to !== other.when.from) return null;
  const isLong = shift(one.when.from, 28, "day") <= one.when.to && shift(other.when.from, 28, "day") <= other.when.to;
  return isLong ? keep(fixed(today, one.when.from, other.when.to)) : null;
}

/** Up to and with today; what moves with today holds it already. */
function sinceThen(period: Period, today: Today): Period {
  if ("refused" in period || period.when.rolling?.kind === "this") return period;
  return fixed(today, period.when.from, shift(dayOf(today), 1, "day"));
}

function spanning(one: Period, other: Period, today: Today): Period {
  if ("refused" in one) return one;
  if ("refused" in other) return other;
  // "Of this month up to today" is this month, which reaches no further yet.
  if (one.when.rolling?.kind === "this" && other.when.rolling?.kind === "this" && other.when.to <= one.when.to) return one;
  return fixed(today, one.when.from, other.when.to);
}

export function isSameStretch(one: Pick<When, "from" | "to">, other: Pick<When, "from" | "to">): boolean {
  return one.from === other.from && one.to === other.to;
}
