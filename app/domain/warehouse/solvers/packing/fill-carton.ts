import type { TimeLimit } from "../time-limit.ts";
import type { Workshop } from "./workshop.ts";
import type { Block } from "./blocks.ts";
import type { FreeFloor } from "./floor-shapes.ts";
import { type Load, nextFloor, placeBlock, withoutFloor } from "./load.ts";

/** Goes on with the best block on the next floor until nothing fits. */
export function fillGreedily(workshop: Workshop, first: Load): Load {
  let load = first;
  for (let choice = nextChoice(workshop, load, 1); choice !== undefined; choice = nextChoice(workshop, load, 1)) {
    const [block] = choice.blocks;
    load = block === undefined ? choice.load : placeBlock(choice.load, block, choice.floor, workshop.carton);
  }
  return load;
}

type Choice = { load: Load; floor: FreeFloor; blocks: readonly Block[] };

/** Gives up floors on which nothing fits. */
function nextChoice(workshop: Workshop, first: Load, most: number): Choice | undefined {
  let load = first;
  for (let floor = nextFloor(load, workshop.carton); floor !== undefined; floor = nextFloor(load, workshop.carton)) {
    const blocks = workshop.bestBlocks(load, floor, most);
    if (blocks.length > 0) return { load, floor, blocks };
    load = withoutFloor(load, floor);
  }
  return undefined;
}

type Candidate = { load: Load; filled: Load };

/**
 * Beam search: from each of the best partial loads several blocks are tried, each is filled up greedily, and those with the fullest
 * cartons go on. It begins narrow and widens until the time is over or nothing is left out.
 */
export function fillCarton(workshop: Workshop, empty: Load, limit: TimeLimit, isEnough: (load: Load) => boolean): Load {
  let best = fillGreedily(workshop, empty);
  for (let width = 2; !limit.isOver() && !isEnough(best); width *= 2) {
    const found = searchWithBeam(workshop, empty, width, limit, isEnough);
    if (found.volume > best.volume) best = found;
    if (width > widest) break;
  }
  return best;
}

/** Wider beams than this have seen all there is of a small problem. */
const widest = 4000;

function searchWithBeam(workshop: Workshop, empty: Load, width: number, limit: TimeLimit, isEnough: (load: Load) => boolean): Load {
  let best = empty;
  let beam: Load[] = [empty];
  while (beam.length > 0) {
    const candidates: Candidate[] = [];
    for (const load of beam) {
      const choice = nextChoice(workshop, load, width);
      for (const block of choice?.blocks ?? []) {
        if (choice === undefined || limit.isOver()) return best;
        const next = placeBlock(choice.load, block, choice.floor, workshop.carton);
        const filled = fillGreedily(workshop, next);
        if (filled.volume > best.volume) best = filled;
        if (isEnough(best)) return best;
        candidates.push({ load: next, filled });
      }
    }
    beam = fullest(candidates, width);
  }
  return best;
}

/** Loads that end in the same place look alike, and one of them is enough. */
function fullest(candidates: readonly Candidate[], width: number): Load[] {
  const distinct = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const key = `${candidate.filled.volume} ${candidate.load.volume} ${candidate.load.left.join()}`;
    if (!distinct.has(key)) distinct.set(key, candidate);
  }
  return [...distinct.values()]
    .toSorted((one, other) => other.filled.volume - one.filled.volume)
    .slice(0, width)
    .map(({ load }) => load);
}
