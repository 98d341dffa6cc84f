import type { z } from "zod";
import { mutate } from "#db/mutate.server.ts";
import { products } from "#db/schema/catalog.ts";
import { update } from "#db/writes.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { AppError, parseInput } from "../errors.ts";
import { changedPart } from "../changed-part.ts";
import { findProduct } from "./read-product.server.ts";
import { updateProductSchema } from "./schemas.ts";

type UpdateInput = z.input<typeof updateProductSchema>;

/** What is left out stays; the version that was read guards what somebody else wrote meanwhile. */
export async function updateProduct(ctx: ServiceContext, input: UpdateInput): Promise<{ id: string; version: number }> {
  requirePermission(ctx, "catalog:write");
  const { id, version, ...values } = parseInput(updateProductSchema, input);
  const product = await findProduct(ctx, id);
  if (product.version !== version) throw new AppError("conflict", "changedMeanwhile");
  const { before, after } = changedPart(product, values);
  if (Object.keys(after).length === 0) return { id, version };
  await mutate(ctx, {
    writes: [update(products, product, { ...after, updatedAt: ctx.clock.now() })],
    audit: { action: "product.updated", subject: { type: "product", id, label: values.title ?? product.title }, before, after },
    events: [{ type: "data.changed", area: "listings" }],
  });
  return { id, version: version + 1 };
}
