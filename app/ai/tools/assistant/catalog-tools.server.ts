import { z } from "zod";
import { listListings } from "#app/domain/catalog/list-listings.server.ts";
import { listProducts } from "#app/domain/catalog/list-products.server.ts";
import { readListing } from "#app/domain/catalog/read-listing.server.ts";
import { readProduct } from "#app/domain/catalog/read-product.server.ts";
import { linkStates, listingNeeds, listingSorts, productLacks, productSorts } from "#app/domain/catalog/schemas.ts";
import { listingStatuses } from "#app/domain/channels/remote.ts";
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

const channel = z.object({ id: z.string(), name: z.string(), vendor: z.string() }).nullable();
const sku = z.object({ id: z.string(), sku: z.string(), productId: z.string(), productTitle: z.string() }).nullable();

export const listListingsTool = defineReadTool({
  name: "list_listings",
  title: { en: "Look through the listings", "pt-BR": "Olhar os anúncios" },
  description: "Listings on the connected marketplaces with price, stock, status, units sold and quality. Search by words, SKU or number.",
  scope: "catalog:read",
  input: z.object({
    search: search.optional().describe("Words of the title, a SKU or the marketplace's number."),
    channelId: id.optional().describe("Of list_channels."),
    status: z.enum(listingStatuses, "fieldInvalid").optional(),
    link: z.enum(linkStates, "fieldInvalid").optional().describe("Whether it is tied to one of our SKUs."),
    only: z.enum(listingNeeds, "fieldInvalid").optional().describe("Out of stock, quality below 60, or priced by the marketplace itself."),
    sort: z.enum(listingSorts, "fieldInvalid").optional().describe("A minus sorts downwards."),
    ...paging,
  }),
  output: pageOf(
    z.object({
      id: z.string(),
      title: z.string(),
      modelName: z.string(),
      channel,
      currency: z.string(),
      priceCents: cents,
      stock: z.number(),
      sold: z.number(),
      status: z.string(),
      qualityScore: z.number().nullable().describe("0 to 100."),
      isPriceAutomated: z.boolean(),
      variant: sku,
    }),
  ),
  run: (ctx, input) => listListings(ctx, input),
});

export const readListingTool = defineReadTool({
  name: "read_listing",
  title: { en: "Read a listing", "pt-BR": "Ler um anúncio" },
  description: "One listing with its text, price, stock, the SKU behind it, and why its marketplace would refuse a change, if it would.",
  scope: "catalog:read",
  input: z.object({ id: id.describe("Of list_listings.") }),
  output: z.object({
    id: z.string(),
    title: z.string(),
    description: z.string().nullable(),
    modelName: z.string(),
    channel,
    currency: z.string(),
    priceCents: cents,
    regularPriceCents: cents.nullable(),
    stock: z.number(),
    sold: z.number(),
    status: z.string(),
    qualityScore: z.number().nullable(),
    permalink: z.string(),
    variant: z
      .object({ id: z.string(), sku: z.string(), productId: z.string(), costCents: cents.nullable(), stock: z.number() })
      .nullable(),
    refusals: z
      .object({ price: z.string().nullable(), stock: z.string().nullable(), status: z.string().nullable() })
      .describe("Null where a change can be asked for."),
  }),
  run: (ctx, input) => readListing(ctx, input),
});
