import { z } from "zod";
import { listProducts } from "#app/domain/catalog/list-products.server.ts";
import { readProduct } from "#app/domain/catalog/read-product.server.ts";
import { productLacks, productSorts } from "#app/domain/catalog/schemas.ts";
import { cents, id, moment, pageOf, paging, search } from "./shapes.ts";
import { defineReadTool } from "./tool.ts";

const variant = z.object({
  id: z.string(),
  sku: z.string(),
  gtin: z.string().nullable(),
  name: z.string(),
  costCents: cents.nullable(),
  currency: z.string(),
  stock: z.number(),
});

export const listProductsTool = defineReadTool({
  name: "list_products",
  title: { en: "Look through the catalogue", "pt-BR": "Olhar o catálogo" },
  description: "Products the shop owns, with their SKUs, stock, costs and on which channels each is offered. Search by words or SKU.",
  scope: "catalog:read",
  input: z.object({
    search: search.optional().describe("Words of the title, the brand or a SKU."),
    state: z.enum(["active", "archived"], "fieldInvalid").optional(),
    lacks: z.enum(productLacks, "fieldInvalid").optional().describe("Only products without a listing, without a cost, or out of stock."),
    sort: z.enum(productSorts, "fieldInvalid").optional().describe("A minus sorts downwards."),
    ...paging,
  }),
  output: pageOf(
    z.object({
      id: z.string(),
      title: z.string(),
      brand: z.string().nullable(),
      updatedAt: moment,
      archivedAt: moment.nullable(),
      variants: z.array(variant),
      listings: z.array(z.object({ channelId: z.string(), channel: z.string(), count: z.number() })),
    }),
  ),
  run: (ctx, input) => listProducts(ctx, input),
});

export const readProductTool = defineReadTool({
  name: "read_product",
  title: { en: "Read a product", "pt-BR": "Ler um produto" },
  description: "One product with its description, attributes, SKUs and the listings that sell it.",
  scope: "catalog:read",
  input: z.object({ id: id.describe("Of the product: prd_…") }),
  output: z.object({
    id: z.string(),
    title: z.string(),
    brand: z.string().nullable(),
    description: z.string().nullable(),
    attributes: z.array(z.object({ key: z.string(), name: z.string(), value: z.string() })),
    updatedAt: moment,
    variants: z.array(variant),
    listings: z.array(
      z.object({
        id: z.string(),
        variantId: z.string().nullable(),
        title: z.string(),
        currency: z.string(),
        priceCents: cents,
        stock: z.number(),
        status: z.string(),
        channel: z.object({ name: z.string(), vendor: z.string() }).nullable(),
      }),
    ),
  }),
  run: (ctx, input) => readProduct(ctx, input),
});
