import { type Carton, type Item, type Size, stancesOf } from "./items.ts";

/** How finely a side of the carton is measured. */
const cells = 2048;
/** So many different lengths reach nearly everything. */
const mostLengths = 80;

/** For one side: the greatest length up to a given one that boxes in a row can make. What is left beyond it is lost. */
export type ReachableLengths = { cellsPerUnit: number; lengths: Float64Array };

export function reachableLengths(items: readonly Item[], carton: Carton, side: keyof Size): ReachableLengths {
  const cellsPerUnit = cells / carton[side];
  const reached = new Uint8Array(cells + 1);
  reached[0] = 1;
  for (const [step, qty] of [...stepsOf(items, side, cellsPerUnit)].slice(0, mostLengths)) addSteps(reached, step, qty);
  const lengths = new Float64Array(cells + 1);
  let longest = 0;
  for (let cell = 0; cell <= cells; cell += 1) {
    if (reached[cell] === 1) longest = cell / cellsPerUnit;
    lengths[cell] = longest;
  }
  return { cellsPerUnit, lengths };
}

/** Every length a box can have along the side, in cells, and how many boxes can. */
function stepsOf(items: readonly Item[], side: keyof Size, cellsPerUnit: number): Map<number, number> {
  const steps = new Map<number, number>();
  for (const item of items) {
    const own = new Set(stancesOf(item).map((stance) => Math.max(1, Math.round(stance[side] * cellsPerUnit))));
    for (const step of own) steps.set(step, (steps.get(step) ?? 0) + item.qty);
  }
  return steps;
}

/** Uses are counted from the fewest that reach a cell. */
function addSteps(reached: Uint8Array, step: number, qty: number): void {
  const uses = Int32Array.from(reached, (isReached) => (isReached === 1 ? 0 : qty + 1));
  for (let cell = step; cell <= cells; cell += 1) {
    const fewest = (uses[cell - step] ?? qty) + 1;
    if (fewest > qty || fewest >= (uses[cell] ?? 0)) continue;
    uses[cell] = fewest;
    reached[cell] = 1;
  }
}

export function reachable({ cellsPerUnit, lengths }: ReachableLengths, length: number): number {
  const cell = Math.min(cells, Math.floor(length * cellsPerUnit + 1e-6));
  return Math.min(length, lengths[cell] ?? 0);
}
