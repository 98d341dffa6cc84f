import * as z from "zod/mini";
import { commandTypesOffline } from "./kinds.ts";

/** A command as it waits on a tablet: under its own id and number, with what it was decided on and when. */
export const queueEntrySchema = z.object({
  id: z.string(),
  /** Of this tablet; commands are sent in this order. */
  sequence: z.int(),
  zoneId: z.string(),
  shiftId: z.string(),
  personName: z.string(),
  /** Of the bin that was counted. A task's own version grows with its lease, and says nothing here. */
  baseVersion: z.nullable(z.int()),
  clientTimeMs: z.int(),
  command: z.looseObject({ type: z.enum(commandTypesOffline) }),
  /** For people: what it was about. */
  about: z.object({
    kind: z.string(),
    bin: z.string(),
    item: z.string(),
    qty: z.int(),
    /** Of a count. */
    counted: z.optional(z.array(z.object({ item: z.string(), qty: z.int() }))),
  }),
  state: z.enum(["waiting", "refused"]),
  reason: z.nullable(z.string()),
});
export type QueueEntry = z.infer<typeof queueEntrySchema>;

export type Queue = { nextSequence: number; entries: readonly QueueEntry[] };
export type NewEntry = Omit<QueueEntry, "sequence" | "state" | "reason">;

/** Of what the room answered, what matters here. A repetition is answered as the first time. */
export type QueueReply = { id: string; kind: "applied" | "conflict" | "rejected"; reason: string | null };

export type QueueEvent =
  | { type: "added"; entry: NewEntry }
  | { type: "answered"; replies: readonly QueueReply[] }
  /** A person has seen what was refused. */
  | { type: "cleared"; id: string };

export const emptyQueue: Queue = { nextSequence: 1, entries: [] };

/** Nothing leaves the queue but what the room took, or what was refused and a person has seen. */
export function stepQueue(queue: Queue, event: QueueEvent): Queue {
  switch (event.type) {
    case "added": {
      const { entry } = event;
      // Added twice after a crash, it is still one.
      if (queue.entries.some(({ id }) => id === entry.id)) return queue;
      const waiting: QueueEntry = { ...entry, sequence: queue.nextSequence, state: "waiting", reason: null };
      return { nextSequence: queue.nextSequence + 1, entries: [...queue.entries, waiting] };
    }
    case "answered": {
      const answers = new Map(event.replies.map((reply) => [reply.id, reply]));
      return { ...queue, entries: queue.entries.flatMap((entry) => afterReply(entry, answers.get(entry.id))) };
    }
    case "cleared":
      return { ...queue, entries: queue.entries.filter(({ id, state }) => id !== event.id || state !== "refused") };
    default:
      return event satisfies never;
  }
}

function afterReply(entry: QueueEntry, reply: QueueReply | undefined): QueueEntry[] {
  if (reply === undefined || entry.state !== "waiting") return [entry];
  return reply.kind === "applied" ? [] : [{ ...entry, state: "refused", reason: reply.reason }];
}

/** As the tablet kept them, in their order again; the next number is above all that were ever given. */
export function restoredQueue(entries: readonly QueueEntry[], lastSequence: number): Queue {
  const inOrder = entries.toSorted((a, b) => a.sequence - b.sequence);
  return { nextSequence: Math.max(lastSequence, inOrder.at(-1)?.sequence ?? 0) + 1, entries: inOrder };
}

/** What goes next: the oldest that wait, as long as they are for one zone. */
export function nextToSend(queue: Queue, most: number): readonly QueueEntry[] {
  const waiting = queue.entries.filter(({ state }) => state === "waiting");
  const otherZone = waiting.findIndex(({ zoneId }) => zoneId !== waiting[0]?.zoneId);
  return waiting.slice(0, Math.min(otherZone === -1 ? waiting.length : otherZone, most));
}

export function unsentCount(queue: Queue): number {
  return queue.entries.filter(({ state }) => state === "waiting").length;
}

export function refusedEntries(queue: Queue): readonly QueueEntry[] {
  return queue.entries.filter(({ state }) => state === "refused");
}
