import { apiKeys, users, workspaces } from "./schema/accounts.ts";
import { auditLog } from "./schema/audit.ts";
import { outbox } from "./schema/delivery.ts";
import { statementsFor } from "./statements.server.ts";
import type { WorkspaceTable } from "./client.server.ts";
import type { AuditEntry, FeedEntry, OutboxRecord, WriteContext } from "./write-context.ts";
import { DuplicateRowError, StaleWriteError } from "./write-errors.ts";
import { insert, insertOnce, type Write } from "./writes.ts";

/** The writer carries its events on itself, right after the batch; the sweep takes what is still there after this. */
const deliveryGraceMs = 60_000;

/** What somebody may do is read from these. */
const access: ReadonlySet<WorkspaceTable> = new Set<WorkspaceTable>([apiKeys, users, workspaces]);

type Asked<Event> = { key: string; event: Event };

export type Mutation<Action extends string, Event> = {
  writes: Write[];
  /**
   * `personal` marks what only concerns one person's own reading (a notification read) and is not worth a log row;
   * `mirrored` what somebody else decided and we only copy, like a vendor's order.
   */
  audit: AuditEntry<Action> | AuditEntry<Action>[] | "personal" | "mirrored";
  events?: Event[];
  /**
   * Events whose consumer reads whatever is there by the time it begins. One is left out while another with its key waits
   * for its consumer: that one will see these rows too.
   */
  asksFor?: Asked<Event> | Asked<Event>[];
};

/**
 * The only way to write. State rows, audit rows and outbox events go to D1 in one atomic batch:
 * either all of them are there or none is, also when a version is stale or the process dies.
 */
export async function mutate<Action extends string, Event extends { type: string }>(
  ctx: WriteContext<Action, Event>,
  mutation: Mutation<Action, Event>,
): Promise<void> {
  const now = ctx.clock.now();
  const entries = typeof mutation.audit === "string" ? [] : [mutation.audit].flat();
  const auditRows = entries.map((entry) => toAuditRow(ctx, entry, now));
  const feedEvents = auditRows.filter((row) => row.inFeed).map((row) => ctx.feed.event(toFeedEntry<Action>(row)));
  const records: OutboxRecord<Event>[] = [...(mutation.events ?? []), ...feedEvents].map((event) => ({
    id: ctx.ids.next("evt"),
    workspaceId: ctx.workspaceId,
    event,
  }));
  const writes = [...mutation.writes];
  if (auditRows.length > 0) writes.push(insert(auditLog, ...auditRows));
  const dated = { createdAt: now, dueAt: now + deliveryGraceMs };
  if (records.length > 0) writes.push(insert(outbox, ...records.map(({ id, event }) => ({ id, event, ...dated }))));
  const asked = [mutation.asksFor ?? []].flat().map((one) => ({ ...one, id: ctx.ids.next("evt") }));
  // Each is one statement, and they are the last: how many rows they touched tells which were asked for anew.
  for (const { id, event, key } of asked) writes.push(insertOnce(outbox, { id, event, ...dated, asksFor: key }));
  const touched = await commit(ctx, writes);
  if (writes.some((write) => write.kind !== "ensure" && access.has(write.table))) await tellAccess(ctx);
  const rows = touched.slice(touched.length - asked.length);
  records.push(
    ...asked.filter((_one, index) => (rows[index] ?? 0) > 0).map(({ id, event }) => ({ id, workspaceId: ctx.workspaceId, event })),
  );
  if (records.length > 0) ctx.onCommitted(records);
}

/** The rows are written: that others hear of it late must not look as if they were not. */
async function tellAccess({
  onAccessChanged,
  logger,
}: Pick<WriteContext<string, { type: string }>, "onAccessChanged" | "logger">): Promise<void> {
  try {
    await onAccessChanged();
  } catch (error) {
    logger.error({ event: "access.untold", error });
  }
}

/** How many rows each statement touched. */
async function commit(
  ctx: Pick<WriteContext<string, { type: string }>, "d1" | "workspaceId" | "logger">,
  writes: Write[],
): Promise<number[]> {
  const statements = writes.flatMap((write) => statementsFor(ctx.d1, write, ctx.workspaceId));
  if (statements.length === 0) return [];
  try {
    return (await ctx.d1.batch(statements)).map(({ meta }) => meta.changes);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (message.includes("integer overflow")) throw new StaleWriteError("a newer version exists", { cause: error });
    const duplicate = /UNIQUE constraint failed: ([\w., ]+)/.exec(message)?.[1];
    if (duplicate !== undefined) throw new DuplicateRowError(duplicate, error);
    throw error;
  }
}

function toAuditRow<Action extends string, Event extends { type: string }>(
  ctx: WriteContext<Action, Event>,
  entry: AuditEntry<Action>,
  now: number,
) {
  return {
    id: ctx.ids.next("aud"),
    at: now,
    actorKind: ctx.stamp.kind,
    actorId: ctx.stamp.id,
    actorLabel: ctx.stamp.label,
    action: entry.action,
    subjectType: entry.subject.type,
    subjectId: entry.subject.id,
    subjectLabel: entry.subject.label,
    before: entry.before ?? null,
    after: entry.after ?? null,
    inFeed: ctx.feed.shows(entry.action),
    requestId: ctx.requestId,
    ipAddress: ctx.origin.ipAddress,
    userAgent: ctx.origin.userAgent,
    deviceId: ctx.stamp.deviceId ?? null,
  };
}

type FeedSource<Action extends string> = {
  id: string;
  at: number;
  actorKind: string;
  actorId: string;
  actorLabel: string;
  action: Action;
  subjectType: string;
  subjectId: string;
  subjectLabel: string;
};

export function toFeedEntry<Action extends string>(row: FeedSource<Action>): FeedEntry<Action> {
  return {
    id: row.id,
    at: row.at,
    actor: { kind: row.actorKind, id: row.actorId, label: row.actorLabel },
    action: row.action,
    subject: { type: row.subjectType, id: row.subjectId, label: row.subjectLabel },
  };
}
