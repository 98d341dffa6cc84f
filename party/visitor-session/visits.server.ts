import type { KeptEvent } from "#app/domain/collect/judge-batch.ts";
import type { Accepted, Arrival, OpenSession, RecentEvent } from "#app/domain/collect/ports.ts";
import { type LastEnded, placeArrival } from "./state.ts";
import { addEvents, addNews, endSession, firstSeen, openSession, runningIn, type StoredSession } from "./storage.server.ts";

type Storage = Pick<DurableObjectStorage, "sql" | "kv" | "transactionSync">;

/** An arrival with its events as they are kept: JSON, written once at the door. */
export type WrittenArrival = Omit<Arrival, "events"> & { events: string };
type Coming = { events: readonly KeptEvent[]; text: string };

const mostTold = 10;

/** Takes what is new of a batch into the session it belongs to: all of it, or nothing where something goes wrong. */
export function takeArrival(storage: Storage, arrival: WrittenArrival, newId: () => string): Accepted {
  return storage.transactionSync(() => take(storage, arrival, newId));
}

function take(storage: Storage, arrival: WrittenArrival, newId: () => string): Accepted {
  const { sql, kv } = storage;
  // Written by the door of the same Worker, after each was checked.
  const all = JSON.parse(arrival.events) as KeptEvent[];
  const coming = freshOf(sql, all, arrival);
  const { events } = coming;
  const duplicates = all.length - events.length;
  const last = events.reduce<KeptEvent | undefined>((one, other) => (one === undefined || other.at >= one.at ? other : one), undefined);
  if (last === undefined) {
    addNews(kv, { duplicates });
    return { accepted: 0, duplicates, isErased: false };
  }
  const sessionId = sessionFor(storage, arrival, coming, newId);
  const userRef = events.findLast(({ userRef: name }) => name !== undefined)?.userRef;
  addEvents(sql, sessionId, { text: coming.text, events: events.length, userRef, receivedAt: arrival.receivedAt });
  const told = events.slice(-mostTold);
  addNews(kv, {
    accepted: events.length,
    duplicates,
    bots: arrival.visit.agentFlags.length === 0 ? 0 : events.length,
    lagsMs: told.map(({ at, receivedAt }) => Math.max(0, receivedAt - at)),
    recent: told.map((event) => toRecent(event, arrival.visitorKey, sessionId)),
    path: last.path,
  });
  return { accepted: events.length, duplicates, isErased: false };
}

/** Most batches are new as a whole, and are kept as they came. */
function freshOf(sql: SqlStorage, all: readonly KeptEvent[], { events: text, receivedAt }: WrittenArrival): Coming {
  const ids = all.map(({ id }) => id);
  const first = firstSeen(sql, ids, receivedAt);
  if (first.size === all.length) return { events: all, text };
  // `delete` is true once: of an event that comes twice in a batch the first one counts.
  const events = all.filter(({ id }) => first.delete(id));
  return { events, text: JSON.stringify(events) };
}

function toRecent({ id, type, at, path }: KeptEvent, visitorKey: string, sessionId: string): RecentEvent {
  return { id, type, at, path, visitorKey, sessionId };
}

function sessionFor({ sql, kv }: Storage, arrival: WrittenArrival, { events, text }: Coming, newId: () => string): string {
  const running = runningIn(sql);
  const { ends, begins } = placeArrival(running, kv.get<LastEnded>("lastEnded"), {
    receivedAt: arrival.receivedAt,
    idleMs: arrival.idleMs,
    firstAt: events.reduce((least, { at }) => Math.min(least, at), arrival.receivedAt),
    events: events.length,
    bytes: text.length,
  });
  if (running !== undefined && ends !== null) endSession(sql, running.id, ends);
  if (running !== undefined && begins === null) return running.id;
  const id = newId();
  const isReturning = arrival.visit.isKnownAgain && kv.get<boolean>("hasVisited") === true;
  openSession(sql, {
    id,
    openedAt: arrival.receivedAt,
    followsId: begins?.followsId ?? null,
    visit: arrival.visit,
    // What belongs to a visit that is over is not a second one.
    isReturning: isReturning && begins?.followsId === null,
    idleMs: arrival.idleMs,
  });
  if (arrival.visit.isKnownAgain) kv.put("hasVisited", true);
  return id;
}

/** The session that goes on, as its site shows it. */
export function toOpen(
  session: StoredSession,
  { siteId, visitorKey }: { siteId: string; visitorKey: string },
  { path, nowMs }: { path: string; nowMs: number },
): OpenSession {
  return {
    id: session.id,
    siteId,
    visitorKey,
    startedAt: session.openedAt,
    lastAt: session.lastReceivedAt,
    events: session.events,
    path,
    device: session.visit.device,
    country: session.visit.country,
    isBot: session.visit.agentFlags.length > 0,
    toldAt: nowMs,
  };
}
