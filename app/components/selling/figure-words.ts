import { formatDuration, formatMoney, formatNumber, formatPercent } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locales.ts";
import type { Translate } from "#app/i18n/text-keys.ts";

export type ShownFigure = { key: string; value: string | number; unit?: string };
type Names = Readonly<Record<string, string>>;
type Units = {
  t: (key: `units.${"orders" | "units" | "days" | "hours"}`, values: { count: number; shown: string }) => string;
  named: (group: Group, key: string) => string;
};
type Group = "patternKinds" | "vendorMetrics" | "bands" | "levels" | "medals" | "figures" | "inputs" | "metrics" | "yesno";

const minuteMs = 60_000;

/** Figures of rules in words, wherever they are made: "2 %", "R$ 189,90", "3 orders". */
export function figureWords(t: Translate<"advice">, locale: Locale) {
  const named = (group: Group, key: string) => {
    if (group === "yesno") return t(key === "1" ? "units.yes" : "units.no");
    const names: Names = t(group, { returnObjects: true });
    return Object.hasOwn(names, key) ? (names[key] ?? key) : key;
  };
  const show = (value: string | number, unit?: string) => shown(value, unit, locale, { t, named });
  return {
    named,
    show,
    /** Variables for the texts of a rule. */
    values: (figures: readonly ShownFigure[]) => Object.fromEntries(figures.map(({ key, value, unit }) => [key, show(value, unit)])),
  };
}

type RuleTexts = Readonly<Record<string, { title: string; rule: string; advice: string }>>;

/** Advice of a rule that is gone still shows, by the rule's id. */
export function ruleWords(t: Translate<"advice">, ruleId: string) {
  const all: RuleTexts = t("rules", { returnObjects: true });
  const isKnown = Object.hasOwn(all, ruleId);
  // The id comes from the database; known ones are keys of the texts.
  const translate = t as (key: string, variables: Record<string, string>) => string;
  const say = (part: "title" | "rule" | "advice") => (variables: Record<string, string>) => {
    if (isKnown) return translate(`rules.${ruleId}.${part}`, variables);
    return part === "title" ? ruleId : "";
  };
  return { title: say("title"), rule: say("rule"), advice: say("advice") };
}

/** Nobody reads "2,104 hours": from two days on it is whole days. */
function inHoursOrDays(hours: number, locale: Locale, t: Units["t"]): string {
  if (hours < 48) return t("units.hours", { count: hours, shown: formatNumber(hours, locale) });
  const days = Math.round(hours / 24);
  return t("units.days", { count: days, shown: formatNumber(days, locale) });
}

function shown(value: string | number, unit: string | undefined, locale: Locale, { t, named }: Units): string {
  if (typeof value === "string") {
    if (unit === "band") return named("bands", value);
    if (unit === "level") return named("levels", value);
    if (unit === "pattern") return named("patternKinds", value);
    return unit === "metric" ? named("vendorMetrics", value) : value;
  }
  if (unit?.startsWith("money:")) return formatMoney(value, unit.slice("money:".length), locale);
  switch (unit) {
    case "bp":
      return formatPercent(value / 10_000, locale, 2);
    case "orders":
    case "units":
    case "days":
      return t(`units.${unit}`, { count: value, shown: formatNumber(value, locale) });
    case "hours":
      return inHoursOrDays(value, locale, t);
    case "day":
      return t("units.days", { count: value / 100, shown: formatNumber(value / 100, locale) });
    case "hour":
      return inHoursOrDays(value / 100, locale, t);
    case "second":
      return formatDuration(value * 10, locale);
    case "number":
    case "centi":
      return formatNumber(value / 100, locale, { maximumFractionDigits: 1 });
    case "minutes":
      return formatDuration(value * minuteMs, locale);
    case "yesno":
      return named("yesno", String(value));
    default:
      return formatNumber(value, locale);
  }
}
