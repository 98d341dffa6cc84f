import { formatIsoDay } from "#app/components/ui/iso-day.ts";
import { useLocale } from "#app/components/ui/use-locale.ts";
import type { FoundPattern, Pattern } from "#app/domain/patterns/pattern-row.ts";
import type { Period } from "#app/domain/patterns/kinds.ts";
import { type FunnelStage, funnelStages } from "#app/domain/patterns/tally.ts";
import { formatNumber, formatPercent } from "#app/i18n/format.ts";
import { isolateDirection } from "#app/platform/isolate-direction.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

const reasons = ["shipping-cost", "price", "stock", "form", "comparing", "payment"] as const;
const measures = ["sessions", "baskets", "orders", "bots"] as const;
const weekdays = ["0", "1", "2", "3", "4", "5", "6"] as const;

/** Which days a period has, as people say it. */
export function usePeriodWords() {
  const { t } = useTranslation("patterns");
  const locale = useLocale();
  return (period: Period, startDay: string): string => {
    switch (period) {
      case "day":
        return formatIsoDay(startDay, locale, "weekday");
      case "week": {
        const lastDay = new Date(Date.parse(`${startDay}T00:00:00Z`) + 6 * 86_400_000).toISOString().slice(0, 10);
        return `${formatIsoDay(startDay, locale, "day-month")} – ${formatIsoDay(lastDay, locale)}`;
      }
      case "month":
        return formatIsoDay(startDay, locale, "month");
      case "year":
        return startDay.slice(0, 4);
      case "all":
        return t("periods.all");
      default:
        return period satisfies never;
    }
  };
}

/** A pattern as sentences, and its figures with their units. Names of the shop's own stand as the shop wrote them. */
export function usePatternWords() {
  const { t } = useTranslation("patterns");
  const locale = useLocale();
  const number = (value: number) => formatNumber(value, locale);
  const share = (perMille: number) => formatPercent(perMille / 1_000, locale, 0);
  const times = (perMille: number) => formatNumber(perMille / 1_000, locale, { maximumFractionDigits: 1 });
  const sentence = useSentence({ number, share, times });
  const trend = useTrendWords();
  return {
    sentence,
    sure: ({ confidencePerMille }: FoundPattern) => formatPercent(confidencePerMille / 1_000, locale, 1),
    seen: ({ kind, support, outOf }: FoundPattern) =>
      kind === "anomaly" ? number(support) : t("figures.seen", { support: number(support), outOf: number(outOf) }),
    effect: ({ kind, effectPerMille }: FoundPattern): string => {
      switch (kind) {
        case "drop-off":
        case "hesitation":
        case "returning":
          return t("figures.points", {
            points: formatNumber(effectPerMille / 10, locale, { maximumFractionDigits: 0, signDisplay: "exceptZero" }),
          });
        case "search-in-vain":
          return t("figures.share", { share: share(effectPerMille) });
        case "affinity":
        case "rising":
        case "falling":
        case "busy-hours":
        case "anomaly":
          return t("figures.times", { times: times(effectPerMille) });
        default:
          return kind satisfies never;
      }
    },
    trend,
  };
}

/** How much more or less than the period before. */
export function useTrendWords(): (pattern: Pick<Pattern, "changePercent" | "period">) => string {
  const { t } = useTranslation("patterns");
  const locale = useLocale();
  return ({ changePercent, period }) => {
    if (changePercent === null) return t("figures.noTrend");
    const change = formatNumber(changePercent / 100, locale, { style: "percent", maximumFractionDigits: 0, signDisplay: "exceptZero" });
    return t("figures.trend", { change, before: t(`changeOf.${period}`) });
  };
}

/** Why somebody hesitates: in words where it is a reason of ours, else as it was named. */
export function useReasonWords(): (reason: string) => string {
  const { t } = useTranslation("patterns");
  return (reason) => {
    const known = reasons.find((one) => one === reason);
    return known === undefined ? `“${isolateDirection(reason)}”` : t(`reasons.${known}`);
  };
}

type Formats = { number: (value: number) => string; share: (perMille: number) => string; times: (perMille: number) => string };

function useSentence({ number, share, times }: Formats): (pattern: FoundPattern) => string {
  const { t } = useTranslation("patterns");
  const leaving = useLeaving({ number, share });
  const reasonOf = useReasonWords();
  return (pattern) => {
    const { kind, facts, period, support, outOf, effectPerMille } = pattern;
    const [text, figure] = [(name: string) => isolateDirection(String(facts[name] ?? "")), (name: string) => Number(facts[name] ?? 0)];
    const seen = { support: number(support), outOf: number(outOf) };
    const before = t(`before.${period}`);
    const wasBefore = t("sentences.wasBefore", { share: share(figure("beforePerMille")), before });
    const ofAll = outOf === 0 ? 0 : (1_000 * support) / outOf;
    switch (kind) {
      case "drop-off":
        return leaving(pattern, wasBefore);
      case "hesitation":
        return `${t("sentences.hesitation", { ...seen, share: share(ofAll), reason: reasonOf(String(facts["reason"] ?? "")) })} ${wasBefore}`;
      case "search-in-vain": {
        const found = t("sentences.search", { empty: number(figure("empty")), asked: number(figure("asked")), query: text("query") });
        return `${found} ${t("sentences.searchOthers", { share: share(figure("othersPerMille")) })}`;
      }
      case "affinity":
        return t("sentences.affinity", { ...seen, first: text("firstName"), second: text("secondName"), times: times(effectPerMille) });
      case "rising":
        if (figure("beforePerMille") === 0) return t("sentences.risingNew", { ...seen, name: text("name"), before });
        return t("sentences.rising", { ...seen, name: text("name"), times: times(effectPerMille), before });
      case "falling":
        return t("sentences.falling", { ...seen, name: text("name"), expected: number(figure("expected")), before });
      case "busy-hours": {
        const weekday = t(`weekdays.${weekdays[figure("weekday")] ?? "0"}`);
        return t("sentences.hours", {
          ...seen,
          weekday,
          from: clock(figure("from")),
          until: clock(figure("until")),
          times: times(effectPerMille),
        });
      }
      case "returning":
        return `${t(facts["direction"] === "more" ? "sentences.returningMore" : "sentences.returningFewer", { share: share(ofAll) })} ${wasBefore}`;
      case "anomaly": {
        const measure = t(`measures.${measures.find((one) => one === facts["measure"]) ?? "sessions"}`);
        const said = { count: number(support), measure, usual: number(figure("usual")) };
        return t(facts["direction"] === "more" ? "sentences.anomalyMore" : "sentences.anomalyFewer", said);
      }
      default:
        return kind satisfies never;
    }
  };
}

function useLeaving({ number, share }: Pick<Formats, "number" | "share">): (pattern: FoundPattern, wasBefore: string) => string {
  const { t } = useTranslation("patterns");
  return ({ facts, support, outOf }, wasBefore) => {
    const said = { share: share(outOf === 0 ? 0 : (1_000 * support) / outOf), left: number(support), reached: number(outOf) };
    const stage = funnelStages.find((one) => one === facts["name"]);
    const isStage = facts["place"] === "stage" && isLeft(stage);
    const sentence = isStage
      ? t(`sentences.stages.${stage}`, said)
      : t("sentences.step", { ...said, name: isolateDirection(String(facts["name"] ?? "")) });
    if (facts["against"] !== "other-steps") return `${sentence} ${wasBefore}`;
    return `${sentence} ${t("sentences.otherSteps", { share: share(Number(facts["beforePerMille"] ?? 0)) })}`;
  };
}

/** Nobody leaves from an order. */
function isLeft(stage: FunnelStage | undefined): stage is Exclude<FunnelStage, "order"> {
  return stage !== undefined && stage !== "order";
}

export function clock(hour: number): string {
  return `${String(hour).padStart(2, "0")}:00`;
}
