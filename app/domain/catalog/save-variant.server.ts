import { eq } from "drizzle-orm";
import type { z } from "zod";
import { mutate } from "#db/mutate.server.ts";
import { variants } from "#db/schema/catalog.ts";
import { insert, update } from "#db/writes.ts";
import { readWorkspace } from "../accounts/update-workspace.server.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { AppError, notFound, parseInput } from "../errors.ts";
import { changedPart } from "../changed-part.ts";
import { findProduct } from "./read-product.server.ts";
import { addVariantSchema, updateVariantSchema } from "./schemas.ts";
import { ensureSkuIsFree } from "./sku-guard.server.ts";

/** One more SKU of a product. */
export async function addVariant(ctx: ServiceContext, input: z.input<typeof addVariantSchema>): Promise<{ id: string }> {
  requirePermission(ctx, "catalog:write");
  const { productId, ...values } = parseInput(addVariantSchema, input);
  const product = await findProduct(ctx, productId);
  await ensureSkuIsFree(ctx, values.sku, "sku");
  const { currency } = await readWorkspace({ ...ctx, actor: { kind: "system", job: "catalog" } });
  const now = ctx.clock.now();
  const row = {
    id: ctx.ids.next("var"),
    productId: product.id,
    sku: values.sku,
    gtin: values.gtin ?? null,
    name: values.name ?? "",
    costCents: values.costCents ?? null,
    currency: values.currency ?? currency,
    stock: values.stock ?? 0,
    weightGrams: values.weightGrams ?? null,
    lengthMm: values.lengthMm ?? null,
    widthMm: values.widthMm ?? null,
    heightMm: values.heightMm ?? null,
    createdAt: now,
    updatedAt: now,
  };
  await mutate(ctx, {
    writes: [insert(variants, row)],
    audit: { action: "variant.created", subject: { type: "variant", id: row.id, label: row.sku }, after: { ...values, productId } },
    events: [{ type: "data.changed", area: "listings" }],
  });
  return { id: row.id };
}

/** SKU, GTIN, cost, stock, weight and size of what is there; what is left out stays. */
export async function updateVariant(
  ctx: ServiceContext,
  input: z.input<typeof updateVariantSchema>,
): Promise<{ id: string; version: number }> {
  requirePermission(ctx, "catalog:write");
  const { id, version, name, ...rest } = parseInput(updateVariantSchema, input);
  const variant = await ctx.db.first(variants, eq(variants.id, id));
  if (variant === undefined) throw notFound("variant");
  if (variant.version !== version) throw new AppError("conflict", "changedMeanwhile");
  const { before, after } = changedPart(variant, { ...rest, ...(name === undefined ? {} : { name: name ?? "" }) });
  if (Object.keys(after).length === 0) return { id, version };
  if (after.sku !== undefined) await ensureSkuIsFree(ctx, after.sku, "sku", id);
  await mutate(ctx, {
    writes: [update(variants, variant, { ...after, updatedAt: ctx.clock.now() })],
    audit: { action: "variant.updated", subject: { type: "variant", id, label: after.sku ?? variant.sku }, before, after },
    events: [{ type: "data.changed", area: "listings" }, ...(after.costCents === undefined ? [] : [{ type: "advice.outdated" } as const])],
  });
  return { id, version: version + 1 };
}
