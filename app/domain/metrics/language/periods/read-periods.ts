import { shift } from "../../period.ts";
import type { When } from "../../schemas.ts";
import { type Line, take, takeAll } from "../line.ts";
import { readWeekday, weekdaysPattern } from "./calendar-words.ts";
import { dateRules } from "./date-rules.ts";
import type { Period, PeriodRule, Today } from "./kinds.ts";
import { dayOf, fixed } from "./make.ts";
import { rollingRules } from "./rolling-rules.ts";

const rules: readonly PeriodRule[] = [...dateRules.slice(0, 2), ...rollingRules.slice(0, 5), ...dateRules.slice(2), ...rollingRules.slice(5)];

/** A weekday said in the plural is no day: "on Fridays" narrows to all of them. */
const everyWeekday = new RegExp(`(?:(?:on|as|aos|nas|nos|every|todas as|todos os) )?${weekdaysPattern}`);

const since = /(?:since|desde|a partir de|a contar de|starting(?: from| on)?) (?:o |a |the )?<period:(?<from>\d+)>(?! (?:a|ate|to|until|till|through|-) (?:o |a |the )?<period)/;
const onwards = /from <period:(?<from>\d+)> (?:on|onwards?|till now|until now|to now)|(?:de )?<period:(?<other>\d+)> (?:ate hoje|ate agora|em diante|until today|until now|to now)/;
const between = /(?:between|entre) (?:o |a |os |as |the )?<period:(?<from>\d+)> (?:and|e|a|to) (?:o |a |the )?<period:(?<to>\d+)>/;
const stretch = /(?:(?:from|de|do|da|desde|since) )?(?:o |a |the )?<period:(?<from>\d+)> (?:to|until|till|through|thru|up to|a|ao|ate|-) (?:o |a |the )?<period:(?<to>\d+)>/;
const openStart = /(?:until|till|before|up to|ate|antes de|antes da|antes do|after|depois de|depois da|depois do|apos) (?:o |a |the )?<period:(?<only>\d+)>/;


/** Finds phrases of time and puts `<period:n>` in their place; what `since` and `between` make of them is one period. */
export function readPeriods(line: Line, today: Today): Period[] {
  const periods: Period[] = [];
  const keep = (period: Period) => `<period:${periods.push(period) - 1}>`;
  takeAll(line, everyWeekday, ({ groups }) => `<value:weekday=${readWeekday(groups?.["weekdays"])}>`);
  for (const { pattern, read } of rules) {
    takeAll(line, pattern, ({ groups }) => {
      const period = read(groups ?? {}, today);
      return period === null ? null : keep(period);
    });
  }
  const at = (text: string | undefined) => periods[Number(text)] ?? ({ refused: "period-unclear" } as const);
  const combine = (one: string | undefined, other: string | undefined) => keep(spanning(at(one), at(other), today));
  take(line, between, ({ groups }) => combine(groups?.["from"], groups?.["to"]));
  take(line, stretch, ({ groups }) => combine(groups?.["from"], groups?.["to"]));
  const untilNow = (text: string | undefined) => keep(sinceThen(at(text), today));
  take(line, onwards, ({ groups }) => untilNow(groups?.["from"] ?? groups?.["other"]));
  take(line, since, ({ groups }) => untilNow(groups?.["from"]));
  take(line, openStart, () => keep({ refused: "period-unclear" }));
  return periods;
}

/** Up to and with today. */
function sinceThen(period: Period, today: Today): Period {
  return "refused" in period ? period : fixed(today, period.when.from, shift(dayOf(today), 1, "day"));
}

function spanning(one: Period, other: Period, today: Today): Period {
  if ("refused" in one) return one;
  if ("refused" in other) return other;
  return fixed(today, one.when.from, other.when.to);
}

export function isSameStretch(one: Pick<When, "from" | "to">, other: Pick<When, "from" | "to">): boolean {
  return one.from === other.from && one.to === other.to;
}
