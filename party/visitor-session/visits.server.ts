import type { KeptEvent } from "#app/domain/collect/judge-batch.ts";
import type { Accepted, Arrival, OpenSession, RecentEvent } from "#app/domain/collect/ports.ts";
import { type LastEnded, placeArrival } from "./state.ts";
import { addEvents, addNews, endSession, openSession, sessionsIn, type StoredSession, unseen } from "./storage.server.ts";

type Storage = Pick<DurableObjectStorage, "sql" | "kv">;
type Stored = KeptEvent & { text: string };

/** Takes what is new of a batch into the session it belongs to. Nothing here waits: all of it is written together. */
export function takeArrival(storage: Storage, arrival: Arrival, newId: () => string): Accepted {
  const { sql, kv } = storage;
  const fresh = unseen(sql, arrival.events).map((event): Stored => ({ ...event, text: JSON.stringify(event) }));
  const duplicates = arrival.events.length - fresh.length;
  if (fresh.length === 0) {
    addNews(kv, { duplicates });
    return { accepted: 0, duplicates, isErased: false };
  }
  const sessionId = sessionFor(storage, arrival, fresh, newId);
  addEvents(sql, sessionId, fresh, arrival.receivedAt);
  addNews(kv, {
    accepted: fresh.length,
    duplicates,
    bots: arrival.visit.agentFlags.length === 0 ? 0 : fresh.length,
    lagsMs: fresh.map(({ at, receivedAt }) => Math.max(0, receivedAt - at)),
    recent: fresh.map((event) => toRecent(event, arrival.visitorKey, sessionId)),
  });
  const last = fresh.reduce((one, other) => (other.at >= one.at ? other : one));
  kv.put("path", last.path);
  return { accepted: fresh.length, duplicates, isErased: false };
}

function toRecent({ id, type, at, path }: KeptEvent, visitorKey: string, sessionId: string): RecentEvent {
  return { id, type, at, path, visitorKey, sessionId };
}

function sessionFor({ sql, kv }: Storage, arrival: Arrival, fresh: readonly Stored[], newId: () => string): string {
  const [running] = sessionsIn(sql, "open");
  const { ends, begins } = placeArrival(running, kv.get<LastEnded>("lastEnded"), {
    receivedAt: arrival.receivedAt,
    idleMs: arrival.idleMs,
    firstAt: fresh.reduce((least, { at }) => Math.min(least, at), arrival.receivedAt),
    events: fresh.length,
    bytes: fresh.reduce((sum, { text }) => sum + text.length, 0),
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
