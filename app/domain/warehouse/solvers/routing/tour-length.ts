import { costsPerStep, type StepTable } from "./tour-machine.ts";
import type { TourSteps } from "./tour-steps.ts";

/** The cheapest way into every class after a step, from the cheapest ways into every class before it. */
export function takeStep(table: StepTable, costs: Float64Array, at: number, before: Float64Array, after: Float64Array): void {
  const { starts, targets, costs: costIndexes } = table;
  after.fill(Number.POSITIVE_INFINITY);
  const classes = before.length;
  for (let from = 0; from < classes; from += 1) {
    const soFar = before[from] ?? 0;
    if (soFar === Number.POSITIVE_INFINITY) continue;
    const end = starts[from + 1] ?? 0;
    for (let move = starts[from] ?? 0; move < end; move += 1) {
      const target = targets[move] ?? 0;
      const total = soFar + (costs[at + (costIndexes[move] ?? 0)] ?? 0);
      if (total < (after[target] ?? 0)) after[target] = total;
    }
  }
}

/** Length of the shortest closed tour past the stops that `steps` was written for. */
export class TourLength {
  readonly #steps: TourSteps;
  readonly #buffers: [Float64Array, Float64Array];

  constructor(steps: TourSteps) {
    this.#steps = steps;
    const classes = steps.machine.classes.length;
    this.#buffers = [new Float64Array(classes), new Float64Array(classes)];
  }

  of(ranks: Int32Array, count: number): number {
    const steps = this.#steps;
    steps.write(ranks, count);
    let [before, after] = this.#buffers;
    before.fill(Number.POSITIVE_INFINITY);
    before[steps.machine.emptyClass] = 0;
    for (let step = 0; step < steps.count; step += 1) {
      const table = steps.tables[step] ?? steps.machine.crossing;
      takeStep(table, steps.costs, step * costsPerStep, before, after);
      [before, after] = [after, before];
    }
    return shortestClosed(before, steps.machine.isClosed);
  }
}

function shortestClosed(lengths: Float64Array, isClosed: Uint8Array): number {
  let shortest = Number.POSITIVE_INFINITY;
  for (let index = 0; index < lengths.length; index += 1) {
    const length = lengths[index] ?? 0;
    if (isClosed[index] === 1 && length < shortest) shortest = length;
  }
  return shortest;
}
