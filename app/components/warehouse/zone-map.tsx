import { Ban, User } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "#app/components/ui/cn.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { BinView, TaskView } from "#party/warehouse-zone/protocol.ts";

type ZoneMapProps = { bins: readonly BinView[]; tasks: readonly TaskView[]; open: (binId: string) => void };

/** The zone from above: a row for each aisle, a square for each bin, filled as high as it is full. */
export function ZoneMap({ bins, tasks, open }: ZoneMapProps) {
  const { t } = useTranslation("warehouse");
  const most = Math.max(1, ...bins.map(unitsOf));
  const busy = new Set(tasks.flatMap((task) => (task.claimedBy === null ? [] : [task.fromBin, task.toBin])));
  const aisles = [...Map.groupBy(bins.toSorted(inWalkingOrder), ({ aisle }) => aisle)];
  return (
    <div className="grid gap-4">
      {aisles.map(([aisle, inAisle]) => (
        <section key={aisle} aria-label={t("aisle", { aisle })} className="grid gap-1.5">
          <h3 className="label-caps">{t("aisle", { aisle })}</h3>
          <Aisle bays={bays(inAisle)} most={most} busy={busy} open={open} />
        </section>
      ))}
      <Legend />
    </div>
  );
}

type AisleProps = { bays: BinView[][]; most: number; busy: ReadonlySet<string | null>; open: (id: string) => void };

/** One row, as on the floor: squares give way as far as a finger can still meet them, then the row scrolls. */
function Aisle({ bays: all, busy, ...rest }: AisleProps) {
  return (
    <ul
      className="grid gap-1 overflow-x-auto p-0.5 [--least:1.5rem] pointer-coarse:[--least:2.75rem]"
      style={{ gridTemplateColumns: `repeat(${all.length}, minmax(var(--least), 2.25rem))` }}
    >
      {all.map((bay) => (
        <li key={bay[0]?.id} className="flex flex-col-reverse gap-1">
          {bay.map((bin) => (
            <BinSquare key={bin.id} bin={bin} isBusy={busy.has(bin.id)} {...rest} />
          ))}
        </li>
      ))}
    </ul>
  );
}

function unitsOf({ lines }: BinView): number {
  return lines.reduce((sum, line) => sum + line.qty, 0);
}

/** What stands above one place of the floor is drawn above it. */
function bays(bins: readonly BinView[]): BinView[][] {
  return [...Map.groupBy(bins, ({ xMm, yMm }) => `${xMm} ${yMm}`).values()];
}

function inWalkingOrder(a: BinView, b: BinView): number {
  return a.aisle.localeCompare(b.aisle, undefined, { numeric: true }) || a.code.localeCompare(b.code, undefined, { numeric: true });
}

const square = "relative grid aspect-square w-full place-items-center overflow-hidden rounded border";

function BinSquare({ bin, most, isBusy, open }: { bin: BinView; most: number; isBusy: boolean; open: (id: string) => void }) {
  const { t } = useTranslation("warehouse");
  const units = unitsOf(bin);
  const promised = bin.lines.reduce((sum, line) => sum + line.reserved, 0);
  const fill = Math.min(1, units / (bin.capacityUnits ?? most));
  return (
    <button
      type="button"
      onClick={() => open(bin.id)}
      title={bin.code}
      aria-label={t("binLabel", { code: bin.code, count: units, promised })}
      className={cn(square, "border-line-strong bg-raised hover:border-ink", bin.isBlocked && "bg-sunken", isBusy && "ring-2 ring-accent")}
    >
      <span aria-hidden className="absolute inset-x-0 bottom-0 bg-ink/35" style={{ height: `${Math.round(fill * 100)}%` }} />
      {promised > 0 ? <span aria-hidden className="absolute inset-x-0 top-0 h-1 bg-accent" /> : null}
      {bin.isBlocked ? <Ban aria-hidden className="relative size-4" /> : isBusy ? <User aria-hidden className="relative size-4" /> : null}
    </button>
  );
}

function Legend() {
  const { t } = useTranslation("warehouse");
  const mark = (inside: ReactNode, className = "") => (
    <span
      aria-hidden
      className={cn("relative grid size-5 place-items-center overflow-hidden rounded border border-line-strong bg-raised", className)}
    >
      {inside}
    </span>
  );
  const part = (percent: string) => <span className="absolute inset-x-0 bottom-0 bg-ink/35" style={{ height: percent }} />;
  const marks = [
    ["empty", mark(null)],
    ["some", mark(part("40%"))],
    ["full", mark(part("100%"))],
    ["promised", mark(<span className="absolute inset-x-0 top-0 h-1 bg-accent" />)],
    ["task", mark(<User className="size-3" />, "ring-2 ring-accent")],
    ["blocked", mark(<Ban className="size-3" />, "bg-sunken")],
  ] as const;
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-2 border-t border-line pt-3 text-sm text-muted">
      {marks.map(([key, icon]) => (
        <li key={key} className="flex items-center gap-2">
          {icon} {t(`legend.${key}`)}
        </li>
      ))}
    </ul>
  );
}
