import { usePageClock } from "#app/components/ui/page-clock.tsx";
import { useLocale } from "#app/components/ui/use-locale.ts";
import type { Facts } from "#app/domain/agents/outcome.ts";
import { formatDateTime, formatDuration, formatMoney, formatNumber } from "#app/i18n/format.ts";
import { humanise } from "./humanise.ts";
import { useAgentWords } from "./use-agent-words.ts";
import { type KnownText, useKnownText } from "./use-known-text.ts";

const isoDay = /^\d{4}-\d{2}-\d{2}$/;

/** "mlb/classic/from-79" names the line of a price list: its kind and its prices. */
function feeLineOf(rule: string, known: KnownText): string {
  const [band = "", plan = ""] = rule.split("/").toReversed();
  const words = [known("automation", `factWords.feePlan.${plan}`), known("automation", `factWords.feeBand.${band.replaceAll(".", "_")}`)];
  return words.includes(undefined) ? rule : words.join(", ");
}

/** The figures and words of decisions, as people read them. */
export function useFactWords() {
  const locale = useLocale();
  const { timeZone } = usePageClock();
  const known = useKnownText();
  const { nameOf } = useAgentWords();
  const wordOf = (name: string, value: string): string => {
    if (name === "askedBy") return nameOf(value);
    if (isoDay.test(value)) return formatDateTime(Date.parse(value), { locale, timeZone: "UTC", style: "date" });
    // The buyers' own words have no translation.
    if (name === "topic") return known("agents", `topics.${value}`) ?? value;
    if (name === "sources")
      return value
        .split(", ")
        .map((one) => known("automation", `factWords.sources.${one}`) ?? one)
        .join(", ");
    if (name === "feeRule") return feeLineOf(value, known);
    return known("automation", `factWords.${name}.${value}`) ?? value;
  };
  const show = (name: string, value: string | number, currency?: Facts[string]): string => {
    if (typeof value === "string") return wordOf(name, value);
    if (name.endsWith("Cents") && typeof currency === "string") return formatMoney(value, currency, locale);
    if (name.endsWith("AtMs")) return formatDateTime(value, { locale, timeZone });
    if (name.endsWith("Ms")) return formatDuration(value, locale);
    return formatNumber(value, locale, { maximumFractionDigits: 2 });
  };
  return {
    show,
    named: (name: string) => known("automation", `factNames.${name}`) ?? humanise(name),
    /** What a sentence is completed with. */
    values: (facts: Facts) =>
      Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, show(name, value, facts["currency"])])),
  };
}
