import { dayOfWeek } from "#app/platform/zoned-days.ts";
import { shift, startOfUnit } from "../../period.ts";
import {
  anyMonth,
  nearMonth,
  numberPattern,
  ordinalPattern,
  readMonth,
  readNearMonth,
  readNumber,
  readOrdinal,
  readUnit,
  unitPattern,
  weekdayPattern,
  yearPattern,
  readWeekday,
} from "./calendar-words.ts";
import type { Period, PeriodRule, Today } from "./kinds.ts";
import { dayOf, fixed, isoDay, months, rolling, yearFor } from "./make.ts";

type Groups = Readonly<Record<string, string | undefined>>;

function rule(pattern: string, read: PeriodRule["read"]): PeriodRule {
  return { pattern: new RegExp(pattern), read };
}

/** The first day of the month that is named, or that is near. */
function monthOf(groups: Groups, today: Today): string | undefined {
  if (groups["near"] !== undefined) return readNearMonth(groups["near"], today.now);
  const month = readMonth(groups["month"]);
  return isoDay(yearFor(today, groups["year"], `${String(month).padStart(2, "0")}-01`), month, 1);
}

/** The n-th seven days of a month; the last week are its last seven. */
function weekOfMonth(groups: Groups, today: Today): Period {
  const first = monthOf(groups, today);
  if (first === undefined) return { refused: "period-unclear" };
  const nth = readOrdinal(groups["nth"]);
  const end = shift(first, 1, "month");
  const from = nth === 0 ? shift(end, -7, "day") : shift(first, (nth - 1) * 7, "day");
  return fixed(today, from, shift(from, 7, "day"));
}

function halfMonth(groups: Groups, today: Today): Period {
  const first = groups["month"] === undefined && groups["near"] === undefined ? `${today.now.slice(0, 7)}-01` : monthOf(groups, today);
  if (first === undefined) return { refused: "period-unclear" };
  const middle = shift(first, 15, "day");
  return readOrdinal(groups["nth"]) === 1 ? fixed(today, first, middle) : fixed(today, middle, shift(first, 1, "month"));
}

function firstOfMonth(groups: Groups, today: Today): Period {
  const from = monthOf(groups, today);
  const unit = readUnit(groups["unit"]);
  if (from === undefined || (unit !== "day" && unit !== "week")) return { refused: "period-unclear" };
  return fixed(today, from, shift(from, readNumber(groups["count"]), unit));
}

function lastOfMonth(groups: Groups, today: Today): Period {
  const first = monthOf(groups, today);
  if (first === undefined) return { refused: "period-unclear" };
  const end = shift(first, 1, "month");
  return fixed(today, shift(end, -readNumber(groups["count"]), "day"), end);
}

function firstOfYear(groups: Groups, today: Today): Period {
  const year = Number(today.now.slice(0, 4)) - (groups["lastYear"] === undefined ? 0 : 1);
  return months(today, 1, readNumber(groups["count"]), groups["year"] ?? String(year));
}

/** Two days of a month that is near; without one, of the newest in which the first of them has come. */
function daysOfNear(groups: Groups, today: Today): Period {
  const [first, second] = [Number(groups["first"]), Number(groups["second"])];
  const current = `${today.now.slice(0, 7)}-01`;
  const isAhead = groups["near"] === undefined && first > Number(today.now.slice(8, 10));
  const month = groups["near"] === undefined ? (isAhead ? shift(current, -1, "month") : current) : readNearMonth(groups["near"], today.now);
  const day = (nth: number) => isoDay(Number(month.slice(0, 4)), Number(month.slice(5, 7)), nth);
  const [from, to] = [day(first), day(second)];
  return from === undefined || to === undefined ? { refused: "period-unclear" } : fixed(today, from, shift(to, 1, "day"));
}

/** From one day of a week to another, both counted. */
function daysOfWeek(groups: Groups, today: Today): Period {
  const monday = shift(startOfUnit(today.now, "week"), groups["this"] === undefined ? -1 : 0, "week");
  const at = (text: string | undefined) => shift(monday, readWeekday(text) - 1, "day");
  return fixed(today, at(groups["weekday"]), shift(at(groups["end"]), 1, "day"));
}

/** Weeks as they are numbered through a year: the first is that of its fourth day. */
function numberedWeek(groups: Groups, today: Today): Period {
  const monday = (year: number) => {
    const fourth = `${year}-01-04`;
    return shift(shift(fourth, 1 - dayOfWeek(fourth), "day"), Number(groups["week"]) - 1, "week");
  };
  const current = Number(today.now.slice(0, 4));
  if (Number(groups["week"]) < 1 || Number(groups["week"]) > 53) return { refused: "period-unclear" };
  const newest = monday(current) <= dayOf(today) ? current : current - 1;
  const from = monday(groups["year"] === undefined ? newest : Number(groups["year"]));
  return fixed(today, from, shift(from, 7, "day"));
}

const ofMonth = `(?:(?:of|de|do|da) ${anyMonth}(?: (?:of |de )?${yearPattern})?|${nearMonth})`;
const between = "(?:(?:from|between|entre|de|do|das|dos|from the|between the) )?(?:(?:os |the )?(?:dias?|days?) |the |o )?";
const and = "(?:a|ao|ate|ate o|to|until|till|through|and|e|e o|e o dia|ao dia|ate o dia|a o|and the|to the|-)";
const ofWeek =
  "(?:of |in |da |na |de )?(?:the )?(?:(?<last>last week|previous week|semana passada|ultima semana|semana anterior)|(?<this>this week|esta semana|essa semana|desta semana|dessa semana))";

/** Parts of months, weeks and years. */
export const partRules: readonly PeriodRule[] = [
  rule(`(?:last )?(?:saturday and sunday|sabado e domingo)(?: passados?)?`, (_, today) => {
    const saturday = shift(startOfUnit(today.now, "week"), -2, "day");
    return fixed(today, saturday, shift(saturday, 2, "day"));
  }),
  rule(`(?:the |a |na )?(?:${ordinalPattern}|last|ultima) (?:week|semana) ${ofMonth}`, weekOfMonth),
  rule(`(?:the |a |na )?${ordinalPattern} (?:half|quinzena) ${ofMonth}`, halfMonth),
  rule(`(?:the )?${ordinalPattern} (?:half of (?:the|this) month|quinzena)`, halfMonth),
  rule(`(?:the |os |nos )?(?:first|primeir[oa]s) ${numberPattern} ${unitPattern} ${ofMonth}`, firstOfMonth),
  rule(`(?:the |os |nos )?(?:last|ultimos) ${numberPattern} (?:days|dias) ${ofMonth}`, lastOfMonth),
  rule(
    `(?:the |os |nos )?(?:first|primeiros) ${numberPattern} (?:months|meses) (?:of|de|do|in) (?:the )?(?:${yearPattern}|(?<lastYear>last year|ano passado)|this year|year|(?:este )?ano(?: atual)?)`,
    firstOfYear,
  ),
  rule(`${between}(?<first>\\d{1,2})(?:st|nd|rd|th)? ${and} (?<second>\\d{1,2})(?:st|nd|rd|th)? ${nearMonth}`, daysOfNear),
  rule(
    `(?:de |do |entre |nos |dos )?(?:os )?(?:dias? |the )(?<first>\\d{1,2})(?:st|nd|rd|th)? ${and} (?:(?<second>\\d{1,2})(?:st|nd|rd|th)?)(?! (?:de|of|/)| ${anyMonth})`,
    daysOfNear,
  ),
  rule(`(?:de |from )?${weekdayPattern} (?:a|to|ate|through|until) ${weekdayPattern.replace("weekday", "end")} ${ofWeek}`, daysOfWeek),
  rule(`(?:week|semana) (?:number |numero )?(?<week>\\d{1,2})(?! de| a )(?: (?:of |de )?${yearPattern})?`, numberedWeek),
  rule(
    `(?:since|desde|from) (?:the |o )?(?:beginning|start|inicio|comeco) (?:of |do |da |de |d)(?:the |this |este |esta )?${unitPattern}`,
    (groups, today) => {
      const unit = readUnit(groups["unit"]);
      return unit === undefined ? null : rolling(today, "this", 1, unit);
    },
  ),
];
