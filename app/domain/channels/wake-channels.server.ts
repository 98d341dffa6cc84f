import { and, desc, eq, inArray, isNull, lt, lte, or } from "drizzle-orm";
import type { Orm } from "#db/client.server.ts";
import { channels, syncRuns } from "#db/schema/channels.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { toAppError } from "../errors.ts";
import { requestSync } from "./request-sync.server.ts";

const staleMs = 10 * 60_000;
const dayMs = 24 * 3_600_000;
const wholeTriesADay = 4;
const renewAheadMs = 2 * 3_600_000;

/** Somebody came to look: what was not read for a while is read now. */
export async function wakeChannels(ctx: ServiceContext): Promise<void> {
  requirePermission(ctx, "channels:write");
  const isStale = or(isNull(channels.lastSyncAt), lt(channels.lastSyncAt, ctx.clock.now() - staleMs));
  const rows = await ctx.db.all(channels, { where: and(eq(channels.state, "active"), isStale), limit: 50 });
  for (const { id } of rows) {
    const extent = (await mustBeReadWhole(ctx, id)) ? "full" : "recent";
    try {
      await requestSync(ctx, { id, extent });
    } catch (error) {
      // Stopped, or begun by somebody else, between our look and our request.
      if (toAppError(error)?.code !== "conflict") throw error;
    }
  }
}

/** A whole reading that failed is tried again, some times a day: what is new never brings what it did not reach. */
async function mustBeReadWhole(ctx: ServiceContext, channelId: string): Promise<boolean> {
  const runs = await ctx.db.all(syncRuns, {
    where: and(eq(syncRuns.channelId, channelId), inArray(syncRuns.kind, ["first", "full"])),
    orderBy: desc(syncRuns.id),
    limit: wholeTriesADay,
  });
  const today = ctx.clock.now() - dayMs;
  return runs[0]?.state === "failed" && runs.filter((run) => run.state === "failed" && run.createdAt > today).length < wholeTriesADay;
}

/** Renews what ends soon, once an hour, so that no call has to wait for it. One channel's trouble does not stop the others. */
export async function renewDueTokens(ctx: ServiceContext): Promise<{ renewed: number; failed: number }> {
  requirePermission(ctx, "channels:write");
  const soon = ctx.clock.now() + renewAheadMs;
  const rows = await ctx.db.all(channels, { where: and(eq(channels.state, "active"), lte(channels.accessExpiresAt, soon)), limit: 200 });
  const outcome = { renewed: 0, failed: 0 };
  for (const { id, workspaceId } of rows) {
    try {
      await ctx.ports.channelDoor.renew({ id, workspaceId }, renewAheadMs);
      outcome.renewed += 1;
    } catch (error) {
      if (toAppError(error) === undefined) throw error;
      outcome.failed += 1;
    }
  }
  return outcome;
}

/** Across all workspaces, so that the schedule visits only those with something connected. */
export async function workspacesWithChannels(orm: Orm): Promise<string[]> {
  const rows = await orm.selectDistinct({ workspaceId: channels.workspaceId }).from(channels).where(eq(channels.state, "active"));
  return rows.map((row) => row.workspaceId);
}
