import type { Block } from "./blocks.ts";
import type { FreeFloor } from "./floor-shapes.ts";
import { afterPlacing } from "./floors.ts";
import { type Carton, hair } from "./items.ts";

export type PlacedBlock = { block: Block; x: number; y: number; z: number; earlier: PlacedBlock | undefined };

/** A partly filled carton. Never changed once made: searches branch from it. */
export type Load = {
  floors: readonly FreeFloor[];
  /** Of each item: what there was to pack, and what is left of it. */
  before: Int32Array;
  left: Int32Array;
  volume: number;
  weight: number;
  last: PlacedBlock | undefined;
};

export function emptyLoad(carton: Carton, left: Int32Array): Load {
  return {
    floors: [{ x: 0, y: 0, z: 0, l: carton.l, w: carton.w }],
    before: left,
    left,
    volume: 0,
    weight: 0,
    last: undefined,
  };
}

export function placeBlock(load: Load, block: Block, floor: FreeFloor, carton: Carton): Load {
  const { x, y } = cornerFor(block, floor, carton);
  const left = load.left.slice();
  block.kinds.forEach((kind, at) => {
    left[kind] = (left[kind] ?? 0) - (block.counts[at] ?? 0);
  });
  const base = { x, y, z: floor.z, l: block.l, w: block.w };
  const tops = block.tops.map((top) => ({ ...top, x: x + top.x, y: y + top.y, z: floor.z + top.z })).filter(({ z }) => carton.h - z > hair);
  return {
    floors: afterPlacing(load.floors, base, tops),
    before: load.before,
    left,
    volume: load.volume + block.volume,
    weight: load.weight + block.weight,
    last: { block, x, y, z: floor.z, earlier: load.last },
  };
}

/** Into the corner of the floor that is nearest to an upright edge of the carton: what stays free stays together. */
function cornerFor(block: Block, floor: FreeFloor, carton: Carton): { x: number; y: number } {
  const isRight = carton.l - floor.x - floor.l < floor.x;
  const isBack = carton.w - floor.y - floor.w < floor.y;
  return { x: isRight ? floor.x + floor.l - block.l : floor.x, y: isBack ? floor.y + floor.w - block.w : floor.y };
}

export function withoutFloor(load: Load, floor: FreeFloor): Load {
  return { ...load, floors: load.floors.filter((other) => other !== floor) };
}

/** The floor to fill next: the one whose corner lies nearest to a lower corner of the carton. */
export function nextFloor({ floors }: Load, carton: Carton): FreeFloor | undefined {
  let best: { floor: FreeFloor; distance: number; area: number } | undefined;
  for (const floor of floors) {
    const distance = Math.min(floor.x, carton.l - floor.x - floor.l) + Math.min(floor.y, carton.w - floor.y - floor.w) + floor.z;
    const area = floor.l * floor.w;
    if (best === undefined || distance < best.distance - hair || (distance <= best.distance + hair && area > best.area)) {
      best = { floor, distance, area };
    }
  }
  return best?.floor;
}

export type Placement = { item: number; x: number; y: number; z: number; l: number; w: number; h: number };

/** Every single box of a load, from the floor up. */
export function boxesOf(load: Load): Placement[] {
  const boxes: Placement[] = [];
  for (let placed = load.last; placed !== undefined; placed = placed.earlier) addBoxes(placed.block, placed, boxes);
  return boxes.toSorted((one, other) => one.z - other.z || one.x - other.x || one.y - other.y);
}

function addBoxes({ build, l, w, h }: Block, { x, y, z }: { x: number; y: number; z: number }, boxes: Placement[]): void {
  if (build.kind === "item") {
    boxes.push({ item: build.item, x, y, z, l, w, h });
    return;
  }
  addBoxes(build.first, { x, y, z }, boxes);
  addBoxes(build.second, { x: x + build.x, y: y + build.y, z: z + build.z }, boxes);
}
