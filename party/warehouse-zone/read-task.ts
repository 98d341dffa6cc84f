import type { Task } from "#app/domain/warehouse/ledger/facts.ts";

/** A task as the books keep it. One that was written before there were batches is in none. */
export function readTask(body: string): Task {
  const task = JSON.parse(body) as Omit<Task, "batch" | "walk" | "picker"> & Partial<Pick<Task, "batch" | "walk" | "picker">>;
  const { batch = null, walk = null, picker = null } = task;
  return { ...task, batch, walk, picker };
}
