import type { ZoneBin } from "#app/domain/warehouse/ports.ts";
import { type BinLine, busyBins, byText, endOf, linesIn, type SeenZone } from "../shared/seen-zone.ts";
import type { FloorPlan } from "./floor-plan.ts";

export const stayReasons = ["no-place", "spread", "mixed", "expiring", "reserved", "on-hold", "blocked", "busy"] as const;
/** Why goods stay where they are, whatever a walk to them costs. */
export type StayReason = (typeof stayReasons)[number];

/** Goods that orders come for: where most of them lies, and all of what lies there if it can be carried elsewhere. */
export type Goods = { sku: string; binId: string; line: BinLine | null; stays: StayReason | null };

/** A lot has to last for so long from now to be worth carrying. */
type Lasting = { nowMs: number; leastMs: number };

/**
 * Where each of these SKUs is picked, if it lies anywhere with a place: where the lot lies that has to leave first, then where most
 * of it does. What lies nowhere is left out.
 */
export function goodsOf(zone: SeenZone, plan: FloorPlan | undefined, skus: readonly string[], lasting: Lasting): Goods[] {
  const busy = busyBins(zone);
  const holding = new Map<string, { bin: ZoneBin; units: number; endsAt: number }[]>();
  for (const bin of zone.bins) {
    for (const [sku, lines] of Map.groupBy(linesIn(bin), (line) => line.sku)) {
      const units = lines.reduce((sum, { qty }) => sum + qty, 0);
      const endsAt = firstEnd(lines, lasting.nowMs);
      if (bin.kind === "pick" || bin.kind === "bulk") holding.set(sku, [...(holding.get(sku) ?? []), { bin, units, endsAt }]);
    }
  }
  return skus.toSorted(byText).flatMap((sku): Goods[] => {
    const all = holding.get(sku) ?? [];
    const faces = all.filter(({ bin }) => bin.kind === "pick");
    const [home] = (faces.length > 0 ? faces : all).toSorted(
      (one, other) => one.endsAt - other.endsAt || other.units - one.units || byText(one.bin.id, other.bin.id),
    );
    if (home === undefined) return [];
    const { bin } = home;
    const stays = bin.kind === "bulk" ? "spread" : whyStays(bin, faces.length, { plan, busy, lasting });
    return [{ sku, binId: bin.id, line: stays === null ? (linesIn(bin)[0] ?? null) : null, stays }];
  });
}

/** Nobody is sent to what is over already: that comes after all else. */
function firstEnd(lines: readonly BinLine[], nowMs: number): number {
  return Math.min(...lines.map((line) => (endOf(line) > nowMs ? endOf(line) : Number.MAX_VALUE)));
}

type Around = { plan: FloorPlan | undefined; busy: ReadonlySet<string>; lasting: Lasting };

function whyStays(bin: ZoneBin, faces: number, { plan, busy, lasting }: Around): StayReason | null {
  const lines = linesIn(bin);
  if (plan === undefined || !plan.places.has(bin.id)) return "no-place";
  if (bin.isBlocked) return "blocked";
  if (faces > 1) return "spread";
  if (lines.length > 1) return "mixed";
  if (lines.some((line) => endOf(line) < lasting.nowMs + lasting.leastMs)) return "expiring";
  if (lines.some(({ status }) => status !== "available")) return "on-hold";
  if (lines.some(({ reserved }) => reserved > 0)) return "reserved";
  return busy.has(bin.id) ? "busy" : null;
}

/** Shelves that stand empty and that nobody is about to fill. */
export function emptyShelves(zone: SeenZone, plan: FloorPlan): ZoneBin[] {
  const busy = busyBins(zone);
  return zone.bins.filter(
    (bin) => bin.kind === "pick" && !bin.isBlocked && plan.places.has(bin.id) && linesIn(bin).length === 0 && !busy.has(bin.id),
  );
}
