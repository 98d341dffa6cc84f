import { and, gt, inArray, isNull, lte } from "drizzle-orm";
import type { Orm } from "#db/client.server.ts";
import { mutate } from "#db/mutate.server.ts";
import { apiKeys, users } from "#db/schema/accounts.ts";
import { notifications } from "#db/schema/notifications.ts";
import { insertOnce } from "#db/writes.ts";
import type { ServiceContext } from "../context.ts";

const warnAheadMs = 7 * 24 * 3_600_000;
const warnedPerRun = 50;

function expiresSoon(nowMs: number) {
  return and(isNull(apiKeys.revokedAt), gt(apiKeys.expiresAt, nowMs), lte(apiKeys.expiresAt, nowMs + warnAheadMs));
}

/** Across all workspaces, so that a schedule visits only those it has something to say to. */
export async function workspacesWithExpiringKeys(orm: Orm, nowMs: number): Promise<string[]> {
  const rows = await orm.selectDistinct({ workspaceId: apiKeys.workspaceId }).from(apiKeys).where(expiresSoon(nowMs));
  return rows.map((row) => row.workspaceId);
}

/** Tells owners and admins about keys that run out within a week, each person once a key, however often this runs. */
export async function warnExpiringKeys(ctx: ServiceContext): Promise<number> {
  const now = ctx.clock.now();
  const keys = await ctx.db.all(apiKeys, { where: expiresSoon(now), limit: warnedPerRun });
  if (keys.length === 0) return 0;
  const keepers = await ctx.db.all(users, { where: inArray(users.role, ["owner", "admin"]), limit: 100 });
  const rows = keys.flatMap((key) =>
    keepers.map((keeper) => ({
      id: ctx.ids.next("ntf"),
      userId: keeper.id,
      eventId: `expiry_${key.id}_${key.expiresAt}`,
      kind: "api-key-expiring",
      data: { name: key.name },
      createdAt: now,
      readAt: null,
    })),
  );
  await mutate(ctx, { writes: [insertOnce(notifications, ...rows)], audit: "personal" });
  return keys.length;
}
