import type { z } from "zod";
import { requirePermission, type ServiceContext } from "../../context.ts";
import { parseInput } from "../../errors.ts";
import { type Released, releaseWave } from "./release-wave.server.ts";
import { releaseOrdersSchema } from "./schemas.ts";

/** Lets orders be picked, as one wave. */
export async function releaseOrders(ctx: ServiceContext, input: z.input<typeof releaseOrdersSchema>): Promise<Released> {
  requirePermission(ctx, "warehouse:write");
  return releaseWave(ctx, parseInput(releaseOrdersSchema, input));
}
