import { assignmentOf, type OrderLog } from "./order-log.ts";

export type SkuMove = { sku: number; from: number; to: number; saves: number };

/** Leaves skus where they are when moving them saves nothing: a floor does not carry boxes for nothing. */
export function withoutIdleMoves(log: OrderLog, before: Int32Array, after: Int32Array, bins: number): Int32Array {
  const assignment = assignmentOf(after.slice(), bins);
  const { binOf, skuIn } = assignment;
  log.measureAll(assignment);
  const takeBack = (skus: readonly number[]) => {
    for (const sku of skus) binOf[sku] = before[sku] ?? 0;
    const isIdle = log.change(assignment, skus) <= 1e-9;
    if (isIdle) log.keep();
    else for (const sku of skus) binOf[sku] = after[sku] ?? 0;
    return isIdle;
  };
  for (const group of groupsOfMoves(before, after)) takeBack(group);
  const isFree = (bin: number) => skuIn[bin] === -1;
  const waiting = [...before.keys()].filter((sku) => isFree(before[sku] ?? 0));
  for (let sku = waiting.pop(); sku !== undefined; sku = waiting.pop()) {
    const left = binOf[sku] ?? 0;
    if (left === before[sku] || !isFree(before[sku] ?? 0) || !takeBack([sku])) continue;
    skuIn[before[sku] ?? 0] = sku;
    skuIn[left] = -1;
    const owner = before.indexOf(left);
    if (owner >= 0) waiting.push(owner);
  }
  return binOf;
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

/**
 * The moves in an order worth doing them, each with what it saves once those before it are done: together, all that is saved. The
 * move that looked best is weighed again before it is taken, since those before it have changed what it saves.
 */
export function orderMoves(log: OrderLog, before: Int32Array, after: Int32Array, bins: number): SkuMove[] {
  const assignment = assignmentOf(before.slice(), bins);
  const { binOf } = assignment;
  log.measureAll(assignment);
  const weigh = (sku: number) => {
    binOf[sku] = after[sku] ?? 0;
    const saves = 0 - log.change(assignment, [sku]);
    binOf[sku] = before[sku] ?? 0;
    return { sku, from: before[sku] ?? 0, to: after[sku] ?? 0, saves };
  };
  const moved = [...before.keys()].filter((sku) => before[sku] !== after[sku]);
  // The last one is the next to take.
  const queue = moved.map(weigh).toSorted((one, other) => one.saves - other.saves);
  const moves: SkuMove[] = [];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const move = weigh(next.sku);
    if (move.saves < (queue.at(-1)?.saves ?? move.saves) && move.saves < next.saves - 1e-9) {
      insertSorted(queue, move);
      continue;
    }
    binOf[move.sku] = move.to;
    log.change(assignment, [move.sku]);
    log.keep();
    moves.push(move);
  }
  return moves;
}

function insertSorted(queue: SkuMove[], move: SkuMove): void {
  const place = queue.findIndex(({ saves }) => saves > move.saves);
  queue.splice(place < 0 ? queue.length : place, 0, move);
}
