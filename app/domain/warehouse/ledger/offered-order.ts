import type { Task } from "./facts.ts";

type Offered = Pick<Task, "id" | "priority" | "batch" | "walk" | "picker" | "claimedBy" | "createdAt">;

/**
 * The order in which work is offered to a person: what they hold, then the rest of the batch they have begun, then by
 * priority what nobody has begun, last what others have. Batches stay together, the older first, each in the order of its walk.
 */
export function inOfferedOrder<One extends Offered>(tasks: Iterable<One>, personId: string | null): One[] {
  const all = [...tasks];
  const begins = new Map<string, number>();
  for (const { batch, createdAt } of all) {
    if (batch !== null) begins.set(batch, Math.min(createdAt, begins.get(batch) ?? createdAt));
  }
  const turnOf = ({ claimedBy, picker }: One) => {
    if (personId === null) return 0;
    if (claimedBy?.id === personId) return 0;
    if (picker?.id === personId) return 1;
    return picker === null ? 2 : 3;
  };
  const beginOf = ({ batch, createdAt }: One) => (batch === null ? createdAt : (begins.get(batch) ?? createdAt));
  return all.toSorted(
    (a, b) =>
      turnOf(a) - turnOf(b) ||
      b.priority - a.priority ||
      beginOf(a) - beginOf(b) ||
      compare(a.batch ?? "", b.batch ?? "") ||
      (a.walk ?? Number.MAX_SAFE_INTEGER) - (b.walk ?? Number.MAX_SAFE_INTEGER) ||
      a.createdAt - b.createdAt ||
      compare(a.id, b.id),
  );
}

function compare(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}
