import { eq } from "drizzle-orm";
import type { z } from "zod";
import { mutate } from "#db/mutate.server.ts";
import { warehouses, zones } from "#db/schema/warehouse.ts";
import { insert } from "#db/writes.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { notFound, parseInput } from "../errors.ts";
import { refusingTwins } from "./create-warehouse.server.ts";
import { asksForDemand } from "./fulfil/events.ts";
import { createZoneSchema } from "./schemas.ts";

/** A part of a warehouse that works by itself. Its room begins with the first command. */
export async function createZone(ctx: ServiceContext, input: z.input<typeof createZoneSchema>): Promise<{ id: string }> {
  requirePermission(ctx, "warehouse:write");
  const values = parseInput(createZoneSchema, input);
  const warehouse = await ctx.db.first(warehouses, eq(warehouses.id, values.warehouseId));
  if (warehouse === undefined) throw notFound("warehouse");
  const id = ctx.ids.next("zon");
  await refusingTwins(
    mutate(ctx, {
      writes: [insert(zones, { id, ...values, createdAt: ctx.clock.now() })],
      audit: {
        action: "zone.created",
        subject: { type: "zone", id, label: `${warehouse.code} ${values.code}` },
        after: { name: values.name, warehouse: warehouse.name },
      },
      events: [{ type: "data.changed", area: "warehouse" }],
      asksFor: asksForDemand(ctx.workspaceId),
    }),
  );
  return { id };
}
