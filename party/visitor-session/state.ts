import type { KeptEvent } from "#app/domain/collect/judge-batch.ts";

/** A session is closed at this length whatever happens in it, so that nobody's endless visit grows without bound. */
export const longestMs = 24 * 3_600_000;
export const mostEvents = 50_000;
const mostBytes = 20_000_000;

export type Running = { id: string; openedAt: number; lastReceivedAt: number; events: number; bytes: number };
export type LastEnded = { id: string; endedAt: number };
type Coming = { receivedAt: number; idleMs: number; firstAt: number; events: number; bytes: number };

/** `ends`: the one that runs is over, and why. `begins`: these events begin another, after which one they really belong. */
export type Placing = { ends: "idle" | "cap" | null; begins: { followsId: string | null } | null };

/** Whether what comes goes on with the session that runs. */
export function placeArrival(running: Running | undefined, lastEnded: LastEnded | undefined, coming: Coming): Placing {
  if (running === undefined) return { ends: null, begins: { followsId: followed(lastEnded, coming) } };
  const isIdle = coming.receivedAt - running.lastReceivedAt >= coming.idleMs;
  if (isIdle) return { ends: "idle", begins: { followsId: null } };
  const isFull =
    coming.receivedAt - running.openedAt >= longestMs ||
    running.events + coming.events > mostEvents ||
    running.bytes + coming.bytes > mostBytes;
  return isFull ? { ends: "cap", begins: { followsId: running.id } } : { ends: null, begins: null };
}

/** What happened before an ended session was over comes late: it is told apart, and belongs to it. */
function followed(lastEnded: LastEnded | undefined, { firstAt, idleMs }: Coming): string | null {
  return lastEnded !== undefined && firstAt < lastEnded.endedAt + idleMs ? lastEnded.id : null;
}

/** What was gathered without a network arrives together: where nothing happened for as long as a session lasts, it is another one. */
export function cutByIdle(ordered: readonly KeptEvent[], idleMs: number): KeptEvent[][] {
  const parts: KeptEvent[][] = [];
  let last: KeptEvent | undefined;
  for (const event of ordered) {
    const part = parts.at(-1);
    if (part === undefined || (last !== undefined && event.at - last.at >= idleMs)) parts.push([event]);
    else part.push(event);
    last = event;
  }
  return parts;
}

const halfHourMs = 30 * 60_000;

/** As others count visits. */
export function halfHourVisits(ordered: readonly KeptEvent[]): number {
  return cutByIdle(ordered, halfHourMs).length;
}

/** Parts of one buffer have names that come out the same however often it is emptied. */
export function partId(sessionId: string, part: number): string {
  return part === 0 ? sessionId : `${sessionId}-${part + 1}`;
}

const toldAfterMs = 1_000;
const toldEveryMs = 15_000;

/** When the site hears of a visitor: of the first events at once, of those that follow now and then. */
export function tellAt(nowMs: number, lastToldAt: number | undefined): number {
  return lastToldAt === undefined ? nowMs + toldAfterMs : Math.max(nowMs + toldAfterMs, lastToldAt + toldEveryMs);
}
