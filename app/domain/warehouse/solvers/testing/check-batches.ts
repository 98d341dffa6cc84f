import type { BatchAnswer, BatchProblem } from "../batching/solve-batch.ts";

/** What is wrong with an answer; nothing when it can be picked: each order once, and no batch over the capacity. */
export function problemsOfBatches({ orders, capacity }: BatchProblem, { batches }: BatchAnswer): string[] {
  const problems: string[] = [];
  const times = new Map<string, number>();
  for (const [index, batch] of batches.entries()) {
    let size = 0;
    for (const id of batch) {
      times.set(id, (times.get(id) ?? 0) + 1);
      size += orders.find((order) => order.id === id)?.size ?? Number.POSITIVE_INFINITY;
    }
    if (batch.length === 0) problems.push(`batch ${index} is empty`);
    if (size > capacity + 1e-9) problems.push(`batch ${index} holds ${size}, more than ${capacity}`);
  }
  for (const { id } of orders) if (times.get(id) !== 1) problems.push(`order ${id} is picked ${times.get(id) ?? 0} times`);
  return problems;
}
