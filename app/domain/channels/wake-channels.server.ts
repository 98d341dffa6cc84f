import { and, eq, isNull, lt, lte, or } from "drizzle-orm";
import type { Orm } from "#db/client.server.ts";
import { channels } from "#db/schema/channels.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { toAppError } from "../errors.ts";
import { requestSync } from "./request-sync.server.ts";

const staleMs = 10 * 60_000;
const renewAheadMs = 2 * 3_600_000;

/** Somebody came to look: what was not read for a while is read now. */
export async function wakeChannels(ctx: ServiceContext): Promise<void> {
  requirePermission(ctx, "channels:write");
  const isStale = or(isNull(channels.lastSyncAt), lt(channels.lastSyncAt, ctx.clock.now() - staleMs));
  const rows = await ctx.db.all(channels, { where: and(eq(channels.state, "active"), isStale), limit: 50 });
  for (const { id } of rows) await requestSync(ctx, { id, extent: "recent" });
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
