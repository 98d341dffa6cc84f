import type { Block } from "./blocks.ts";
import type { FreeFloor } from "./floors.ts";
import { type Carton, hair, type Item } from "./items.ts";
import type { Load } from "./load.ts";
import { reachable, type ReachableLengths, reachableLengths } from "./reachable-lengths.ts";

/** How much contact with its surroundings, lost room and small boxes weigh in the choice of a block. */
const weights = { contact: 4, loss: 1, boxes: 0.2 };
/** A side this near to the border of the free room, as a share of the block, counts as touching it. */
const nearlyTouching = 0.04;

/** What does not change while one carton is filled: blocks with the most promising first, and the lengths that boxes can make. */
export type Workshop = {
  carton: Carton;
  blocks: readonly Block[];
  /** What a block is worth at best: its volume, less for many small boxes. */
  worths: Float64Array;
  lengths: { l: ReachableLengths; w: ReachableLengths; h: ReachableLengths };
};

export function openWorkshop(carton: Carton, items: readonly Item[], blocks: readonly Block[]): Workshop {
  const worthOf = ({ volume, boxes }: Block) => volume * boxes ** -weights.boxes;
  const sorted = blocks.toSorted((one, other) => worthOf(other) - worthOf(one));
  return {
    carton,
    blocks: sorted,
    worths: Float64Array.from(sorted, worthOf),
    lengths: { l: reachableLengths(items, carton, "l"), w: reachableLengths(items, carton, "w"), h: reachableLengths(items, carton, "h") },
  };
}

/** The blocks that suit a floor best, at most `most`, the best first. */
export function bestBlocks({ carton, blocks, worths, lengths }: Workshop, load: Load, floor: FreeFloor, most: number): Block[] {
  const height = carton.h - floor.z;
  const room = floor.l * floor.w * height;
  const best: { block: Block; score: number }[] = [];
  let bar = 0;
  for (let index = 0; index < blocks.length; index += 1) {
    const block = blocks[index];
    const worth = worths[index] ?? 0;
    // Blocks are sorted by the most they can be worth, so none behind this one can be better.
    if (block === undefined || worth <= bar) break;
    if (block.l > floor.l + hair || block.w > floor.w + hair || block.h > height + hair || !isLeft(block, load, carton)) continue;
    const filled =
      (block.l + reachable(lengths.l, floor.l - block.l)) *
      (block.w + reachable(lengths.w, floor.w - block.w)) *
      (block.h + reachable(lengths.h, height - block.h));
    const score = worth * (filled / room) ** weights.loss * contactOf(block, floor, height) ** weights.contact;
    if (score <= bar) continue;
    best.push({ block, score });
    if (best.length <= most) continue;
    best.sort((one, other) => other.score - one.score);
    best.pop();
    bar = best.at(-1)?.score ?? 0;
  }
  return best.toSorted((one, other) => other.score - one.score).map(({ block }) => block);
}

function isLeft({ kinds, counts, weight }: Block, load: Load, carton: Carton): boolean {
  for (let at = 0; at < kinds.length; at += 1) {
    if ((counts[at] ?? 0) > (load.left[kinds[at] ?? 0] ?? 0)) return false;
  }
  return load.weight + weight <= carton.maxWeight + hair;
}

/** Share of the block's surface that touches the floor, the borders of the free room or, nearly enough, the roof. */
function contactOf({ l, w, h }: Block, floor: FreeFloor, height: number): number {
  const [ends, sides, base] = [w * h, l * h, l * w];
  const touching =
    base +
    (height - h <= nearlyTouching * h ? base : 0) +
    ends * (floor.l - l <= nearlyTouching * l ? 2 : 1) +
    sides * (floor.w - w <= nearlyTouching * w ? 2 : 1);
  return touching / (2 * (ends + sides + base));
}
