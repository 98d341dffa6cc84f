import type { Block } from "./blocks.ts";
import { type BlockTable, tableOf } from "./block-table.ts";
import type { FreeFloor } from "./floor-shapes.ts";
import { type Carton, fitsIn, hair, type Item, type Size } from "./items.ts";
import type { Load } from "./load.ts";
import { reachable, type ReachableLengths, reachableLengths } from "./reachable-lengths.ts";

/** A side this near to the border of the free room, as a share of the block, counts as touching it. */
const nearlyTouching = 0.04;
/** How much contact with its surroundings and room that stays usable count in the choice of a block. */
const contactWeight = 4;
const lossWeight = 2;
/** Many small boxes are worth less than few large ones of the same volume: the small ones still fit later. */
const boxesWeight = 0.2;

type Lengths = { l: ReachableLengths; w: ReachableLengths; h: ReachableLengths };

/** What does not change while one carton is filled: the blocks, and which of them suit a room best. */
export class Workshop {
  readonly carton: Carton;
  readonly table: BlockTable;
  readonly #lengths: Lengths;
  readonly #rankings = new Map<string, Int32Array>();
  #remembered = 0;

  constructor(carton: Carton, items: readonly Item[], blocks: readonly Block[]) {
    this.carton = carton;
    this.table = tableOf(blocks, ({ volume, boxes }) => volume * boxes ** -boxesWeight);
    this.#lengths = {
      l: reachableLengths(items, carton, "l"),
      w: reachableLengths(items, carton, "w"),
      h: reachableLengths(items, carton, "h"),
    };
  }

  /** The blocks that suit a floor best, at most `most`, the best first. */
  bestBlocks(load: Load, { l, w, z }: FreeFloor, most: number): Block[] {
    const { table, carton } = this;
    const mostWeight = carton.maxWeight - load.weight + hair;
    const found: Block[] = [];
    for (const index of this.#rankingFor({ l, w, h: carton.h - z })) {
      if ((table.weights[index] ?? 0) > mostWeight || !isLeft(table, index, load.left)) continue;
      const block = table.blocks[index];
      if (block !== undefined && found.push(block) === most) break;
    }
    return found;
  }

  /** How well a block suits a room depends on their sizes alone, and the same sizes come up again and again. */
  #rankingFor(room: Size): Int32Array {
    const key = `${room.l} ${room.w} ${room.h}`;
    const known = this.#rankings.get(key);
    if (known !== undefined) return known;
    const ranking = this.#rank(room);
    this.#remembered += ranking.length;
    if (this.#remembered > mostRemembered) {
      this.#rankings.clear();
      this.#remembered = ranking.length;
    }
    this.#rankings.set(key, ranking);
    return ranking;
  }

  #rank(room: Size): Int32Array {
    const { worths, l, w, h } = this.table;
    const scores = new Float64Array(worths.length);
    const size = { l: 0, w: 0, h: 0 };
    let count = 0;
    const fitting = new Int32Array(worths.length);
    for (let index = 0; index < worths.length; index += 1) {
      size.l = l[index] ?? 0;
      size.w = w[index] ?? 0;
      size.h = h[index] ?? 0;
      if (!fitsIn(size, room)) continue;
      scores[index] = (worths[index] ?? 0) * contactOf(size, room) ** contactWeight * usedShare(size, room, this.#lengths) ** lossWeight;
      fitting[count] = index;
      count += 1;
    }
    return fitting.slice(0, count).sort((one, other) => (scores[other] ?? 0) - (scores[one] ?? 0));
  }
}

/** Of all rankings together, in blocks. */
const mostRemembered = 20_000_000;

function isLeft({ starts, kinds, counts }: BlockTable, index: number, left: Int32Array): boolean {
  const end = starts[index + 1] ?? 0;
  for (let at = starts[index] ?? 0; at < end; at += 1) {
    if ((counts[at] ?? 0) > (left[kinds[at] ?? 0] ?? 0)) return false;
  }
  return true;
}

/** Share of the free room that boxes can still use once the block stands in it. */
function usedShare(size: Size, room: Size, lengths: Lengths): number {
  const used =
    (size.l + reachable(lengths.l, room.l - size.l)) *
    (size.w + reachable(lengths.w, room.w - size.w)) *
    (size.h + reachable(lengths.h, room.h - size.h));
  return used / (room.l * room.w * room.h);
}

/** Share of the block's surface that touches the floor, the borders of the free room or, nearly enough, the roof. */
function contactOf({ l, w, h }: Size, room: Size): number {
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
