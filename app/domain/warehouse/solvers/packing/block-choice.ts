import type { Block } from "./blocks.ts";
import type { FreeFloor } from "./floors.ts";
import { type Carton, hair, type Item } from "./items.ts";
import { type BlockTable, tableOf } from "./block-table.ts";
import type { Load } from "./load.ts";
import { reachable, type ReachableLengths, reachableLengths } from "./reachable-lengths.ts";

/** A side this near to the border of the free room, as a share of the block, counts as touching it. */
const nearlyTouching = 0.04;
/** How much contact with its surroundings and room that stays usable count in the choice of a block. */
const contactWeight = 4;
const lossWeight = 2;
/** Many small boxes are worth less than few large ones of the same volume: the small ones still fit later. */
const boxesWeight = 0.2;

/** What does not change while one carton is filled: blocks with the most promising first, and the lengths that boxes can make. */
export type Workshop = {
  carton: Carton;
  table: BlockTable;
  lengths: { l: ReachableLengths; w: ReachableLengths; h: ReachableLengths };
  /** Indexes of all blocks. */
  all: Int32Array;
};

export function openWorkshop(carton: Carton, items: readonly Item[], blocks: readonly Block[]): Workshop {
  const table = tableOf(blocks, ({ volume, boxes }) => volume * boxes ** -boxesWeight);
  return {
    carton,
    table,
    lengths: { l: reachableLengths(items, carton, "l"), w: reachableLengths(items, carton, "w"), h: reachableLengths(items, carton, "h") },
    all: Int32Array.from(table.blocks.keys()),
  };
}

type Room = { l: number; w: number; h: number };

/** The blocks that suit a floor best, at most `most`, the best first. */
export function bestBlocks({ carton, table, lengths }: Workshop, load: Load, floor: FreeFloor, most: number): Block[] {
  const room = { l: floor.l, w: floor.w, h: carton.h - floor.z };
  const { l, w, h, worths, weights } = table;
  const found: { index: number; score: number }[] = [];
  const mostWeight = carton.maxWeight - load.weight + hair;
  const size = { l: 0, w: 0, h: 0 };
  let bar = 0;
  const { possible } = load;
  for (let at = 0; at < possible.length; at += 1) {
    const index = possible[at] ?? 0;
    const worth = worths[index] ?? 0;
    // Blocks are sorted by the most they can be worth, so none behind this one can be better.
    if (worth <= bar) break;
    size.l = l[index] ?? 0;
    size.w = w[index] ?? 0;
    size.h = h[index] ?? 0;
    if (size.l > room.l + hair || size.w > room.w + hair || size.h > room.h + hair) continue;
    const touching = worth * contactOf(size, room) ** contactWeight;
    if (touching <= bar || (weights[index] ?? 0) > mostWeight || !isLeft(table, index, load.left)) continue;
    const score = touching * usedShare(size, room, lengths) ** lossWeight;
    if (score <= bar) continue;
    insertSorted(found, index, score);
    if (found.length > most) found.pop();
    if (found.length === most) bar = found.at(-1)?.score ?? 0;
  }
  return found.flatMap(({ index }) => table.blocks[index] ?? []);
}

function insertSorted(found: { index: number; score: number }[], index: number, score: number): void {
  let place = found.length;
  while (place > 0 && (found[place - 1]?.score ?? 0) < score) place -= 1;
  found.splice(place, 0, { index, score });
}

/** Sifting pays once so much of what there was is used up. */
const siftAt = 0.75;

/** Boxes are only ever used up, so blocks that have become impossible need not be looked at again. */
export function sifted({ table, carton }: Workshop, load: Load): Load {
  if (load.boxesLeft > load.siftedWith * siftAt) return load;
  const mostWeight = carton.maxWeight - load.weight + hair;
  const possible = load.possible.slice();
  let count = 0;
  for (const index of load.possible) {
    if ((table.weights[index] ?? 0) > mostWeight || !isLeft(table, index, load.left)) continue;
    possible[count] = index;
    count += 1;
  }
  return { ...load, possible: possible.subarray(0, count), siftedWith: load.boxesLeft };
}

function isLeft({ starts, kinds, counts }: BlockTable, index: number, left: Int32Array): boolean {
  const end = starts[index + 1] ?? 0;
  for (let at = starts[index] ?? 0; at < end; at += 1) {
    if ((counts[at] ?? 0) > (left[kinds[at] ?? 0] ?? 0)) return false;
  }
  return true;
}

/** Share of the free room that boxes can still use once the block stands in it. */
function usedShare(size: Room, room: Room, lengths: Workshop["lengths"]): number {
  const used =
    (size.l + reachable(lengths.l, room.l - size.l)) *
    (size.w + reachable(lengths.w, room.w - size.w)) *
    (size.h + reachable(lengths.h, room.h - size.h));
  return used / (room.l * room.w * room.h);
}

/** Share of the block's surface that touches the floor, the borders of the free room or, nearly enough, the roof. */
function contactOf({ l, w, h }: Room, room: Room): number {
  const ends = w * h;
  const sides = l * h;
  const base = l * w;
  const touching =
    base +
    (room.h - h <= nearlyTouching * h ? base : 0) +
    ends * (room.l - l <= nearlyTouching * l ? 2 : 1) +
    sides * (room.w - w <= nearlyTouching * w ? 2 : 1);
  return touching / (2 * (ends + sides + base));
}
