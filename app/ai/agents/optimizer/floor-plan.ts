import type { ZoneBin } from "#app/domain/warehouse/ports.ts";
import type { Floor, Place } from "#app/domain/warehouse/solvers/layout.ts";

/** A zone as walks are measured in it, in metres. Bins nobody gave an aisle have no place. */
export type FloorPlan = { floor: Floor; places: ReadonlyMap<string, Place> };

const metresPerMm = 0.001;
const leastSpacingMetres = 0.5;
const mostAisles = 2_000;

type Spot = { aisle: string; across: number; along: number };

/** Undefined for a zone in which no bin has a place. People set out from where orders are packed, or brought together. */
export function drawFloor(bins: readonly ZoneBin[]): FloorPlan | undefined {
  const known = bins.filter(({ aisle }) => aisle !== "");
  if (known.length === 0) return undefined;
  const turned = runAlongX(known);
  const spotOf = ({ aisle, xMm, yMm }: ZoneBin): Spot => {
    const [across, along] = turned ? [yMm, xMm] : [xMm, yMm];
    return { aisle, across: across * metresPerMm, along: along * metresPerMm };
  };
  const spots = new Map(known.map((bin) => [bin.id, spotOf(bin)]));
  const { indexOf, spacing, aisles } = arrangeAisles([...spots.values()]);
  const alongs = [...spots.values()].map(({ along }) => along);
  const front = Math.min(...alongs);
  const back = Math.max(Math.max(...alongs), front + 1);
  const base = startOf(bins);
  const start = base === undefined ? undefined : spotOf(base);
  const depot = start === undefined ? { aisle: 0, y: front } : nearestEnd(start, { indexOf, front, back });
  const places = new Map([...spots].map(([id, { aisle, along }]) => [id, { aisle: indexOf(aisle), y: along }]));
  return { floor: { layout: { aisles, aisleSpacing: spacing, crossAisles: [front, back] }, depot }, places };
}

/** Whether bins of one aisle lie further apart along x than along y: then the plan is read turned. */
function runAlongX(bins: readonly ZoneBin[]): boolean {
  let [alongX, alongY] = [0, 0];
  for (const own of Map.groupBy(bins, ({ aisle }) => aisle).values()) {
    alongX += extent(own.map(({ xMm }) => xMm));
    alongY += extent(own.map(({ yMm }) => yMm));
  }
  return alongX > alongY;
}

function extent(values: readonly number[]): number {
  return Math.max(...values) - Math.min(...values);
}

/** Aisles in a row of equal steps, the narrowest gap between two being one. */
function arrangeAisles(spots: readonly Spot[]) {
  const middles = [...Map.groupBy(spots, ({ aisle }) => aisle)]
    .map(([aisle, own]) => ({ aisle, across: own.reduce((sum, one) => sum + one.across, 0) / own.length }))
    .toSorted((one, other) => one.across - other.across);
  const first = middles[0]?.across ?? 0;
  const whole = (middles.at(-1)?.across ?? 0) - first;
  const gaps = middles
    .map(({ across }, index) => across - (middles[index - 1]?.across ?? first))
    .filter((gap) => gap >= leastSpacingMetres);
  const spacing = Math.max(leastSpacingMetres, whole / (mostAisles - 1), gaps.length === 0 ? 0 : Math.min(...gaps));
  const indexes = new Map(middles.map(({ aisle, across }) => [aisle, Math.round((across - first) / spacing)]));
  const aisles = Math.max(...indexes.values()) + 1;
  return { spacing, aisles, indexOf: (aisle: string) => indexes.get(aisle) ?? 0 };
}

function startOf(bins: readonly ZoneBin[]): ZoneBin | undefined {
  const inOrder = bins.toSorted((one, other) => one.rank - other.rank);
  return (["packing", "staging"] as const).flatMap((kind) => inOrder.find((bin) => bin.kind === kind) ?? [])[0];
}

type Ends = { indexOf: (aisle: string) => number; front: number; back: number };

/** Tours begin on a cross aisle: how far the start lies off it is the same for all of them. */
function nearestEnd({ aisle, along }: Spot, { indexOf, front, back }: Ends): Place {
  return { aisle: indexOf(aisle), y: Math.abs(along - front) <= Math.abs(along - back) ? front : back };
}
