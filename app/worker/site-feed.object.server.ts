import { DurableObject } from "cloudflare:workers";
import type {
  Letter,
  NewLetter,
  OpenSession,
  Period,
  RecentEvent,
  SiteIngest,
  SitePlace,
  VisitorPlace,
} from "#app/domain/collect/ports.ts";
import type { LetterState, WithheldReason } from "#app/domain/collect/kinds.ts";
import type { Page } from "#app/domain/paging.ts";
import { encodeCursor } from "#app/platform/cursor.ts";
import { createIds } from "#app/platform/ids.ts";
import { systemClock } from "#app/platform/clock.ts";
import type { Told } from "#party/visitor-session/storage.server.ts";
import * as feed from "#party/site-feed/storage.server.ts";

const ids = createIds(systemClock);
const toldForMs = 60 * 24 * 3_600_000;

/** One object a site: what came in and became of it, who is there, the last events, and those that were not taken. */
export class SiteFeedObject extends DurableObject<Env> {
  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    feed.createTables(ctx.storage.sql);
  }

  get #sql(): SqlStorage {
    return this.ctx.storage.sql;
  }

  hear({ visitorKey }: VisitorPlace, told: Told, open: readonly OpenSession[]): void {
    const nowMs = Date.now();
    if (!feed.hear(this.#sql, visitorKey, told.seq, nowMs)) return;
    for (const name of ["accepted", "duplicates", "bots"] as const) feed.addCount(this.#sql, name, told[name], nowMs);
    feed.dropOpen(this.#sql, told.closed);
    for (const session of open) feed.putOpen(this.#sql, session);
    feed.addRecent(this.#sql, told.recent, told.lagsMs);
  }

  refuse(letters: readonly NewLetter[]): void {
    const named = letters.map((letter) => ({ ...letter, letterId: ids.next("let") }));
    feed.addLetters(this.#sql, named, Date.now());
  }

  withhold(reason: WithheldReason, events: number): void {
    feed.addCount(this.#sql, `withheld:${reason}`, events, Date.now());
  }

  salt(day: string): string {
    return feed.saltOf(this.#sql, day, ids.token());
  }

  ingest(): SiteIngest {
    feed.forgetTold(this.#sql, Date.now() - toldForMs);
    return feed.ingestOf(this.#sql, Date.now());
  }

  openSessions(limit: number, began?: Period): OpenSession[] {
    return feed.openOnes(this.#sql, limit, began);
  }

  recent(limit: number): RecentEvent[] {
    return feed.recentOnes(this.#sql, limit);
  }

  letters({ siteId }: SitePlace, limit: number, before: string | undefined): Page<Letter> {
    const rows = feed.lettersBefore(this.#sql, siteId, before, limit + 1);
    const data = rows.slice(0, limit);
    const last = data.at(-1);
    return { data, nextCursor: rows.length > limit && last !== undefined ? encodeCursor([last.letterId]) : null };
  }

  letter({ siteId }: SitePlace, id: string): Letter | undefined {
    return feed.letterNamed(this.#sql, siteId, id);
  }

  resolveLetter(id: string, state: Exclude<LetterState, "waiting">): boolean {
    const isResolved = feed.resolveLetter(this.#sql, id, state, Date.now());
    if (isResolved && state === "redriven") feed.addCount(this.#sql, "redriven", 1, Date.now());
    return isResolved;
  }

  /** What is known here of a visitor whose own object was emptied. */
  forgetVisitor(visitorKey: string, gone: { events: number; sessionIds: readonly string[] }): number {
    feed.dropOpen(this.#sql, gone.sessionIds);
    feed.forgetRecent(this.#sql, visitorKey);
    const letters = feed.removeLetters(this.#sql, { visitorKey });
    feed.addCount(this.#sql, "removed", gone.events + letters, Date.now());
    return letters;
  }

  forgetPeriod(period: Period): number {
    feed.forgetRecentOf(this.#sql, period);
    const letters = feed.removeLetters(this.#sql, period);
    feed.addCount(this.#sql, "removed", letters, Date.now());
    return letters;
  }

  noteRemoved(events: number): void {
    feed.addCount(this.#sql, "removed", events, Date.now());
  }

  removeOldLetters(before: number): number {
    const removed = feed.removeLetters(this.#sql, { from: 0, to: before });
    feed.addCount(this.#sql, "removed", removed, Date.now());
    return removed;
  }
}
