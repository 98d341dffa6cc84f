import { seededRandom } from "#app/platform/seeded-random.ts";
import { type Now, startTimeLimit, type TimeLimit } from "../time-limit.ts";
import { Workshop } from "./workshop.ts";
import { makeBlocks } from "./blocks.ts";
import { CartonChooser, type Packed } from "./choose-cartons.ts";
import { fillCarton } from "./fill-carton.ts";
import { type Carton, fitsIn, type Item, type Side, type Size, stancesOf, volumeOf } from "./items.ts";
import { boxesOf, emptyLoad } from "./load.ts";

type CartonInput = Size & { id: string; maxWeight?: number | undefined; cost?: number | undefined };
type ItemInput = Omit<Item, "weight" | "up"> & { weight?: number | undefined; up?: readonly Side[] | undefined };
export type PackProblem = {
  mode: "fill" | "fewest-cost";
  cartons: readonly CartonInput[];
  items: readonly ItemInput[];
  timeMs: number;
  seed: number;
};
export type PackedBox = Size & { id: string; x: number; y: number; z: number };
export type PackedCarton = { carton: string; placements: PackedBox[]; fill: number };
export type PackAnswer = { cartons: PackedCarton[]; unplaced: { id: string; qty: number }[]; ms: number };

/** Blocks for one carton; more of them find better fits and take longer to look through. */
const blocksForFill = 2000;

/** Where every box goes: as much as possible into one carton, or everything into the cheapest cartons. */
export function solvePack({ mode, cartons, items, timeMs, seed }: PackProblem, now: Now): PackAnswer {
  const limit = startTimeLimit(now, timeMs);
  const kinds = cartons.map(({ maxWeight = Number.POSITIVE_INFINITY, cost, ...carton }) => ({
    ...carton,
    maxWeight,
    cost: cost ?? volumeOf(carton),
  }));
  const boxes = items.map(({ weight = 0, up, ...item }) => ({ ...item, weight, up }));
  const usable = mode === "fill" ? kinds.slice(0, 1) : kinds;
  const fitting = boxes.map((box) => (usable.some((carton) => canHold(carton, box)) ? box : { ...box, qty: 0 }));
  const packed =
    mode === "fill" ? fillFirst(usable, fitting, limit) : new CartonChooser(usable, fitting, seededRandom(seed), limit).choose();
  return {
    cartons: packed.map((one) => describe(one, boxes)),
    unplaced: boxes.flatMap(({ id, qty }, index) => {
      const placed = packed.reduce((sum, { load }) => sum + (load.before[index] ?? 0) - (load.left[index] ?? 0), 0);
      return placed < qty ? [{ id, qty: qty - placed }] : [];
    }),
    ms: limit.elapsedMs(),
  };
}

function canHold(carton: Carton, item: Item): boolean {
  return item.weight <= carton.maxWeight && stancesOf(item).some((stance) => fitsIn(stance, carton));
}

function fillFirst([carton]: readonly Carton[], items: readonly Item[], limit: TimeLimit): Packed[] {
  if (carton === undefined) return [];
  const workshop = new Workshop(carton, items, makeBlocks(items, carton, blocksForFill));
  const empty = emptyLoad(
    workshop.carton,
    Int32Array.from(items, ({ qty }) => qty),
  );
  const load = fillCarton(workshop, empty, limit, ({ left }) => left.every((qty) => qty === 0));
  return [{ workshop, load }];
}

function describe({ workshop, load }: Packed, items: readonly Item[]): PackedCarton {
  return {
    carton: workshop.carton.id,
    placements: boxesOf(load).map(({ item, ...box }) => ({ id: items[item]?.id ?? "", ...withoutNoise(box) })),
    fill: load.volume / volumeOf(workshop.carton),
  };
}

/** Sums of decimals end in noise beyond the ninth digit. */
function withoutNoise<Box extends Record<string, number>>(box: Box): Box {
  return Object.assign({}, box, Object.fromEntries(Object.entries(box).map(([key, value]) => [key, Math.round(value * 1e9) / 1e9])));
}
