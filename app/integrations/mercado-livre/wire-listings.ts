import { z } from "zod";
import { moment, optionalCents, optionalRef, optionalText, pagingSchema, refText, texts } from "./wire-values.ts";

/** Ends of a scan come as null results; the ids of `available_orders` are left unread because one is an object. */
export const listingIdsSchema = z.object({
  results: z
    .array(refText)
    .nullish()
    .transform((ids) => ids ?? []),
  scroll_id: optionalText,
  paging: pagingSchema.nullish(),
});

const attributeSchema = z.object({ id: z.string(), name: optionalText, value_name: optionalText });
const attributes = z
  .array(attributeSchema)
  .nullish()
  .transform((list) => list ?? []);

const variationSchema = z.object({
  id: refText,
  price: optionalCents,
  available_quantity: z.int(),
  sold_quantity: z.int().nullish(),
  attribute_combinations: attributes,
  /** Sent only when `include_attributes=all` is asked for. */
  attributes,
  picture_ids: texts,
  seller_custom_field: optionalText,
  user_product_id: optionalText,
});

export const itemSchema = z.object({
  id: refText,
  seller_id: refText,
  title: z.string(),
  category_id: optionalText,
  listing_type_id: optionalText,
  condition: optionalText,
  currency_id: z.string().min(1),
  price: optionalCents,
  original_price: optionalCents,
  /** The true figure is there only for the owner. */
  available_quantity: z.int(),
  sold_quantity: z.int().nullish(),
  status: z.string(),
  sub_status: texts,
  tags: texts,
  permalink: optionalText,
  pictures: z
    .array(z.object({ id: optionalText, url: optionalText, secure_url: optionalText }))
    .nullish()
    .transform((list) => list ?? []),
  attributes,
  variations: z
    .array(variationSchema)
    .nullish()
    .transform((list) => list ?? []),
  shipping: z.object({ mode: optionalText, logistic_type: optionalText, free_shipping: z.boolean().nullish() }).nullish(),
  seller_custom_field: optionalText,
  catalog_listing: z.boolean().nullish(),
  catalog_product_id: optionalText,
  user_product_id: optionalText,
  date_created: moment,
  last_updated: moment,
});

/** Others' items come with less in them, so whose it is must be known before it is read. */
function ownItem(accountRef: string) {
  return z.looseObject({ seller_id: refText }).transform((body, context) => {
    if (body.seller_id !== accountRef) return null;
    const item = itemSchema.safeParse(body);
    if (item.success) return item.data;
    for (const { path, message } of item.error.issues) context.addIssue({ code: "custom", path, message });
    return z.NEVER;
  });
}

const goodStatus = z.union([z.literal(200), z.literal(206)]);

/** The body of a failed element is an error and stays unread. */
export function bulkSchemaFor(accountRef: string) {
  return z.array(
    z.union([
      z.object({ status_code: goodStatus, body: ownItem(accountRef) }),
      z.object({
        status_code: z.int().refine((status) => !goodStatus.safeParse(status).success),
        body: z
          .unknown()
          .transform(() => null)
          .optional(),
      }),
    ]),
  );
}

const warningSchema = z.object({ code: optionalText, message: optionalText });
export const writtenItemSchema = z.object({ warnings: z.array(warningSchema).nullish() });

export const descriptionSchema = z.object({ plain_text: optionalText });

export const automatedSchema = z.object({
  items: z
    .array(z.union([refText, z.object({ item_id: refText })]))
    .nullish()
    .transform((list) => (list ?? []).map((entry) => (typeof entry === "string" ? entry : entry.item_id))),
  paging: pagingSchema.nullish(),
});

const ruleSchema = z.object({
  key: z.string(),
  status: optionalText,
  mode: optionalText,
  wordings: z.object({ title: optionalText, label: optionalText }).nullish(),
});
const bucketSchema = z.object({
  variables: z
    .array(z.object({ key: z.string(), title: optionalText, rules: z.array(ruleSchema).nullish() }))
    .nullish()
    .transform((list) => list ?? []),
});
export const performanceSchema = z.object({
  score: z.number().min(0).max(100),
  level: optionalText,
  level_wording: optionalText,
  buckets: z
    .array(bucketSchema)
    .nullish()
    .transform((list) => list ?? []),
});

export const priceToWinSchema = z.object({
  status: z.string(),
  price_to_win: optionalCents,
  winner: z.object({ price: optionalCents }).nullish(),
  reason: texts,
});

const moneySchema = z.object({ amount: optionalCents }).nullish();
export const suggestionSchema = z.object({ status: z.string(), suggested_price: moneySchema, lowest_price: moneySchema });

export const visitsSchema = z.object({ total_visits: z.int().min(0) });

const locationSchema = z.object({
  type: z.string(),
  quantity: z.int(),
  store_id: optionalRef,
  network_node_id: optionalRef,
});
export const userProductStockSchema = z.object({ locations: z.array(locationSchema) });

export type WireItem = z.infer<typeof itemSchema>;
export type WireVariation = z.infer<typeof variationSchema>;
export type WirePerformance = z.infer<typeof performanceSchema>;
export type WirePriceToWin = z.infer<typeof priceToWinSchema>;
export type WireSuggestion = z.infer<typeof suggestionSchema>;
export type WireStockLocation = z.infer<typeof locationSchema>;
export type WireWrittenItem = z.infer<typeof writtenItemSchema>;
