import type { Clock } from "#app/platform/clock.ts";
import type { IdSource } from "#app/platform/ids.ts";
import type { Logger } from "#app/platform/logging/logger.ts";
import type { AuditValues } from "./schema/audit.ts";

/** Who did it, as the audit log keeps it: readable also after the person or key is gone. */
export type ActorStamp = { kind: string; id: string; label: string; deviceId?: string };

/** From where a change came; a queue or cron has no address. */
export type RequestOrigin = { ipAddress: string; userAgent: string };

export type AuditEntry<Action extends string> = {
  action: Action;
  subject: { type: string; id: string; label: string };
  before?: AuditValues;
  after?: AuditValues;
};

/** An audit row as the team's feed shows it: no values, no address. */
export type FeedEntry<Action extends string> = {
  id: string;
  at: number;
  actor: ActorStamp;
  action: Action;
  subject: { type: string; id: string; label: string };
};

export type OutboxRecord<Event> = { id: string; workspaceId: string; event: Event };

/** What `mutate` needs of its caller. Services extend it with their own actions and events. */
export type WriteContext<Action extends string, Event extends { type: string }> = {
  workspaceId: string;
  stamp: ActorStamp;
  origin: RequestOrigin;
  requestId: string;
  clock: Clock;
  ids: IdSource;
  logger: Logger;
  d1: D1Database;
  /** Told after the batch is durable; carries the events on without making the caller wait. */
  onCommitted: (records: OutboxRecord<Event>[]) => void;
  /** Told before `mutate` returns when a write may have changed who is allowed what. */
  onAccessChanged: () => Promise<void>;
  /** Which actions the whole team sees in its feed, and the event that tells open pages about one. */
  feed: { shows: (action: Action) => boolean; event: (entry: FeedEntry<Action>) => Event };
};
