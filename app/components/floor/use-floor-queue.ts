import { useCallback, useEffect, useRef, useState } from "react";
import {
  type NewEntry,
  nextToSend,
  type Queue,
  type QueueEntry,
  type QueueEvent,
  type QueueReply,
  stepQueue,
  unsentCount,
} from "#app/domain/warehouse/floor/queue.ts";
import type { FloorStore } from "./floor-store.ts";
import { sendCommands } from "./send-commands.ts";

const mostAtOnce = 20;
const againAfterMs = 15_000;

export type FloorQueue = {
  queue: Queue;
  /** Resolves when it is kept on this tablet. */
  add(entry: NewEntry): Promise<void>;
  /** An id to clear, which a person has seen. */
  clear(id: string): void;
  flush(): void;
};

type Options = {
  store: FloorStore;
  first: Queue;
  isAutomatic: boolean;
  isLive: boolean;
  onReplies: (replies: readonly QueueReply[]) => void;
};

/** Commands that wait on this tablet. They are kept first and sent in order: at once, and whenever the connection may be back. */
export function useFloorQueue({ store, first, isAutomatic, isLive, onReplies }: Options): FloorQueue {
  const [queue, setQueue] = useState(first);
  const latest = useRef(first);
  const isSending = useRef(false);
  const tell = useRef(onReplies);
  useEffect(() => {
    tell.current = onReplies;
  });
  const apply = useCallback(
    async (event: QueueEvent) => {
      const before = latest.current;
      latest.current = stepQueue(before, event);
      await keepChanges(store, before, latest.current);
      setQueue(latest.current);
    },
    [store],
  );
  const flush = useCallback(async () => {
    if (isSending.current) return;
    isSending.current = true;
    try {
      await sendAll(latest, apply, (replies) => tell.current(replies));
    } finally {
      isSending.current = false;
    }
  }, [apply]);
  useFlushMoments(() => void flush(), { isAutomatic, isLive, hasUnsent: unsentCount(queue) > 0 });
  return {
    queue,
    async add(entry) {
      await apply({ type: "added", entry });
      if (isAutomatic) void flush();
    },
    clear: (id) => void apply({ type: "cleared", id }),
    flush: () => void flush(),
  };
}

async function sendAll(
  latest: { current: Queue },
  apply: (event: QueueEvent) => Promise<void>,
  tell: (replies: readonly QueueReply[]) => void,
): Promise<void> {
  let next = nextToSend(latest.current, mostAtOnce);
  while (next.length > 0) {
    const replies = await sendCommands(next[0]?.zoneId ?? "", next.map(toSent));
    if (replies === undefined || replies === "locked" || replies.length === 0) return;
    await apply({ type: "answered", replies });
    tell(replies);
    next = nextToSend(latest.current, mostAtOnce);
  }
}

function toSent({ id, shiftId, baseVersion, clientTimeMs, command }: QueueEntry) {
  const binId = "binId" in command && typeof command["binId"] === "string" ? command["binId"] : "";
  const expected = baseVersion === null ? {} : { [`bin:${binId}`]: baseVersion };
  return { shiftId, envelope: { id, expected, clientTimeMs, command } };
}

/** Entries that are new or other than before are written, and those that are gone removed. */
async function keepChanges(store: FloorStore, before: Queue, after: Queue): Promise<void> {
  const known = new Map(before.entries.map((entry) => [entry.id, entry]));
  const left = new Set(after.entries.map(({ id }) => id));
  for (const entry of after.entries) if (known.get(entry.id) !== entry) await store.putEntry(entry);
  for (const id of known.keys()) if (!left.has(id)) await store.dropEntry(id);
}

type Moments = { isAutomatic: boolean; isLive: boolean; hasUnsent: boolean };

/** On opening, on coming back to the page, when the connection is back, and every now and then while anything waits. */
function useFlushMoments(flush: () => void, { isAutomatic, isLive, hasUnsent }: Moments): void {
  const run = useRef(flush);
  useEffect(() => {
    run.current = flush;
  });
  useEffect(() => {
    if (!isAutomatic || !hasUnsent) return;
    const now = () => run.current();
    if (isLive) now();
    const timer = setInterval(now, againAfterMs);
    window.addEventListener("online", now);
    window.addEventListener("focus", now);
    return () => {
      clearInterval(timer);
      window.removeEventListener("online", now);
      window.removeEventListener("focus", now);
    };
  }, [isAutomatic, isLive, hasUnsent]);
}
