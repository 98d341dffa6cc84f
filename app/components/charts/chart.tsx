import { type ComponentType, lazy, Suspense } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Skeleton } from "#app/components/ui/skeleton.tsx";
import { useHydrated } from "#app/components/ui/use-hydrated.ts";
import { useLocale } from "#app/components/ui/use-locale.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { ChartFigure } from "./chart-figure.tsx";
import { ChartTable } from "./chart-table.tsx";
import { type ChartProps, seriesColor } from "./chart-types.ts";

export type ChartCanvasProps = Required<Omit<ChartProps, "previous" | "className" | "table">> & { previous: readonly number[] | undefined };

/** The drawing library stays out of pages that show no chart. */
const ChartCanvas = lazy<ComponentType<ChartCanvasProps>>(async () => {
  try {
    const module = await import("./chart-canvas.tsx");
    return { default: module.ChartCanvas };
  } catch {
    return { default: ChartMissing };
  }
});

/** Its code may be out of reach; the numbers are not. */
function ChartMissing() {
  const { t } = useTranslation("ui");
  return <p className="grid h-full place-items-center text-muted">{t("chart.missing")}</p>;
}

/** A chart and the table of its numbers, one key ("t") apart. */
export function Chart({ className, previous, heightPx = 240, formatValue, table, ...rest }: ChartProps) {
  const { t } = useTranslation("ui");
  const locale = useLocale();
  const isHydrated = useHydrated();
  const format = formatValue ?? ((value: number) => formatNumber(value, locale));
  const placeholder = <Skeleton className="h-full" />;
  const drawing = { ...rest, previous, heightPx, formatValue: format };
  return (
    <ChartFigure
      title={rest.title}
      className={className}
      caption={<SeriesKey {...rest} previous={previous} />}
      table={table ?? <ChartTable {...drawing} />}
    >
      <div style={{ height: heightPx }}>
        {rest.points.length === 0 ? <p className="grid h-full place-items-center text-faint">{t("chart.empty")}</p> : null}
        {rest.points.length > 0 && isHydrated ? (
          <Suspense fallback={placeholder}>
            <ChartCanvas {...drawing} />
          </Suspense>
        ) : null}
        {rest.points.length > 0 && !isHydrated ? placeholder : null}
      </div>
    </ChartFigure>
  );
}

type SeriesKeyProps = Pick<ChartProps, "kind" | "series"> & { previous: readonly number[] | undefined };

/** Lines carry their names at their ends; bars need a key, and so does the ghost. */
function SeriesKey({ kind, series, previous }: SeriesKeyProps) {
  const { t } = useTranslation("ui");
  const isNamedInside = kind === "line" && series.length > 1;
  return (
    <ul className="flex flex-wrap gap-x-4">
      {isNamedInside
        ? null
        : series.map((one, index) => (
            <li key={one.key} className="flex items-center gap-1.5">
              <span aria-hidden className="size-2.5 rounded-xs" style={{ background: seriesColor(one, index) }} />
              {one.label}
            </li>
          ))}
      {previous ? (
        <li className="flex items-center gap-1.5">
          <span aria-hidden className="w-4 border-t border-dashed border-line-strong" />
          {t("chart.previous")}
        </li>
      ) : null}
    </ul>
  );
}
