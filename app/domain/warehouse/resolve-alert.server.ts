import { mutate } from "#db/mutate.server.ts";
import { alerts } from "#db/schema/floor-watch.ts";
import { update } from "#db/writes.ts";
import { byIdSchema } from "../accounts/schemas.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import { openAlert } from "./acknowledge-alert.server.ts";

/** A person puts an end to it. What caused it is looked for again after an hour's quiet. */
export async function resolveAlert(ctx: ServiceContext, input: { id: string }): Promise<{ ok: true }> {
  requirePermission(ctx, "warehouse:write");
  const { id } = parseInput(byIdSchema, input);
  const { alert, label } = await openAlert(ctx, id);
  await mutate(ctx, {
    writes: [update(alerts, alert, { resolvedAt: ctx.clock.now(), resolvedBy: ctx.stamp.label })],
    audit: { action: "alert.resolved", subject: { type: "alert", id, label } },
    events: [{ type: "data.changed", area: "warehouse" }],
  });
  return { ok: true };
}
