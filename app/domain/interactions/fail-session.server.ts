import { and, asc, eq, lt } from "drizzle-orm";
import { mutate } from "#db/mutate.server.ts";
import type { Orm } from "#db/client.server.ts";
import { deadLetters } from "#db/schema/delivery.ts";
import { shopperSessions } from "#db/schema/interactions.ts";
import { insert, update } from "#db/writes.ts";
import { requirePermission, type ServiceContext } from "../context.ts";

/** Retries are used up: the visit stays, and its message lies with the dead letters until somebody sends it again. */
export async function failSession(ctx: ServiceContext, { sessionId, problem }: { sessionId: string; problem: string }): Promise<void> {
  requirePermission(ctx, "shoppers:write");
  const row = await ctx.db.first(shopperSessions, eq(shopperSessions.id, sessionId));
  if (row === undefined || row.processing !== "waiting") return;
  const key = ctx.ids.next("evt");
  const letter = {
    id: ctx.ids.next("dlq"),
    queue: "interaction",
    body: JSON.stringify({ v: 1, key, workspaceId: ctx.workspaceId, event: { type: "visit.ended", sessionId } }),
    reason: problem.slice(0, 300),
    createdAt: ctx.clock.now(),
    resolvedAt: null,
    resolution: null,
  };
  await mutate(ctx, {
    writes: [update(shopperSessions, row, { processing: "failed" }), insert(deadLetters, letter)],
    audit: "mirrored",
    events: [{ type: "data.changed", area: "shoppers" }],
  });
}

export type UnfinishedVisit = { sessionId: string; workspaceId: string };

/** Visits whose work began long ago and has not ended, of all workspaces. */
export async function unfinishedVisits(orm: Orm, before: number): Promise<UnfinishedVisit[]> {
  return orm
    .select({ sessionId: shopperSessions.id, workspaceId: shopperSessions.workspaceId })
    .from(shopperSessions)
    .where(and(eq(shopperSessions.processing, "waiting"), lt(shopperSessions.createdAt, before)))
    .orderBy(asc(shopperSessions.createdAt))
    .limit(100);
}
