import { useTranslation } from "#app/i18n/use-translation.ts";
import { StateBadge } from "#app/components/ui/badge.tsx";
import { Table, Td, Th, Tr } from "#app/components/ui/table.tsx";
import { useLocale } from "#app/components/ui/use-locale.ts";
import { type BandHeadroom, type MetricHeadroom, nextLine } from "#app/domain/selling/headroom.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { useFigureWords } from "./use-figure-words.ts";

/** Fewer than this is worth a look. */
const fewOrders = 3;

/** Orders of headroom, metric by metric: the line to watch in words, all bands in figures. */
export function HeadroomTable({ metrics, channelName }: { metrics: readonly MetricHeadroom[]; channelName: string }) {
  const { t } = useTranslation("selling");
  if (metrics.length === 0) return <p className="px-5 py-4 text-muted">{t("headroom.none")}</p>;
  return (
    <>
      <ul className="grid gap-2 px-5 py-4">
        {metrics.map((metric) => (
          <li key={metric.metric}>
            <MetricLine metric={metric} />
          </li>
        ))}
      </ul>
      <Table label={`${t("headroom.title")}: ${channelName}`} className="border-t border-line">
        <thead>
          <tr>
            <Th>{t("headroom.metric")}</Th>
            <Th>{t("headroom.band")}</Th>
            <Th align="end">{t("headroom.limit")}</Th>
            <Th align="end">{t("headroom.now")}</Th>
            <Th align="end">{t("headroom.in7")}</Th>
            <Th align="end">{t("headroom.in30")}</Th>
          </tr>
        </thead>
        <tbody>
          {metrics.flatMap((metric) =>
            metric.limits.map((limit) => <BandRow key={`${metric.metric}/${limit.band}`} metric={metric} limit={limit} />),
          )}
        </tbody>
      </Table>
      {metrics.some(({ base, limits }) => base !== null && limits.some(({ in7 }) => in7 === null)) ? (
        <p className="border-t border-line px-5 py-3 text-faint">{t("headroom.noAhead")}</p>
      ) : null}
    </>
  );
}

function MetricLine({ metric }: { metric: MetricHeadroom }) {
  const { t } = useTranslation("selling");
  const locale = useLocale();
  const { named, show } = useFigureWords();
  const line = nextLine(metric.limits);
  const isKnown = metric.base !== null;
  const tone = line === undefined ? (isKnown ? "wrong" : "info") : line.now <= fewOrders ? "watch" : "ok";
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <StateBadge tone={tone}>{named("vendorMetrics", metric.metric)}</StateBadge>
      <span className="font-semibold">
        {line === undefined
          ? t(isKnown ? "headroom.lost" : "headroom.unknownText")
          : line.band === "target"
            ? t("headroom.lineTarget", { count: line.now })
            : t("headroom.line", { count: line.now, band: named("bands", line.band) })}
      </span>
      <span className="text-muted">
        {show(metric.rateBp, "bp")}{" "}
        {metric.base === null || metric.baseSource === null
          ? null
          : t(`headroom.base.${metric.baseSource}`, { base: formatNumber(metric.base, locale) })}
      </span>
    </p>
  );
}

function BandRow({ metric, limit }: { metric: MetricHeadroom; limit: BandHeadroom }) {
  const { named, show } = useFigureWords();
  return (
    <Tr>
      <Td className="whitespace-nowrap">{named("vendorMetrics", metric.metric)}</Td>
      <Td className="whitespace-nowrap">{named("bands", limit.band)}</Td>
      <Td align="end">{show(limit.limitBp, "bp")}</Td>
      <Td align="end">
        <Room value={limit.now} />
      </Td>
      <Td align="end">
        <Room value={limit.in7} />
      </Td>
      <Td align="end">
        <Room value={limit.in30} />
      </Td>
    </Tr>
  );
}

/** Below zero the limit is passed; a word says so, not a colour alone. */
function Room({ value }: { value: number | null }) {
  const { t } = useTranslation("selling");
  const locale = useLocale();
  if (value === null) return <span className="text-faint">{t("headroom.unknown")}</span>;
  if (value < 0) return <span className="font-semibold text-wrong">{t("headroom.over", { count: -value })}</span>;
  return <span className={value <= fewOrders ? "font-semibold text-watch" : ""}>{formatNumber(value, locale)}</span>;
}
