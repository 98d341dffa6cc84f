import { mutate } from "#db/mutate.server.ts";
import { zoneStock } from "#db/schema/warehouse.ts";
import { merge } from "#db/writes.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import type { ZoneTotals } from "./ports.ts";
import { asksToTellStock } from "../stock-changed.ts";

/** Writes down what a zone's room tells of its SKUs as of one of its events. Told late or twice, it changes nothing. */
export async function projectZone(
  ctx: ServiceContext,
  told: { zoneId: string; seq: number; totals: readonly ZoneTotals[] },
): Promise<void> {
  requirePermission(ctx, "warehouse:write");
  const { zoneId, seq, totals } = told;
  if (totals.length === 0) return;
  const toldAt = ctx.clock.now();
  const rows = totals.map((one) => ({ id: `${zoneId}/${one.sku}`, zoneId, seq, toldAt, ...one }));
  await mutate(ctx, {
    writes: [merge(zoneStock, { key: ["workspaceId", "zoneId", "sku"], newest: "seq", keep: ["id"] }, rows)],
    audit: "mirrored",
    events: [{ type: "data.changed", area: "warehouse" }],
    asksFor: asksToTellStock(ctx.workspaceId),
  });
}
