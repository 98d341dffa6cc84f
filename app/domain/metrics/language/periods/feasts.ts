import { dayOfWeek } from "#app/platform/zoned-days.ts";
import { shift } from "../../period.ts";
import { ofYear } from "./calendar-words.ts";
import type { PeriodRule } from "./kinds.ts";
import { dayOf, fixed, isoDay, namedYear, oneDay, yearFor } from "./make.ts";

type DayIn = (year: number) => string;

/** The n-th such day of a month; Monday is 1. */
function nthWeekday(monthAndDay: string, weekday: number, nth: number): DayIn {
  return (year) => {
    const first = `${year}-${monthAndDay}`;
    return shift(first, ((weekday - dayOfWeek(first) + 7) % 7) + 7 * (nth - 1), "day");
  };
}

/** The day after the fourth Thursday of November. */
const blackFriday: DayIn = (year) => shift(nthWeekday("11-01", 4, 4)(year), 1, "day");

/** Without a year the newest that has begun. */
function feast(pattern: string, dayIn: DayIn, days = 1, before = 0): PeriodRule {
  return {
    pattern: new RegExp(pattern),
    read: (groups, today) => {
      const current = Number(today.now.slice(0, 4));
      const named = namedYear(today, groups);
      const newest = dayIn(current) <= dayOf(today) ? current : current - 1;
      const from = shift(dayIn(named === undefined ? newest : Number(named)), -before, "day");
      return fixed(today, from, shift(from, days, "day"));
    },
  };
}

function on(monthAndDay: string): DayIn {
  return (year) => `${year}-${monthAndDay}`;
}

function two(text: string | undefined): string {
  return (text ?? "").padStart(2, "0");
}

/** Days that shops count on, each of one day but the weeks that are said to be of one. */
export const feastRules: readonly PeriodRule[] = [
  feast(`(?:week of |semana da |semana de )black friday${ofYear}?`, blackFriday, 7, 4),
  feast(`black friday week${ofYear}?`, blackFriday, 7, 4),
  feast(`(?:last |ultima )?(?:black friday|bf)${ofYear}?`, blackFriday),
  feast(`cyber monday${ofYear}?`, (year) => shift(blackFriday(year), 3, "day")),
  feast(`(?:vespera de natal|christmas eve)${ofYear}?`, on("12-24")),
  feast(`(?:christmas(?: day)?|natal)${ofYear}?`, on("12-25")),
  feast(`(?:mothers? day|dia das maes)${ofYear}?`, nthWeekday("05-01", 7, 2)),
  feast(`dia dos pais${ofYear}?`, nthWeekday("08-01", 7, 2)),
  feast(`dia dos namorados${ofYear}?`, on("06-12")),
  feast(`(?:valentines?|valentines day)${ofYear}?`, on("02-14")),
  feast(`(?:dia das criancas)${ofYear}?`, on("10-12")),
  feast(`(?:dia do consumidor)${ofYear}?`, on("03-15")),
  feast(`halloween${ofYear}?`, on("10-31")),
  feast(`(?:reveillon|new years eve|vespera de ano novo)${ofYear}?`, on("12-31")),
  // Days of the same number as their month are sales of the marketplaces: "11.11".
  {
    pattern: /(?<=(?:no|do|da|na|de|on|for|in|during|campanha|sale|promocao) )(?<day>\d{1,2})\.\k<day>/,
    read: ({ day }, today) => oneDay(today, isoDay(yearFor(today, undefined, `${two(day)}-${two(day)}`), Number(day), Number(day))),
  },
];
