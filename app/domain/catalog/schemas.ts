import { z } from "zod";
import { readableText } from "../readable-text.ts";
import { byIdSchema } from "../accounts/schemas.ts";
import { pageSchema } from "../paging.ts";
import { wholeNumber } from "../whole-number.ts";
import { changeKinds, listingStatuses, onSale, paused } from "../channels/remote.ts";
import { changeRules, priceEndings } from "./change-rules.ts";
import { readGtin } from "./gtin.ts";

/** As many as one bulk act on ticked rows takes; a page of a list fits in. */
const maxBulk = 200;
/** A spreadsheet of costs fits in; its rows are written in one statement. */
const maxCosts = 2_000;
/** As many listings as one change of "all that match" takes. */
export const maxMatching = 5_000;
const maxAmount = 100_000_000_00;

function line(maxLength: number) {
  return z.string({ error: "required" }).trim().min(1, "required").max(maxLength, "tooLong").regex(readableText, "unreadableCharacters");
}

/** May stay empty, which means that nobody knows it. */
function optionalLine(maxLength: number) {
  return z
    .union([z.string().trim().max(maxLength, "tooLong").regex(readableText, "unreadableCharacters"), z.null()], "fieldInvalid")
    .transform((text) => text || null);
}

/** An empty field of a form means "not known". */
function optionalAmount(max: number, reason = "fieldInvalid") {
  const blank = (value: unknown) => (value === "" ? null : value);
  return z.preprocess(blank, z.union([wholeNumber({ min: 0, max }), z.null()], reason));
}

const id = byIdSchema.shape.id;
const idsSchema = z
  .array(z.string("fieldInvalid").min(1, "fieldInvalid").max(60, "fieldInvalid"), "fieldInvalid")
  .min(1, "required")
  .max(maxBulk, "fieldInvalid");

const gtin = z
  .union([z.string().max(40, "gtinInvalid"), z.null()], "gtinInvalid")
  .refine((text) => text === null || text.trim() === "" || readGtin(text) !== undefined, "gtinInvalid")
  .transform((text) => (text === null ? null : (readGtin(text) ?? null)));

const currency = z.string("currencyUnknown").regex(/^[A-Z]{3}$/, "currencyUnknown");
const attribute = z.object({ key: line(80), name: line(80), value: line(400) });
const imageUrl = z.url({ protocol: /^https?$/, error: "fieldInvalid" }).max(1_000, "tooLong");

/** An edge of what goes into a carton; no thing is flat enough to have none. */
const edge = z.preprocess(
  (value) => (value === "" ? null : value),
  z.union([wholeNumber({ min: 1, max: 10_000 }), z.null()], "fieldInvalid"),
);

const variantSchema = z.object({
  sku: line(80),
  gtin: gtin.optional(),
  name: optionalLine(120).optional(),
  costCents: optionalAmount(maxAmount, "moneyInvalid").optional(),
  currency: currency.optional(),
  stock: wholeNumber({ min: 0, max: 10_000_000 }).optional(),
  weightGrams: optionalAmount(10_000_000).optional(),
  lengthMm: edge.optional(),
  widthMm: edge.optional(),
  heightMm: edge.optional(),
});

const productFields = z.object({
  title: line(200),
  brand: optionalLine(80).optional(),
  description: z.union([z.string().max(20_000, "tooLong"), z.null()], "fieldInvalid").optional(),
  attributes: z.array(attribute, "fieldInvalid").max(60, "fieldInvalid").optional(),
  imageUrls: z.array(imageUrl, "fieldInvalid").max(20, "fieldInvalid").optional(),
});
export const createProductSchema = productFields.extend({
  variants: z.array(variantSchema, "fieldInvalid").min(1, "required").max(100, "fieldInvalid"),
});
/** What is left out stays; `version` as it was read. */
export const updateProductSchema = productFields.partial().extend({ id, version: wholeNumber() });
export const addVariantSchema = variantSchema.extend({ productId: id });
export const updateVariantSchema = variantSchema.partial().extend({ id, version: wholeNumber() });
export const costSchema = z.object({ sku: line(80), costCents: optionalAmount(maxAmount), currency: currency.optional() });
/** Each SKU once: of two costs for one, nobody could say which was meant. */
export const costsSchema = z.object({
  costs: z
    .array(costSchema, "fieldInvalid")
    .min(1, "required")
    .max(maxCosts, "costsTooMany")
    .refine((costs) => new Set(costs.map(({ sku }) => sku)).size === costs.length, "skuRepeated"),
});
export const archiveProductsSchema = z.object({ ids: idsSchema, isArchived: z.boolean("fieldInvalid") });

// Written out: each has an index of its own.
export const productSorts = [
  ...(["title", "stock", "cost", "updated", "listings"] as const),
  ...(["-title", "-stock", "-cost", "-updated", "-listings"] as const),
] as const;
export const listingSorts = [
  ...(["title", "price", "stock", "sold", "quality", "updated"] as const),
  ...(["-title", "-price", "-stock", "-sold", "-quality", "-updated"] as const),
] as const;
const search = z.string("fieldInvalid").trim().max(200, "tooLong");

export const productLacks = ["listing", "cost", "stock"] as const;
export const productFilterSchema = z.object({
  search: search.optional(),
  state: z.enum(["active", "archived"], "fieldInvalid").optional(),
  /** Products without a listing, without a cost, or with nothing in stock. */
  lacks: z.enum(productLacks, "fieldInvalid").optional(),
  sort: z.enum(productSorts, "fieldInvalid").optional(),
});
export const listProductsSchema = productFilterSchema.extend(pageSchema.shape);

export const linkStates = ["linked", "suggested", "unlinked", "ignored"] as const;
export const listingNeeds = ["stock", "quality", "automated"] as const;
export const listingFilterSchema = z.object({
  search: search.optional(),
  channelId: z.string("fieldInvalid").max(60, "fieldInvalid").optional(),
  status: z.enum(listingStatuses, "fieldInvalid").optional(),
  link: z.enum(linkStates, "fieldInvalid").optional(),
  /** Out of stock, quality below 60, or a price that the marketplace moves by itself. */
  only: z.enum(listingNeeds, "fieldInvalid").optional(),
  sort: z.enum(listingSorts, "fieldInvalid").optional(),
});
export const listListingsSchema = listingFilterSchema.extend(pageSchema.shape);

export const linkDecisions = ["confirm", "reject", "unlink", "ignore", "reopen"] as const;
export const decideLinksSchema = z.object({ ids: idsSchema, decision: z.enum(linkDecisions, "fieldInvalid") });
export const linkListingSchema = z.object({ id, variantId: id });
export const listingIdsSchema = z.object({ ids: idsSchema });
export const searchVariantsSchema = z.object({ search: search.optional() });

const signedAmount = wholeNumber({ min: -maxAmount, max: maxAmount });
/** Which listings are to change: these ones, or all that the list shows when it is narrowed like this. */
const changedListings = {
  listingIds: idsSchema.optional(),
  matching: listingFilterSchema.omit({ sort: true }).optional(),
};
export const listingChangeSchema = z
  .object({
    ...changedListings,
    kind: z.enum(changeKinds, "fieldInvalid"),
    rule: z.enum(changeRules, "fieldInvalid"),
    value: signedAmount.optional(),
    ending: z.enum(priceEndings, "fieldInvalid").optional(),
    /** Whose amounts `value` is in; needed when the listings have several. */
    currency: currency.optional(),
  })
  .refine(({ listingIds, matching }) => listingIds !== undefined || matching !== undefined, { path: ["listingIds"], error: "required" })
  .refine(({ listingIds, matching }) => listingIds === undefined || matching === undefined, { path: ["matching"], error: "fieldInvalid" })
  .refine(({ kind, rule }) => kind !== "status" || rule === "set", { path: ["rule"], error: "fieldInvalid" })
  .refine(({ kind, value }) => kind !== "status" || value === onSale || value === paused, { path: ["value"], error: "fieldInvalid" });
export const listingChangeStateSchema = byIdSchema.extend({ state: z.literal("cancelled", "fieldInvalid") });
const changeItemStates = ["waiting", "applied", "accepted", "refused", "cancelled"] as const;
export const readListingChangeSchema = byIdSchema.extend({
  /** Only the listings of which this became. */
  itemState: z.enum(changeItemStates, "fieldInvalid").optional(),
  ...pageSchema.shape,
});

/** What a listing can be given: another SKU (or none), another price or stock, a pause or its end. */
export const updateListingSchema = z.object({
  id,
  variantId: z.union([id, z.null()], "fieldInvalid").optional(),
  priceCents: wholeNumber({ min: 1, max: maxAmount }).optional(),
  stock: wholeNumber({ min: 0, max: 10_000_000 }).optional(),
  status: z.enum(["active", "paused"], "fieldInvalid").optional(),
});

export type ProductFilter = z.output<typeof productFilterSchema>;
export type ListingFilter = z.output<typeof listingFilterSchema>;
export type LinkDecision = (typeof linkDecisions)[number];
export type ListingChangeInput = z.input<typeof listingChangeSchema>;
