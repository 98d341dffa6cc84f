import { cn } from "#app/components/ui/cn.ts";

type RankedBarsProps = {
  label: string;
  bars: readonly { key: string; label: string; value: number; compared: number | null }[];
  format: (value: number) => string;
};

/** Things by their number: each bar carries its name and its figure, whatever the length of the name. Thin: what it was before. */
export function RankedBars({ label, bars, format }: RankedBarsProps) {
  const most = Math.max(...bars.flatMap(({ value, compared }) => [Math.abs(value), Math.abs(compared ?? 0)]), 0) || 1;
  const width = (value: number) => `${(Math.abs(value) / most) * 100}%`;
  return (
    <ol aria-label={label} className="grid gap-2">
      {bars.map((bar) => (
        <li key={bar.key} className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-4 gap-y-0.5">
          <bdi className="truncate" title={bar.label}>
            {bar.label}
          </bdi>
          <span className="font-semibold whitespace-nowrap">{format(bar.value)}</span>
          <span aria-hidden className="col-span-2 grid gap-0.5">
            <span className={cn("h-2.5 min-w-px rounded-xs", bar.value < 0 ? "bg-wrong" : "bg-ink")} style={{ width: width(bar.value) }} />
            {bar.compared === null ? null : <span className="h-1 rounded-xs bg-line-strong" style={{ width: width(bar.compared) }} />}
          </span>
        </li>
      ))}
    </ol>
  );
}
