import { eq } from "drizzle-orm";
import type { z } from "zod";
import { workspaces } from "#db/schema/accounts.ts";
import { releaseRules } from "#db/schema/release-rules.ts";
import { warehouses } from "#db/schema/warehouse.ts";
import { requirePermission, type ServiceContext } from "../../context.ts";
import { notFound, parseInput } from "../../errors.ts";
import { maxReleased } from "../fulfil/schemas.ts";
import { findReleasable } from "./find-releasable.server.ts";
import { toRule } from "./list-release-rules.server.ts";
import { previewRelease, type ReleasePreview } from "./preview-release.server.ts";
import { type Moment, releaseMoment } from "./release-moment.ts";
import { lookAtRuleSchema } from "./schemas.ts";

export type RuleLook = {
  isDue: boolean;
  reason: Moment["reason"];
  /** How many could go, and those a wave would take now. */
  waiting: number;
  orders: { id: string; orderRef: string }[];
  preview: ReleasePreview | null;
};

/** What a rule would do at this moment. Nothing is released. */
export async function lookAtRule(ctx: ServiceContext, input: z.input<typeof lookAtRuleSchema>): Promise<RuleLook> {
  requirePermission(ctx, "warehouse:read");
  const { warehouseId } = parseInput(lookAtRuleSchema, input);
  const [warehouse, rule, workspace] = await Promise.all([
    ctx.db.first(warehouses, eq(warehouses.id, warehouseId)),
    ctx.db.first(releaseRules, eq(releaseRules.warehouseId, warehouseId)),
    ctx.db.first(workspaces, eq(workspaces.id, ctx.workspaceId)),
  ]);
  if (warehouse === undefined) throw notFound("warehouse");
  const able = await findReleasable(ctx, { warehouseId, channelIds: rule?.channelIds ?? [] });
  if (rule === undefined) return { isDue: false, reason: "off", waiting: able.length, orders: [], preview: null };
  const { isDue, reason } = releaseMoment(rule, { ms: ctx.clock.now(), timeZone: workspace?.timeZone ?? "UTC", waiting: able.length });
  const orders = isDue ? able.slice(0, maxReleased) : [];
  const asked = { warehouseId, orderIds: orders.map(({ id }) => id), batching: toRule(rule, warehouse.name).batching };
  return { isDue, reason, waiting: able.length, orders, preview: isDue ? await previewRelease(ctx, asked) : null };
}
