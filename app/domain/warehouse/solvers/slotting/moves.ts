import { assignmentOf, type OrderLog } from "./order-log.ts";

export type SkuMove = { sku: number; from: number; to: number; saves: number };

/** With so many moves, finding the best next one by trying all takes too long: they go in the order of what each saves alone. */
const mostTriedEachTime = 150;

/** Leaves skus where they are when moving them saves nothing: a floor does not carry boxes for nothing. */
export function withoutIdleMoves(log: OrderLog, before: Int32Array, after: Int32Array, bins: number): Int32Array {
  const assignment = assignmentOf(after.slice(), bins);
  log.measureAll(assignment);
  for (const group of groupsOfMoves(before, after)) {
    for (const sku of group) assignment.binOf[sku] = before[sku] ?? 0;
    if (log.change(assignment, group) <= 1e-9) log.keep();
    else for (const sku of group) assignment.binOf[sku] = after[sku] ?? 0;
  }
  return assignment.binOf;
}

/** Moves that need one another, because each takes the bin the next one leaves. */
function groupsOfMoves(before: Int32Array, after: Int32Array): number[][] {
  const ownerOf = new Map([...before].map((bin, sku) => [bin, sku]));
  const takerOf = new Map([...after].map((bin, sku) => [bin, sku]));
  const seen = new Set<number>();
  const groups: number[][] = [];
  for (const start of before.keys()) {
    if (before[start] === after[start]) continue;
    const group: number[] = [];
    const waiting = [start];
    for (let sku = waiting.pop(); sku !== undefined; sku = waiting.pop()) {
      if (seen.has(sku)) continue;
      seen.add(sku);
      group.push(sku);
      for (const next of [ownerOf.get(after[sku] ?? -1), takerOf.get(before[sku] ?? -1)]) if (next !== undefined) waiting.push(next);
    }
    if (group.length > 0) groups.push(group);
  }
  return groups;
}

/** The moves in an order worth doing them, each with what it saves once those before it are done: together, all that is saved. */
export function orderMoves(log: OrderLog, before: Int32Array, after: Int32Array, bins: number): SkuMove[] {
  const assignment = assignmentOf(before.slice(), bins);
  log.measureAll(assignment);
  const saving = (sku: number) => {
    assignment.binOf[sku] = after[sku] ?? 0;
    const saves = -log.change(assignment, [sku]);
    assignment.binOf[sku] = before[sku] ?? 0;
    return saves;
  };
  let left = [...before.keys()].filter((sku) => before[sku] !== after[sku]);
  const bySaving = () => left.map((sku) => ({ sku, saves: saving(sku) })).toSorted((one, other) => other.saves - one.saves);
  const moves: SkuMove[] = [];
  let queue = bySaving();
  while (left.length > 0) {
    if (left.length <= mostTriedEachTime) queue = bySaving();
    const sku = queue.shift()?.sku ?? 0;
    assignment.binOf[sku] = after[sku] ?? 0;
    const saves = -log.change(assignment, [sku]);
    log.keep();
    moves.push({ sku, from: before[sku] ?? 0, to: after[sku] ?? 0, saves });
    left = left.filter((other) => other !== sku);
  }
  return moves;
}
