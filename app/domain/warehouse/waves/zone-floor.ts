import type { Bin } from "../ledger/facts.ts";
import { pickedFrom } from "../ledger/facts.ts";
import type { Floor, Place } from "../solvers/layout.ts";
import { solveRoute } from "../solvers/routing/solve-route.ts";
import type { Now } from "../solvers/time-limit.ts";

export type FloorBin = Pick<Bin, "id" | "kind" | "aisle" | "xMm" | "yMm" | "rank">;
export type ZoneFloor = { floor: Floor; placeOf: (binId: string) => Place };

const mmPerM = 1_000;
/** From the last bin of an aisle to the middle of the cross aisle. */
const endM = 1;
/** Aisles nearer than this are drawn as one; more of them than this are drawn closer together. */
const nearestM = 0.1;
const mostAisles = 500;
const routeMs = 20;

/**
 * A zone as walks are measured in it: parallel aisles with a cross aisle at either end, from and to where goods are brought
 * together. Undefined where the bins' places are not known, because nobody said that they lie apart.
 */
export function zoneFloorOf(bins: readonly FloorBin[]): ZoneFloor | undefined {
  const picked = bins.filter(({ kind }) => pickedFrom.has(kind));
  if (new Set(picked.map(({ xMm, yMm }) => `${xMm} ${yMm}`)).size < 2) return undefined;
  const isTurned = spreadIn(picked, "xMm") > spreadIn(picked, "yMm");
  const across = (bin: FloorBin) => (isTurned ? bin.yMm : bin.xMm) / mmPerM;
  const along = (bin: FloorBin) => (isTurned ? bin.xMm : bin.yMm) / mmPerM;
  const aisles = [...Map.groupBy(picked, (bin) => aisleName(bin, isTurned)).values()].map((own) => meanOf(own.map(across)));
  const first = Math.min(...aisles);
  const aisleSpacing = Math.max(nearestGap(aisles), (Math.max(...aisles) - first) / mostAisles);
  const last = Math.round((Math.max(...aisles) - first) / aisleSpacing);
  const aisleOf = new Map(
    [...Map.groupBy(picked, (bin) => aisleName(bin, isTurned))].map(([name, own]) => [
      name,
      Math.round((meanOf(own.map(across)) - first) / aisleSpacing),
    ]),
  );
  const front = Math.min(...picked.map(along)) - endM;
  const back = Math.max(...picked.map(along)) + endM;
  const table = bins.filter(({ kind }) => kind === "staging" || kind === "packing").toSorted((a, b) => a.rank - b.rank)[0];
  const nearest = table === undefined ? 0 : Math.min(last, Math.max(0, Math.round((across(table) - first) / aisleSpacing)));
  const isAtBack = table !== undefined && Math.abs(along(table) - back) < Math.abs(along(table) - front);
  const byId = new Map(picked.map((bin) => [bin.id, bin]));
  return {
    floor: {
      layout: { aisles: last + 1, aisleSpacing, crossAisles: [front, back] },
      depot: { aisle: nearest, y: isAtBack ? back : front },
    },
    placeOf(binId) {
      const bin = byId.get(binId);
      return bin === undefined ? { aisle: nearest, y: front } : { aisle: aisleOf.get(aisleName(bin, isTurned)) ?? 0, y: along(bin) };
    },
  };
}

/** By the aisle's name; without one, bins in a line are an aisle. */
function aisleName({ aisle, xMm, yMm }: FloorBin, isTurned: boolean): string {
  return aisle === "" ? `at ${isTurned ? yMm : xMm}` : aisle;
}

/** How far apart bins of one aisle lie in a direction: aisles run where that is more. */
function spreadIn(bins: readonly FloorBin[], axis: "xMm" | "yMm"): number {
  const named = Map.groupBy(bins, ({ aisle }) => aisle);
  let spread = 0;
  for (const own of named.values()) {
    const values = own.map((bin) => bin[axis]);
    spread += Math.max(...values) - Math.min(...values);
  }
  return named.size === 1 && named.has("") ? 0 : spread;
}

function nearestGap(aisles: readonly number[]): number {
  const inOrder = aisles.toSorted((a, b) => a - b);
  const gaps = inOrder
    .slice(1)
    .map((at, index) => at - (inOrder[index] ?? at))
    .filter((gap) => gap >= nearestM);
  return gaps.length === 0 ? 1 : Math.min(...gaps);
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

export type Walk = { order: number[]; metres: number | null };

/** In which order bins are walked. Where nobody knows their places, in the order of the bins. */
export function walkPast(bins: readonly FloorBin[], zone: ZoneFloor | undefined, now: Now): Walk {
  const byRank = [...bins.keys()].toSorted((a, b) => (bins[a]?.rank ?? 0) - (bins[b]?.rank ?? 0) || a - b);
  if (zone === undefined || bins.length === 0) return { order: byRank, metres: bins.length === 0 ? 0 : null };
  const picks = byRank.map((index) => zone.placeOf(bins[index]?.id ?? ""));
  const { order, length } = solveRoute({ ...zone.floor, picks, timeMs: routeMs, seed: 1 }, now);
  return { order: order.flatMap((at) => byRank[at] ?? []), metres: length };
}
