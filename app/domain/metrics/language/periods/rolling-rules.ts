import type { Grain } from "../../kinds.ts";
import { shift, startOfUnit } from "../../period.ts";
import { numberPattern, readNumber, readUnit, readWeekday, unitPattern, weekdaysPattern } from "./calendar-words.ts";
import type { Period, PeriodRule, Today } from "./kinds.ts";
import { dayOf, fixed, lastWeekday, oneDay, rolling, unitsAgo } from "./make.ts";

type Groups = Readonly<Record<string, string | undefined>>;

function rule(pattern: string, read: PeriodRule["read"]): PeriodRule {
  return { pattern: new RegExp(pattern), read };
}

function lastUnits(groups: Groups, today: Today): Period | null {
  const unit = readUnit(groups["unit"]);
  return unit === undefined ? null : rolling(today, "last", readNumber(groups["count"]), unit, groups["withToday"] !== undefined);
}

const letters: Readonly<Record<string, Grain>> = { d: "day", h: "hour", w: "week", m: "month" };

/** "24h" and "30d": so many of them, up to now. */
function shortUnits(groups: Groups, today: Today): Period | null {
  const unit = letters[groups["letter"] ?? "d"];
  return unit === undefined
    ? null
    : rolling(today, "last", readNumber(groups["count"] ?? groups["days"]), unit, groups["withToday"] !== undefined);
}

/** "The past month" are thirty days, "the last month" is October: English tells the two apart, Portuguese has only the latter. */
const pastDays = { hour: 1, day: 1, week: 7, month: 30, quarter: 90, year: 365 } as const;

function pastUnit(groups: Groups, today: Today): Period | null {
  const unit = readUnit(groups["unit"]);
  if (unit === undefined) return null;
  return unit === "hour" ? rolling(today, "last", 1, "hour") : rolling(today, "last", pastDays[unit], "day");
}

function ofUnit(read: (unit: NonNullable<ReturnType<typeof readUnit>>, today: Today, groups: Groups) => Period): PeriodRule["read"] {
  return (groups, today) => {
    const unit = readUnit(groups["unit"]);
    return unit === undefined ? null : read(unit, today, groups);
  };
}

const last = "(?:last|past|previous|latest|trailing|rolling|preceding|ultim[oa]s?)";
const thisOne = "(?:this|current|the current|esta|este|essa|esse|nesta|neste|nessa|nesse|desta|deste|dessa|desse)";
const withToday =
  "(?<withToday> (?:including|incl|with|incluindo|com|contando|inclusive) (?:today|hoje|o dia de hoje|the current|este|esta))?";
const some = "(?:few|several|some|couple of|poucos|poucas|alguns|algumas)";

function semester(today: Today, back: number): Period {
  const half = Number(today.now.slice(5, 7)) > 6 ? 7 : 1;
  const start = shift(`${today.now.slice(0, 4)}-0${half}-01`, -6 * back, "month");
  return fixed(today, start, shift(start, 6, "month"));
}

function weekend(today: Today, isCurrent: boolean): Period {
  const monday = startOfUnit(today.now, "week");
  const saturday = shift(monday, 5, "day");
  const begins = isCurrent || saturday <= dayOf(today) ? saturday : shift(saturday, -7, "day");
  return fixed(today, begins, shift(begins, 2, "day"));
}

/** The one that is over. */
function lastWeekend(today: Today): Period {
  const saturday = shift(startOfUnit(today.now, "week"), -2, "day");
  return fixed(today, saturday, shift(saturday, 2, "day"));
}

/** "The last three Fridays": the days between them are left out. */
export const lastOfThem: PeriodRule = rule(
  `(?:the |os |as |nos |nas )?${last} ${numberPattern} (?:(?<weekend>weekends|fins de semana|finais de semana)|${weekdaysPattern})`,
  (groups, today) => {
    const isWeekend = groups["weekend"] !== undefined;
    const weekday = isWeekend ? 6 : readWeekday(groups["weekdays"]);
    const newest = isWeekend ? shift(startOfUnit(today.now, "week"), -2, "day") : lastWeekday(today, weekday);
    const from = shift(newest, 1 - readNumber(groups["count"]), "week");
    const period = fixed(today, from, shift(newest, isWeekend ? 2 : 1, "day"));
    return "refused" in period ? period : { ...period, weekdays: isWeekend ? ["6", "7"] : [String(weekday)] };
  },
);

const allTimeYears = 5;

/** What moves with today, the longer phrases first. */
export const rollingRules: readonly PeriodRule[] = [
  rule(
    `(?:the )?${last} ${some} (?:days|dias)|${last.replace("?)", ")")} dias|recently|lately|these days|recentemente|ultimamente`,
    (_, today) => rolling(today, "last", 7, "day"),
  ),
  rule(`(?:the )?${last} ${some} (?:weeks|semanas)|ultimas semanas`, (_, today) => rolling(today, "last", 4, "week")),
  rule(`(?:the )?${last} ${some} (?:months|meses)|ultimos meses`, (_, today) => rolling(today, "last", 3, "month")),
  rule(
    `(?:the |os |as )?${last} ${numberPattern} (?:(?:full|whole|complete) )?${unitPattern}(?: (?:completos|completas|inteiros|inteiras))?${withToday}`,
    lastUnits,
  ),
  rule(`(?:os |as )?${numberPattern} ultim[oa]s ${unitPattern}${withToday}`, lastUnits),
  rule(`(?:the |nos |nas )?(?:(?:${last} |l)(?<count>\\d{1,3})(?<letter>[dhwm])|(?<days>\\d{1,3})d)${withToday}`, shortUnits),
  rule(`(?:the )?(?:${last} )?(?<count>\\d{1,3})-${unitPattern}(?: period)?`, lastUnits),
  rule(`(?:(?:the )?${last} )(?:semester|half year|semestre)|semestre passado|semestre anterior`, (_, today) => semester(today, 1)),
  rule(`${thisOne} (?:semester|half year|semestre)|semestre atual`, (_, today) => semester(today, 0)),
  rule(`(?:the )?(?:last|past) fortnight`, (_, today) => rolling(today, "last", 14, "day")),
  rule(`(?:ultima quinzena|quinzena passada)`, (_, today) => rolling(today, "last", 15, "day")),
  rule(`${thisOne} (?:weekend|fim de semana|final de semana|fds)`, (_, today) => weekend(today, true)),
  rule(
    `(?:the |o )?(?:last|past|previous|ultimo) (?:weekend|fim de semana|final de semana|fds)|(?:weekend|fim de semana|final de semana|fds) (?:passado|anterior)`,
    (_, today) => lastWeekend(today),
  ),
  rule(`weekend|fim de semana|final de semana|fds`, (_, today) => weekend(today, false)),
  rule(`(?:the )?day before yesterday|anteontem|antes de ontem|antiontem`, (_, today) => oneDay(today, shift(dayOf(today), -2, "day"))),
  rule(
    `(?:ha|faz) ${numberPattern} ${unitPattern}(?: atras)?|${numberPattern.replace("count", "other")} ${unitPattern.replace("unit", "otherUnit")} (?:ago|atras)`,
    (groups, today) => {
      const unit = readUnit(groups["unit"] ?? groups["otherUnit"]);
      return unit === undefined ? null : unitsAgo(today, readNumber(groups["count"] ?? groups["other"]), unit);
    },
  ),
  rule(`(?:the )?(?:week|semana) before last|semana retrasada|penultima semana`, (_, today) => unitsAgo(today, 2, "week")),
  rule(`(?:the )?(?:month|mes) before last|mes retrasado|penultimo mes`, (_, today) => unitsAgo(today, 2, "month")),
  rule(`(?:the )?(?:year|ano) before last|ano retrasado|penultimo ano`, (_, today) => unitsAgo(today, 2, "year")),
  rule(`tomorrow|amanha|depois de amanha|day after tomorrow`, (_, today) => rolling(today, "next", 1, "day")),
  rule(
    `(?:the )?(?:next|coming|upcoming|following|proxim[oa]s?) (?:${numberPattern} )?${unitPattern}|${unitPattern.replace("unit", "otherUnit")} que vem`,
    (groups, today) => {
      const unit = readUnit(groups["unit"] ?? groups["otherUnit"]);
      return unit === undefined ? null : rolling(today, "next", groups["count"] === undefined ? 1 : readNumber(groups["count"]), unit);
    },
  ),
  rule(`(?:the )?past ${unitPattern}`, pastUnit),
  rule(
    `(?:the |a |o )?(?:last|previous|prior|ultim[oa]) (?:full |whole |complete )?${unitPattern}(?: (?:complet[oa]|inteir[oa]|fechad[oa]))?`,
    ofUnit((unit, today) => rolling(today, "last", 1, unit)),
  ),
  rule(
    `(?:a |o )?${unitPattern} (?:passad[oa]|anterior|que passou|que terminou|que acabou)`,
    ofUnit((unit, today) => rolling(today, "last", 1, unit)),
  ),
  rule(`${thisOne} ${unitPattern}|(?:o |a )?${unitPattern.replace("unit", "otherUnit")} (?:atual|corrente|vigente)`, (groups, today) => {
    const unit = readUnit(groups["unit"] ?? groups["otherUnit"]);
    return unit === undefined ? null : rolling(today, "this", 1, unit);
  }),
  rule(`(?:the )?${unitPattern} to date|acumulado (?:do|da) ${unitPattern.replace("unit", "otherUnit")}`, (groups, today) => {
    const unit = readUnit(groups["unit"] ?? groups["otherUnit"]);
    return unit === undefined ? null : rolling(today, "this", 1, unit);
  }),
  rule(`(?:ultimo bimestre|bimestre passado)`, (_, today) => rolling(today, "last", 2, "month")),
  rule(`ttm|l12m`, (_, today) => rolling(today, "last", 12, "month")),
  rule(`ytd`, (_, today) => rolling(today, "this", 1, "year")),
  rule(`qtd`, (_, today) => rolling(today, "this", 1, "quarter")),
  rule(`mtd`, (_, today) => rolling(today, "this", 1, "month")),
  rule(`wtd`, (_, today) => rolling(today, "this", 1, "week")),
  rule(
    `(?<!(?:dias?|days?) (?=(?:da|of the) (?:semana|week))|(?:fim|final|inicio|comeco|end|start|beginning|horas?|hours?) )(?:no|na|do|da|of the|in the|for the) ${unitPattern}`,
    (groups, today) => {
      const unit = readUnit(groups["unit"]);
      return unit === undefined || unit === "hour" || unit === "day" ? null : rolling(today, "this", 1, unit);
    },
  ),
  rule(`today|hoje|dia de hoje`, (_, today) => rolling(today, "this", 1, "day")),
  rule(`yesterday|ontem|dia de ontem`, (_, today) => rolling(today, "last", 1, "day")),
  rule(
    `all time|of all time|ever|(?:since|from) the beginning(?! of )|desde sempre|desde o (?:inicio|comeco)(?! d[eao] )|todo o periodo|de todos os tempos|em toda a historia`,
    (_, today) => rolling(today, "last", allTimeYears, "year", true),
  ),
];
