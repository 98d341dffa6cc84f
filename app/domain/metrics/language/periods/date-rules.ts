import { shift, startOfUnit } from "../../period.ts";
import {
  anyMonth,
  longMonth,
  plainMonth,
  ofYear,
  ordinalPattern,
  readMonth,
  readOrdinal,
  readWeekday,
  weekdayPattern,
  yearPattern,
} from "./calendar-words.ts";
import type { Period, PeriodRule, Today } from "./kinds.ts";
import { dayOf, fixed, isoDay, lastWeekday, months, namedYear, oneDay, yearFor } from "./make.ts";

type Groups = Readonly<Record<string, string | undefined>>;

function rule(pattern: string, read: PeriodRule["read"]): PeriodRule {
  return { pattern: new RegExp(pattern), read };
}

const two = (value: number) => String(value).padStart(2, "0");

const lateYears = 2;

function dayIn(today: Today, month: number, day: number, year: string | undefined): string | undefined {
  return isoDay(yearFor(today, year, `${two(month)}-${two(day)}`), month, day);
}

function dayAndMonth(groups: Groups, today: Today): Period {
  return oneDay(today, dayIn(today, readMonth(groups["month"]), Number(groups["day"]), namedYear(today, groups)));
}

/** From one day of a month to another, both counted. */
function daysOfMonth(groups: Groups, today: Today): Period {
  const month = readMonth(groups["month"]);
  const year = yearFor(today, namedYear(today, groups), `${two(month)}-${two(Number(groups["first"]))}`);
  const [from, to] = [isoDay(year, month, Number(groups["first"])), isoDay(year, month, Number(groups["second"]))];
  return from === undefined || to === undefined ? { refused: "period-unclear" } : fixed(today, from, shift(to, 1, "day"));
}

function monthsTo(groups: Groups, today: Today): Period {
  const [first, last] = [readMonth(groups["month"]), readMonth(groups["until"])];
  const count = last - first + 1;
  return count < 1 ? { refused: "period-unclear" } : months(today, first, count, namedYear(today, groups));
}

/** 10/05: the tenth of May where Portuguese is spoken. In English it is either, and a guess would be another number. */
function figures(groups: Groups, today: Today): Period {
  const [one, other] = [Number(groups["one"]), Number(groups["other"])];
  if (today.isEnglish && one <= 12 && other <= 12 && one !== other) return { refused: "date-ambiguous" };
  const isMonthFirst = today.isEnglish && other > 12;
  const [day, month] = isMonthFirst ? [other, one] : [one, other];
  return oneDay(today, dayIn(today, month, day, groups["year"]));
}

/** "20 a 25/11". */
function daysOfFigures(groups: Groups, today: Today): Period {
  const month = Number(groups["other"]);
  const [from, until] = [dayIn(today, month, Number(groups["first"]), undefined), dayIn(today, month, Number(groups["one"]), undefined)];
  return from === undefined || until === undefined ? { refused: "period-unclear" } : fixed(today, from, shift(until, 1, "day"));
}

function dayNumber(groups: Groups, today: Today): Period {
  const [year, month] = dayOf(today).split("-").map(Number);
  const day = isoDay(year ?? 0, month ?? 0, Number(groups["day"]));
  if (day === undefined) return { refused: "period-unclear" };
  return oneDay(today, day <= dayOf(today) ? day : shift(day, -1, "month"));
}

function quarter(groups: Groups, today: Today): Period {
  const nth = groups["quarter"] === undefined ? readOrdinal(groups["nth"]) : Number(groups["quarter"]);
  return months(today, nth * 3 - 2, 3, namedYear(today, groups));
}

function half(groups: Groups, today: Today): Period {
  const nth = groups["half"] === undefined ? readOrdinal(groups["nth"]) : Number(groups["half"]);
  return nth > 2 ? { refused: "period-unclear" } : months(today, nth * 6 - 5, 6, namedYear(today, groups));
}

function weekdayOf(weeksBack: number): PeriodRule["read"] {
  return (groups, today) => {
    const monday = shift(startOfUnit(today.now, "week"), -weeksBack, "week");
    return oneDay(today, shift(monday, readWeekday(groups["weekday"]) - 1, "day"));
  };
}

const to = "(?:a|ao|ate|to|until|till|through|thru|and|e|-)";
const ordinalEnd = "(?:st|nd|rd|th|o)?";
const from = "(?:(?:de|do dia|from|between|entre|dia|dias|os dias|from the) )?";

/** Days, months and feasts of the calendar, the longer phrases first. */
export const dateRules: readonly PeriodRule[] = [
  rule(
    `(?:fiscal|financial) (?:year|quarter|month|period|q[1-4])(?: ${yearPattern})?|(?:ano|trimestre|mes|exercicio|periodo) (?:fiscal|contabil)|q[1-4] fiscal|fy ?\\d{2,4}`,
    () => ({ refused: "period-unclear" }),
  ),
  rule(
    `(?:this|yesterday|hoje de|hoje a|ontem de|ontem a|hoje pela|ontem pela|esta|nesta|last|every) (?:morning|afternoon|evening|night|manha|tarde|noite|madrugada)|tonight`,
    () => ({ refused: "period-unclear" }),
  ),
  rule(`${from}(?<first>\\d{1,2})${ordinalEnd} ${to} (?<second>\\d{1,2})${ordinalEnd} (?:de |of )?${anyMonth}${ofYear}?`, daysOfMonth),
  rule(`(?<first>\\d{1,2})-(?<second>\\d{1,2}) (?:de |of )?${anyMonth}${ofYear}?`, daysOfMonth),
  rule(`${anyMonth} (?:the )?(?<first>\\d{1,2})${ordinalEnd} ${to} (?:the )?(?<second>\\d{1,2})${ordinalEnd}${ofYear}?`, daysOfMonth),
  rule(`${anyMonth} (?<first>\\d{1,2})-(?<second>\\d{1,2})${ofYear}?`, daysOfMonth),
  rule(`${anyMonth} (?:a|ate|to|until|till|through|thru) ${anyMonth.replace("month", "until")}${ofYear}?`, monthsTo),
  rule(`(?:dia )?(?<day>\\d{1,2})${ordinalEnd} (?:de |of )?${anyMonth}${ofYear}?`, dayAndMonth),
  rule(`${anyMonth} (?:the )?(?<day>\\d{1,2})${ordinalEnd}${ofYear}?`, dayAndMonth),
  rule(`(?<year>\\d{4})-(?<month>\\d{1,2})-(?<day>\\d{1,2})`, (groups, today) =>
    oneDay(today, isoDay(Number(groups["year"]), Number(groups["month"]), Number(groups["day"]))),
  ),
  rule(`(?:dia )?(?<one>\\d{1,2})[/.-](?<other>\\d{1,2})[/.-](?<year>\\d{4}|\\d{2})`, figures),
  rule(`${from}(?<first>\\d{1,2}) ${to} (?<one>\\d{1,2})/(?<other>\\d{1,2})`, (groups, today) =>
    today.isEnglish ? { refused: "date-ambiguous" } : daysOfFigures(groups, today),
  ),
  rule(`(?:dia )?(?<one>\\d{1,2})/(?<other>\\d{1,2})`, figures),
  rule(`(?<year>(?:19|20|21)\\d\\d)-(?<month>\\d{2})|(?<otherMonth>\\d{1,2})/(?<otherYear>(?:19|20|21)\\d\\d)`, (groups, today) =>
    months(today, Number(groups["month"] ?? groups["otherMonth"]), 1, groups["year"] ?? groups["otherYear"]),
  ),
  rule(`(?:on the |no dia |dia )(?<day>\\d{1,2})(?:st|nd|rd|th)?|on the (?<ordinal>\\d{1,2})(?:st|nd|rd|th)`, (groups, today) =>
    dayNumber({ day: groups["day"] ?? groups["ordinal"] }, today),
  ),
  rule(`q(?<quarter>[1-4])(?:${ofYear}|/(?<slashYear>20\\d\\d))?`, (groups, today) =>
    quarter({ ...groups, year: groups["year"] ?? groups["slashYear"] }, today),
  ),
  rule(`${yearPattern} q(?<quarter>[1-4])`, quarter),
  rule(`t(?<quarter>[1-4])${ofYear}?|(?<other>[1-4])t(?<shortYear>\\d{2}|\\d{4})`, (groups, today) => {
    const short = groups["shortYear"];
    const year = short?.length === 2 ? `20${short}` : short;
    return quarter({ ...groups, quarter: groups["quarter"] ?? groups["other"], year: groups["year"] ?? year }, today);
  }),
  rule(`${ordinalPattern} (?:quarter|trimestre|tri)${ofYear}?`, quarter),
  rule(
    `h(?<half>[12])${ofYear}?|${ordinalPattern} (?:semester|semestre)${ofYear.replace("year>", "y2>").replace("lastYear", "l2").replace("thisYear", "t2")}?`,
    (groups, today) =>
      half(
        {
          ...groups,
          year: groups["year"] ?? groups["y2"],
          lastYear: groups["lastYear"] ?? groups["l2"],
          thisYear: groups["thisYear"] ?? groups["t2"],
        },
        today,
      ),
  ),
  rule(`${ordinalPattern} half(?:${ofYear}| of the year)`, half),
  rule(
    `${weekdayPattern} (?:of |in |da |na |de )?(?:the )?(?:last week|semana passada)|last weeks? ${weekdayPattern.replace("weekday", "other")}`,
    (groups, today) => weekdayOf(1)({ weekday: groups["weekday"] ?? groups["other"] }, today),
  ),
  rule(
    `(?:this|nesta|esta) ${weekdayPattern}|${weekdayPattern.replace("weekday", "other")} (?:of |da |desta |de )?(?:this week|esta semana|desta semana)`,
    (groups, today) => weekdayOf(0)({ weekday: groups["weekday"] ?? groups["other"] }, today),
  ),
  rule(`(?:next|proxim[oa]|coming) ${weekdayPattern}|${weekdayPattern.replace("weekday", "other")} que vem`, () => ({
    refused: "period-future",
  })),
  rule(`(?:(?:last|past|previous|ultim[oa]) )?${weekdayPattern}(?: passad[oa])?`, (groups, today) =>
    oneDay(today, lastWeekday(today, readWeekday(groups["weekday"]))),
  ),
  rule(
    `(?:next|coming|proxim[oa]) ${anyMonth}|${anyMonth.replace("month", "other")} (?:que vem|proximo|do ano que vem|next year|of next year)`,
    () => ({ refused: "period-future" }),
  ),
  rule(`${anyMonth}(?:${ofYear}|/${yearPattern.replace("year", "slashYear")})`, (groups, today) =>
    months(today, readMonth(groups["month"]), 1, namedYear(today, groups) ?? groups["slashYear"]),
  ),
  rule(`(?<month>[a-z]{3,9})/(?<year>20\\d\\d|\\d\\d)`, (groups, today) => {
    const month = readMonth(groups["month"]);
    const year = groups["year"] ?? "";
    return month === 0 ? null : months(today, month, 1, year.length === 2 ? `20${year}` : year);
  }),
  rule(`(?:last |ultimo )?(?:mes de |month of )?${longMonth}`, (groups, today) => months(today, readMonth(groups["month"]), 1, undefined)),
  rule(
    `(?<month>${plainMonth})(?= (?:vs|versus|x|contra|against|e|and|com|with) ${plainMonth}(?: |$))|(?<=(?:${plainMonth}|<period:\\d+>) (?:vs|versus|x|contra|against|e|and|com|with) )(?<second>${plainMonth})`,
    (groups, today) => months(today, readMonth(groups["month"] ?? groups["second"]), 1, undefined),
  ),
  rule(
    `(?<=(?:in|of|since|during|last|until|by|for) )(?<month>may|mar)|(?<=(?:in|since|during|until|for|of|from|by) )(?<other>jan|feb|apr|jun|jul|aug|sept|sep|oct|nov|dec)|(?<=(?:em|de|desde|ate) )(?<outro>jan|fev|abr|jun|jul|ago|set|out|nov)`,
    (groups, today) => months(today, readMonth(groups["month"] ?? groups["other"] ?? groups["outro"]), 1, undefined),
  ),
  rule(
    `(?<!(?:than|mais de|menos de|acima de|abaixo de|least|menos|most|maximo|top|over|under|above|below|sku|order|pedido|number|numero|r\\$|us\\$|mais|product|produto) )(?:(?:year|ano|ano de) )?${yearPattern}(?! (?:orders?|pedidos?|units?|unidades?|pieces|pecas|reais|visits?|visitas?|%))|(?<=(?:em|of|in) )${yearPattern.replace("year", "other")}`,
    (groups, today) => {
      const start = isoDay(Number(groups["year"] ?? groups["other"]), 1, 1);
      return start === undefined ? { refused: "period-unclear" } : fixed(today, start, shift(start, 1, "year"));
    },
  ),
  // "Above 2025": nobody draws a line at just the number of a year that has just gone by.
  rule(
    `(?<=(?:than|mais que|menos que|do que|acima de|abaixo de|above|below) )${yearPattern}(?! (?:orders?|pedidos?|units?|unidades?|pieces|pecas|reais|visits?|visitas?|%))`,
    (groups, today) => {
      const [year, now] = [Number(groups["year"]), Number(dayOf(today).slice(0, 4))];
      const start = year < now && year >= now - lateYears ? isoDay(year, 1, 1) : undefined;
      return start === undefined ? null : fixed(today, start, shift(start, 1, "year"));
    },
  ),
];
