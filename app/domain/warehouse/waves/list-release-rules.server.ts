import { asc } from "drizzle-orm";
import { releaseRules } from "#db/schema/release-rules.ts";
import { warehouses } from "#db/schema/warehouse.ts";
import { requirePermission, type ServiceContext } from "../../context.ts";
import type { Page } from "../../paging.ts";
import type { Batching } from "./batching.ts";
import { batchingSchema } from "./schemas.ts";

export type ReleaseRule = {
  warehouseId: string;
  warehouseName: string;
  isActive: boolean;
  everyMinutes: number | null;
  whenWaiting: number | null;
  cutOffs: { days: number[]; time: string }[];
  leadMinutes: number;
  channelIds: string[];
  batching: Batching;
  lastReleasedAt: number | null;
  lastWaveId: string | null;
  /** Of what people set: a release leaves it as it is. 0 for a warehouse that has no rule yet. */
  version: number;
};

const usualLeadMinutes = 60;

/** When each warehouse releases by itself; one without a rule does not. */
export async function listReleaseRules(ctx: ServiceContext): Promise<Page<ReleaseRule>> {
  requirePermission(ctx, "warehouse:read");
  const [places, rules] = await Promise.all([ctx.db.all(warehouses, { orderBy: asc(warehouses.code) }), ctx.db.all(releaseRules, {})]);
  const data = places.map(({ id, name }) => {
    const rule = rules.find(({ warehouseId }) => warehouseId === id);
    return rule === undefined ? noRule({ id, name }) : toRule(rule, name);
  });
  return { data, nextCursor: null };
}

export function toRule(row: typeof releaseRules.$inferSelect, warehouseName: string): ReleaseRule {
  const { id: _id, workspaceId: _workspace, hasMore: _more, createdAt: _created, batching, settingsVersion: version, ...rule } = row;
  return { ...rule, warehouseName, batching: batchingSchema.safeParse(batching).data ?? { kind: "each" }, version };
}

function noRule({ id, name }: { id: string; name: string }): ReleaseRule {
  const never = { isActive: false, everyMinutes: null, whenWaiting: null, cutOffs: [], lastReleasedAt: null, lastWaveId: null };
  return {
    warehouseId: id,
    warehouseName: name,
    ...never,
    leadMinutes: usualLeadMinutes,
    channelIds: [],
    batching: { kind: "each" },
    version: 0,
  };
}
