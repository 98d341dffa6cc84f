import type { z } from "zod";
import { mutate } from "#db/mutate.server.ts";
import { warehouses } from "#db/schema/warehouse.ts";
import { DuplicateRowError } from "#db/write-errors.ts";
import { insert } from "#db/writes.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { AppError, parseInput } from "../errors.ts";
import { createWarehouseSchema } from "./schemas.ts";

export async function createWarehouse(ctx: ServiceContext, input: z.input<typeof createWarehouseSchema>): Promise<{ id: string }> {
  requirePermission(ctx, "warehouse:write");
  const values = parseInput(createWarehouseSchema, input);
  const id = ctx.ids.next("whs");
  await refusingTwins(
    mutate(ctx, {
      writes: [insert(warehouses, { id, ...values, createdAt: ctx.clock.now() })],
      audit: { action: "warehouse.created", subject: { type: "warehouse", id, label: values.name }, after: values },
      events: [{ type: "data.changed", area: "warehouse" }],
    }),
  );
  return { id };
}

/** A place's code is on its labels: two of the same could not be told apart. */
export async function refusingTwins(writing: Promise<unknown>): Promise<void> {
  try {
    await writing;
  } catch (error) {
    if (error instanceof DuplicateRowError)
      throw new AppError("invalid", "checkFields", { fields: { code: "placeCodeTaken" }, cause: error });
    throw error;
  }
}
