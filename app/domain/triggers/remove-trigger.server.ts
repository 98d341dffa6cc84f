import { eq } from "drizzle-orm";
import { mutate } from "#db/mutate.server.ts";
import { triggerDeliveries, triggerFirings, triggers } from "#db/schema/triggers.ts";
import { remove, removeWhere } from "#db/writes.ts";
import { byIdSchema } from "../accounts/schemas.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import { findTrigger } from "./find-trigger.server.ts";

/** Removes a trigger with all it remembers. What it led to stays. */
export async function removeTrigger(ctx: ServiceContext, input: { id: string }): Promise<void> {
  requirePermission(ctx, "triggers:write");
  const { id } = parseInput(byIdSchema, input);
  const { row, trigger } = await findTrigger(ctx, id);
  await mutate(ctx, {
    writes: [
      remove(triggers, row),
      removeWhere(triggerFirings, eq(triggerFirings.triggerId, id)),
      removeWhere(triggerDeliveries, eq(triggerDeliveries.triggerId, id)),
    ],
    audit: { action: "trigger.removed", subject: { type: "trigger", id, label: trigger.name } },
    events: [{ type: "data.changed", area: "triggers" }],
  });
}
