import { and, eq } from "drizzle-orm";
import type { Orm } from "#db/client.server.ts";
import { workspaces } from "#db/schema/accounts.ts";
import { releaseRules } from "#db/schema/release-rules.ts";
import { DuplicateRowError, StaleWriteError } from "#db/write-errors.ts";
import { update } from "#db/writes.ts";
import { requirePermission, type ServiceContext } from "../../context.ts";
import { releaseWave } from "../fulfil/release-wave.server.ts";
import { maxReleased } from "../fulfil/schemas.ts";
import { findReleasable } from "./find-releasable.server.ts";
import { toRule } from "./list-release-rules.server.ts";
import { releaseMoment } from "./release-moment.ts";

type Rule = typeof releaseRules.$inferSelect;

/** Workspaces in which some warehouse releases by itself. */
export async function workspacesWithReleaseRules(orm: Orm): Promise<string[]> {
  const rows = await orm
    .selectDistinct({ workspaceId: releaseRules.workspaceId })
    .from(releaseRules)
    .where(eq(releaseRules.isActive, true));
  return rows.map(({ workspaceId }) => workspaceId);
}

/** Releases what is due by the rules of a workspace. Asked twice at the same moment, it releases once. */
export async function releaseDueWaves(ctx: ServiceContext): Promise<{ waves: number; orders: number }> {
  requirePermission(ctx, "warehouse:write");
  const [rules, workspace] = await Promise.all([
    ctx.db.all(releaseRules, { where: and(eq(releaseRules.isActive, true)) }),
    ctx.db.first(workspaces, eq(workspaces.id, ctx.workspaceId)),
  ]);
  let [waves, orders] = [0, 0];
  for (const rule of rules) {
    const released = await releaseIfDue(ctx, rule, workspace?.timeZone ?? "UTC");
    if (released === 0) continue;
    waves += 1;
    orders += released;
  }
  return { waves, orders };
}

/**
 * The rule's own row is written in the same batch as the wave: either both are there or nothing is, and of two who look at
 * the same moment the second finds a newer row.
 */
async function releaseIfDue(ctx: ServiceContext, rule: Rule, timeZone: string): Promise<number> {
  const { warehouseId, channelIds } = rule;
  const able = await findReleasable(ctx, { warehouseId, channelIds });
  const now = ctx.clock.now();
  if (!releaseMoment(rule, { ms: now, timeZone, waiting: able.length }).isDue) return 0;
  const orderIds = able.slice(0, maxReleased).map(({ id }) => id);
  const hasMore = able.length > orderIds.length;
  const { batching } = toRule(rule, "");
  try {
    const { released } = await releaseWave(ctx, { warehouseId, orderIds, batching }, (waveId) => [
      update(releaseRules, rule, { lastReleasedAt: now, lastWaveId: waveId, hasMore }),
    ]);
    return released;
  } catch (error) {
    // Somebody else releases at this moment, by the rule or by hand: what is left goes in the next minute.
    if (error instanceof StaleWriteError || error instanceof DuplicateRowError) return 0;
    throw error;
  }
}
