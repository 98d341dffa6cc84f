import type { PackAnswer, PackedBox, PackProblem } from "../packing/solve-pack.ts";

const tolerance = 1e-6;

/** What is wrong with an answer; nothing when it can be packed as drawn. Knows nothing of how it was found. */
export function problemsOfPacking({ cartons, items, mode }: PackProblem, answer: PackAnswer): string[] {
  const problems: string[] = [];
  for (const { carton, placements, fill } of answer.cartons) {
    const kind = cartons.find(({ id }) => id === carton);
    if (kind === undefined) return [`carton ${carton} is unknown`];
    for (const box of placements) {
      if (!isInside(box, kind)) problems.push(`${box.id} sticks out of ${carton}`);
      if (!isSupported(box, placements)) problems.push(`${box.id} hangs in the air at ${box.x},${box.y},${box.z}`);
      if (!mayStand(box, items)) problems.push(`${box.id} stands as it must not`);
    }
    placements.forEach((box, index) => {
      if (placements.slice(index + 1).some((other) => overlap(box, other))) problems.push(`${box.id} shares room with another`);
    });
    const weight = placements.reduce((sum, { id }) => sum + (items.find((item) => item.id === id)?.weight ?? 0), 0);
    if (weight > (kind.maxWeight ?? Number.POSITIVE_INFINITY) + tolerance) problems.push(`${carton} is too heavy`);
    const volume = placements.reduce((sum, { l, w, h }) => sum + l * w * h, 0);
    if (Math.abs(volume / (kind.l * kind.w * kind.h) - fill) > tolerance) problems.push(`${carton} says it is filled to ${fill}`);
  }
  for (const { id, qty } of items) {
    const placed = answer.cartons.flatMap(({ placements }) => placements).filter((box) => box.id === id).length;
    const unplaced = answer.unplaced.find((item) => item.id === id)?.qty ?? 0;
    if (placed + unplaced !== qty) problems.push(`${id}: ${placed} placed and ${unplaced} not, of ${qty}`);
  }
  if (mode === "fill" && answer.cartons.length !== 1) problems.push("fill takes one carton");
  return problems;
}

const axes = [
  ["x", "l"],
  ["y", "w"],
  ["z", "h"],
] as const;

function isInside(box: PackedBox, carton: { l: number; w: number; h: number }): boolean {
  return axes.every(([at, size]) => box[at] >= -tolerance && box[at] + box[size] <= carton[size] + tolerance);
}

function overlap(one: PackedBox, other: PackedBox): boolean {
  return axes.every(([at, size]) => one[at] < other[at] + other[size] - tolerance && other[at] < one[at] + one[size] - tolerance);
}

/** On the floor, or with the whole base on tops at that height: tops do not overlap, so their shares add up. */
function isSupported(box: PackedBox, all: readonly PackedBox[]): boolean {
  if (box.z <= tolerance) return true;
  const below = all.filter((other) => Math.abs(other.z + other.h - box.z) <= tolerance);
  const carried = below.reduce((sum, other) => sum + shared(box, other, "x", "l") * shared(box, other, "y", "w"), 0);
  return carried >= box.l * box.w * (1 - tolerance);
}

function shared(one: PackedBox, other: PackedBox, at: "x" | "y", size: "l" | "w"): number {
  return Math.max(0, Math.min(one[at] + one[size], other[at] + other[size]) - Math.max(one[at], other[at]));
}

function mayStand(box: PackedBox, items: PackProblem["items"]): boolean {
  const item = items.find(({ id }) => id === box.id);
  if (item === undefined) return false;
  const near = (one: number, other: number) => Math.abs(one - other) <= tolerance;
  const isPermutation = (sizes: number[]) =>
    sizes.toSorted((a, b) => a - b).every((size, index) => near(size, [item.l, item.w, item.h].toSorted((a, b) => a - b)[index] ?? -1));
  if (!isPermutation([box.l, box.w, box.h])) return false;
  if (item.rotate === "none") return near(box.l, item.l) && near(box.w, item.w) && near(box.h, item.h);
  if (item.rotate === "upright") return near(box.h, item.h);
  return (item.up ?? (["l", "w", "h"] as const)).some((side) => near(box.h, item[side]));
}
