import { type Carton, type Item, type Size, stancesOf } from "./items.ts";

/** How finely a side of the carton is measured. */
const cells = 2048;

/** For one side: the greatest length up to a given one that boxes in a row can make. What is left beyond it is lost. */
export type ReachableLengths = { scale: number; lengths: Float64Array };

export function reachableLengths(items: readonly Item[], carton: Carton, side: keyof Size): ReachableLengths {
  const scale = cells / carton[side];
  const reached = new Uint8Array(cells + 1);
  reached[0] = 1;
  for (const item of items) {
    const steps = new Set(stancesOf(item).map((stance) => Math.max(1, Math.round(stance[side] * scale))));
    addItem(reached, steps, item.qty);
  }
  const lengths = new Float64Array(cells + 1);
  let longest = 0;
  for (let cell = 0; cell <= cells; cell += 1) {
    if (reached[cell] === 1) longest = cell / scale;
    lengths[cell] = longest;
  }
  return { scale, lengths };
}

/** Each item may lie in the row at most `qty` times; uses are counted from the fewest that reach a cell. */
function addItem(reached: Uint8Array, steps: ReadonlySet<number>, qty: number): void {
  const uses = Int32Array.from(reached, (isReached) => (isReached === 1 ? 0 : qty + 1));
  for (let cell = 1; cell <= cells; cell += 1) {
    for (const step of steps) {
      const fewest = (step <= cell ? (uses[cell - step] ?? qty + 1) : qty + 1) + 1;
      if (fewest <= qty && fewest < (uses[cell] ?? 0)) uses[cell] = fewest;
    }
    if ((uses[cell] ?? qty + 1) <= qty) reached[cell] = 1;
  }
}

export function reachable({ scale, lengths }: ReachableLengths, length: number): number {
  const cell = Math.min(cells, Math.floor(length * scale + 1e-6));
  return Math.min(length, lengths[cell] ?? 0);
}
