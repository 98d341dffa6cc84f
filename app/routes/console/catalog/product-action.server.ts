import type { RouterContextProvider } from "react-router";
import { readAttributes, readLines } from "#app/domain/catalog/attribute-lines.ts";
import { readProduct } from "#app/domain/catalog/read-product.server.ts";
import { addVariant, updateVariant } from "#app/domain/catalog/save-variant.server.ts";
import { updateProduct } from "#app/domain/catalog/update-product.server.ts";
import { localeContext } from "#app/middleware/contexts.ts";
import { formFields, tryVerb } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";
import { moneyField } from "./money-field.ts";

type Args = { request: Request; context: Readonly<RouterContextProvider> };

const names = ["intent", "version", "title", "brand", "description", "attributes", "imageUrls"] as const;
const variantNames = [
  "variantId",
  "currency",
  "sku",
  "gtin",
  "name",
  "cost",
  "stock",
  "weightGrams",
  "lengthMm",
  "widthMm",
  "heightMm",
] as const;

/** The forms of a product's page: the product itself, a new SKU, a SKU that is there. */
export async function answerProductForm(args: Args, productId: string) {
  const { ctx, workspace } = requireMemberWho(args, "catalog:write");
  const fields = await formFields(args.request, ...names, ...variantNames);
  const { intent, version, sku, gtin, name, weightGrams, lengthMm, widthMm, heightMm, variantId } = fields;
  const measures = { weightGrams, lengthMm, widthMm, heightMm };
  const costOf = () => {
    const currency = fields.currency || workspace.currency;
    return moneyField(fields.cost, { locale: args.context.get(localeContext), currency });
  };
  return tryVerb(args.context, async () => {
    if (intent === "add-variant") {
      await addVariant(ctx, { productId, sku, gtin, name, ...measures, stock: fields.stock || 0, costCents: costOf() });
      return { ok: true as const, sku };
    }
    if (intent === "update-variant") {
      await updateVariant(ctx, { id: variantId, version, sku, gtin, name, ...measures, stock: fields.stock, costCents: costOf() });
      return { ok: true as const };
    }
    const { title, brand, description } = fields;
    const known = (await readProduct(ctx, { id: productId })).attributes;
    const attributes = readAttributes(fields.attributes, known);
    await updateProduct(ctx, {
      id: productId,
      version,
      title,
      brand,
      description: description || null,
      attributes,
      imageUrls: readLines(fields.imageUrls),
    });
    return { ok: true as const };
  });
}
