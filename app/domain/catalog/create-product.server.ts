import type { z } from "zod";
import { mutate } from "#db/mutate.server.ts";
import { products, variants } from "#db/schema/catalog.ts";
import { insert } from "#db/writes.ts";
import { readWorkspace } from "../accounts/update-workspace.server.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { AppError, parseInput } from "../errors.ts";
import { skuKey } from "./policy.ts";
import { ensureSkuIsFree } from "./sku-guard.server.ts";
import { createProductSchema } from "./schemas.ts";

type CreateInput = z.input<typeof createProductSchema>;

/** A product by hand, with its SKUs. */
export async function createProduct(ctx: ServiceContext, input: CreateInput): Promise<{ id: string }> {
  requirePermission(ctx, "catalog:write");
  const { variants: asked, ...values } = parseInput(createProductSchema, input);
  const keys = asked.map((variant) => skuKey(variant.sku));
  const repeated = keys.findIndex((key, index) => keys.indexOf(key) !== index);
  if (repeated !== -1) throw new AppError("invalid", "checkFields", { fields: { [`variants.${repeated}.sku`]: "skuTaken" } });
  for (const [index, variant] of asked.entries()) await ensureSkuIsFree(ctx, variant.sku, `variants.${index}.sku`);
  const { currency } = await readWorkspace({ ...ctx, actor: { kind: "system", job: "catalog" } });
  const now = ctx.clock.now();
  const id = ctx.ids.next("prd");
  const made = asked.map((variant) => ({
    id: ctx.ids.next("var"),
    productId: id,
    sku: variant.sku,
    gtin: variant.gtin ?? null,
    name: variant.name ?? "",
    costCents: variant.costCents ?? null,
    currency: variant.currency ?? currency,
    stock: variant.stock ?? 0,
    weightGrams: variant.weightGrams ?? null,
    lengthMm: variant.lengthMm ?? null,
    widthMm: variant.widthMm ?? null,
    heightMm: variant.heightMm ?? null,
    createdAt: now,
    updatedAt: now,
  }));
  const product = {
    id,
    title: values.title,
    brand: values.brand ?? null,
    description: values.description ?? null,
    attributes: values.attributes ?? [],
    imageUrls: values.imageUrls ?? [],
    archivedAt: null,
    createdAt: now,
    updatedAt: now,
  };
  await mutate(ctx, {
    writes: [insert(products, product), insert(variants, ...made)],
    audit: {
      action: "product.created",
      subject: { type: "product", id, label: values.title },
      after: { title: values.title, skus: made.map((variant) => variant.sku) },
    },
    events: [{ type: "data.changed", area: "listings" }],
  });
  return { id };
}
