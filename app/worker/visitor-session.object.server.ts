import { DurableObject } from "cloudflare:workers";
import type { KeptEvent } from "#app/domain/collect/judge-batch.ts";
import type { Accepted, VisitorPlace } from "#app/domain/collect/ports.ts";
import { forgetVisits } from "#app/domain/collect/remove-visits.server.ts";
import { keepSession } from "#app/domain/interactions/keep-session.server.ts";
import { createIds } from "#app/platform/ids.ts";
import { systemClock } from "#app/platform/clock.ts";
import { cutByIdle, halfHourVisits, type LastEnded, partId, tellAt } from "#party/visitor-session/state.ts";
import {
  addNews,
  countEvents,
  createTables,
  dropSession,
  endSession,
  eventsOf,
  nextToTell,
  type News,
  sessionsIn,
  type StoredSession,
} from "#party/visitor-session/storage.server.ts";
import { takeArrival, toOpen, type WrittenArrival } from "#party/visitor-session/visits.server.ts";
import { contextForObject, createDeps } from "./context.server.ts";
import { siteFeedOf } from "./shopper-rooms.server.ts";

const ids = createIds(systemClock);
/** Older events are refused at the door: after this the same one cannot come again. */
const seenForMs = 8 * 24 * 3_600_000;
const firstRetryMs = 2_000;
const longestRetryMs = 10 * 60_000;

/** Visits of which some rows may be written and others not. */
type HalfKept = { workspaceId: string; sessionIds: string[] };

/**
 * One object a site and visitor: what they do is buffered here until they are gone for a while. Then it is archived, noted
 * as a session and forgotten. Every step may be repeated: whenever this ends, the next alarm goes on from what is written.
 */
export class VisitorSessionObject extends DurableObject<Env> {
  /** What is known to be written: a visitor's next batch need not look it up. */
  #isPlaced = false;
  #wakesAtMs: number | undefined;
  /** How often all was forgotten under what is going on here. */
  #erasures = 0;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    createTables(ctx.storage.sql);
  }

  async accept(arrival: WrittenArrival): Promise<Accepted> {
    const { kv } = this.ctx.storage;
    const { workspaceId, siteId, visitorKey, receivedAt } = arrival;
    if (!this.#isPlaced) {
      if (kv.get<boolean>("isErased") === true) return { accepted: 0, duplicates: 0, isErased: true };
      if (kv.get<VisitorPlace>("place") === undefined) kv.put("place", { workspaceId, siteId, visitorKey });
      this.#isPlaced = true;
    }
    const accepted = takeArrival(this.ctx.storage, arrival, () => ids.next("vis"));
    await this.#wakeBy(tellAt(receivedAt, kv.get<number>("lastToldAt")));
    return accepted;
  }

  events(sessionId: string, most?: number): KeptEvent[] {
    return eventsOf(this.ctx.storage.sql, sessionId).slice(0, most);
  }

  /** What goes on is over now, as if its visitor had been away for long enough. */
  async endNow(): Promise<void> {
    for (const { id } of sessionsIn(this.ctx.storage.sql, "open")) endSession(this.ctx.storage.sql, id, "idle");
    await this.alarm();
  }

  /** Kept out, whatever comes with this key from now on is not kept. */
  async erase(isKeptOut: boolean): Promise<{ events: number; sessionIds: string[] }> {
    const { sql, kv } = this.ctx.storage;
    await this.ctx.storage.deleteAlarm();
    // From here to the end of all that is known nothing else may have its turn.
    const known = (["open", "ending"] as const).flatMap((state) => sessionsIn(sql, state)).map(({ id }) => id);
    const half = together(kv.get<HalfKept>("leftovers"), kv.get<HalfKept>("keeping"));
    const sessionIds = [...new Set([...known, ...(half?.sessionIds ?? [])])];
    const events = countEvents(sql);
    this.#erasures += 1;
    const emptied = this.ctx.storage.deleteAll();
    this.#forgetKnown();
    createTables(sql);
    if (isKeptOut) kv.put("isErased", true);
    if (half !== undefined) {
      kv.put("leftovers", half);
      await this.#wakeBy(Date.now() + firstRetryMs);
    }
    await emptied;
    return { events, sessionIds };
  }

  override async alarm(): Promise<void> {
    this.#wakesAtMs = undefined;
    const { kv } = this.ctx.storage;
    const place = kv.get<VisitorPlace>("place");
    const leftovers = kv.get<HalfKept>("leftovers");
    const workspaceId = place?.workspaceId ?? leftovers?.workspaceId;
    if (workspaceId === undefined) return;
    try {
      await this.#forgetLeftovers();
      if (place !== undefined) await this.#goOn(place);
      kv.delete("failures");
    } catch (error) {
      await this.#tryAgainLater(workspaceId, error);
    }
  }

  async #goOn(place: VisitorPlace): Promise<void> {
    this.#endIdle(Date.now());
    for (const session of sessionsIn(this.ctx.storage.sql, "ending")) {
      await this.#close(place, session);
      if (this.ctx.storage.kv.get<VisitorPlace>("place") === undefined) return;
    }
    await this.#tell(place);
    await this.#sleep();
  }

  #endIdle(nowMs: number): void {
    for (const { id, lastReceivedAt, idleMs } of sessionsIn(this.ctx.storage.sql, "open")) {
      if (nowMs - lastReceivedAt >= idleMs) endSession(this.ctx.storage.sql, id, "idle");
    }
  }

  /** Archive, then row and message, then forget: what was done before finds itself done. */
  async #close(place: VisitorPlace, session: StoredSession): Promise<void> {
    const deps = createDeps(this.env, this.ctx);
    const services = contextForObject(deps, "visits", place.workspaceId);
    const { sql, kv } = this.ctx.storage;
    const parts = cutByIdle(eventsOf(sql, session.id), session.idleMs);
    const erasures = this.#erasures;
    const keeping = { workspaceId: place.workspaceId, sessionIds: parts.map((_events, index) => partId(session.id, index)) };
    kv.put("keeping", keeping);
    for (const [index, events] of parts.entries()) {
      await keepSession(services, {
        id: partId(session.id, index),
        siteId: place.siteId,
        visitorKey: place.visitorKey,
        userRef: session.userRef,
        followsId: index === 0 ? session.followsId : null,
        endedBy: session.endedBy,
        isReturning: session.isReturning || (session.visit.isKnownAgain && index > 0),
        halfHourVisits: halfHourVisits(events),
        visit: session.visit,
        events,
      });
    }
    const endedAt = parts.at(-1)?.at(-1)?.at;
    // An erasure may have come in between, and the visitor once more after it: what was kept meanwhile goes.
    if (this.#erasures !== erasures) {
      kv.put("leftovers", together(kv.get<HalfKept>("leftovers"), keeping));
      return this.#forgetLeftovers();
    }
    kv.delete("keeping");
    if (endedAt !== undefined) kv.put<LastEnded>("lastEnded", { id: partId(session.id, parts.length - 1), endedAt });
    dropSession(sql, session.id);
    addNews(kv, { closed: [session.id] } satisfies Partial<News>);
  }

  /** Rows of visits that were on their way when their visitor was erased. */
  async #forgetLeftovers(): Promise<void> {
    const { kv } = this.ctx.storage;
    const leftovers = kv.get<HalfKept>("leftovers");
    if (leftovers === undefined) return;
    const deps = createDeps(this.env, this.ctx);
    await forgetVisits(contextForObject(deps, "visits", leftovers.workspaceId), leftovers.sessionIds);
    kv.delete("leftovers");
  }

  async #tell(place: VisitorPlace): Promise<void> {
    const { kv, sql } = this.ctx.storage;
    const nowMs = Date.now();
    const told = nextToTell(kv, nowMs);
    if (told === undefined) return;
    const path = told.path ?? kv.get<string>("path") ?? "";
    const open = sessionsIn(sql, "open").map((session) => toOpen(session, place, { path, nowMs }));
    await siteFeedOf(this.env, place).hear(place, told, open);
    kv.put("path", path);
    kv.delete("telling");
    kv.put("lastToldAt", nowMs);
  }

  /** Until there is news to tell, the visitor has been away for long enough, or nothing is left to be remembered. */
  async #sleep(): Promise<void> {
    const { kv, sql } = this.ctx.storage;
    const nowMs = Date.now();
    const [open] = sessionsIn(sql, "open");
    if (kv.get<News>("news") !== undefined) await this.#wakeBy(tellAt(nowMs, kv.get<number>("lastToldAt")));
    else if (open !== undefined) await this.#wakeBy(open.lastReceivedAt + open.idleMs);
    else if (kv.get<LastEnded>("lastEnded") !== undefined) await this.#forget(nowMs);
  }

  async #forget(nowMs: number): Promise<void> {
    const { kv } = this.ctx.storage;
    const lastToldAt = kv.get<number>("lastToldAt") ?? nowMs;
    if (nowMs - lastToldAt < seenForMs) {
      await this.#wakeBy(lastToldAt + seenForMs);
      return;
    }
    const hasVisited = kv.get<boolean>("hasVisited");
    await this.ctx.storage.deleteAll();
    this.#forgetKnown();
    createTables(this.ctx.storage.sql);
    if (hasVisited !== undefined) kv.put("hasVisited", hasVisited);
  }

  async #tryAgainLater(workspaceId: string, error: unknown): Promise<void> {
    const failures = (this.ctx.storage.kv.get<number>("failures") ?? 0) + 1;
    this.ctx.storage.kv.put("failures", failures);
    createDeps(this.env, this.ctx).logger.error({ event: "visit.alarm-failed", workspaceId, failures, error });
    await this.#wakeBy(Date.now() + Math.min(longestRetryMs, firstRetryMs * 2 ** Math.min(failures - 1, 10)));
  }

  #forgetKnown(): void {
    this.#isPlaced = false;
    this.#wakesAtMs = undefined;
  }

  async #wakeBy(atMs: number): Promise<void> {
    if (this.#wakesAtMs !== undefined && this.#wakesAtMs <= atMs) return;
    const planned = await this.ctx.storage.getAlarm();
    if (planned === null || planned > atMs) await this.ctx.storage.setAlarm(atMs);
    this.#wakesAtMs = planned === null ? atMs : Math.min(planned, atMs);
  }
}

function together(one: HalfKept | undefined, other: HalfKept | undefined): HalfKept | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return { ...one, sessionIds: [...new Set([...one.sessionIds, ...other.sessionIds])] };
}
