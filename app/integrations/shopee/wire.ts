import { z } from "zod";
import { cents, count, id, optionalUnixMs, text, unixMs } from "./wire-fields.ts";

/**
 * Shopee Open Platform v2, no more than is read. Checked on 2026-11-20; what is marked uncertain is general knowledge and
 * therefore optional wherever the app can do without it.
 */
export const apiPrefix = "/api/v2";
export const limits = {
  itemPage: 100,
  baseInfo: 50,
  diagnosis: 48,
  orderPage: 100,
  orderDetail: 50,
  comments: 100,
  models: 50,
  unlisted: 50,
  orderSpanS: 15 * 86_400,
} as const;

/** Deleted ones too: a listing that ends must be seen to end. */
export const itemStatuses = ["NORMAL", "BANNED", "UNLIST", "REVIEWING", "SELLER_DELETE", "SHOPEE_DELETE"] as const;

export const envelopeSchema = z.object({ error: text, message: text, request_id: text });

/** Token answers are flat, not inside `response`. */
export const tokenSchema = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1),
  expire_in: z.number().positive(),
  shop_id_list: z.array(id).nullish(),
});

const shopInfo = z.object({ shop_name: z.string(), region: text, status: text, expire_time: optionalUnixMs });
/** Uncertain whether it is flat or inside `response`, so both are read. */
export const shopInfoSchema = z.union([z.object({ response: shopInfo }).transform(({ response }) => response), shopInfo]);

export const performanceSchema = z.object({
  response: z.object({
    overall_performance: z.object({ rating: z.number().int() }),
    metric_list: z.array(
      z.object({
        metric_id: id,
        metric_name: z.string().min(1),
        current_period: z.number().nullish(),
        last_period: z.number().nullish(),
        unit: z.union([z.number(), z.string()]),
        target: z.object({ value: z.number(), comparator: z.string() }).nullish(),
      }),
    ),
  }),
});

export const itemListSchema = z.object({
  response: z.object({
    item: z
      .array(z.object({ item_id: id, item_status: z.string() }))
      .nullish()
      .transform((items) => items ?? []),
    total_count: count.nullish(),
    has_next_page: z.boolean(),
    next_offset: count.nullish(),
  }),
});

const price = z.object({ current_price: cents, original_price: cents, currency: text });
const locationStock = z.object({ stock: count });
const stock = z.object({
  summary_info: z.object({ total_available_stock: count, total_reserved_stock: count }),
  seller_stock: z.array(locationStock).nullish(),
  shopee_stock: z.array(locationStock).nullish(),
});
const attribute = z.object({
  attribute_id: id,
  original_attribute_name: text,
  attribute_value_list: z.array(z.object({ original_value_name: text, value_unit: text })).nullish(),
});

const itemSchema = z.object({
  item_id: id,
  item_name: z.string(),
  item_status: z.string(),
  item_sku: text,
  gtin_code: text,
  category_id: id.nullish(),
  description: text,
  create_time: unixMs,
  update_time: unixMs,
  condition: text,
  has_model: z.boolean(),
  price_info: z.array(price).nullish(),
  stock_info_v2: stock.nullish(),
  image: z.object({ image_url_list: z.array(z.string()).nullish() }).nullish(),
  attribute_list: z.array(attribute).nullish(),
  brand: z.object({ original_brand_name: text }).nullish(),
  /** Text such as "1.10"; kilograms. */
  weight: text,
  logistic_info: z.array(z.object({ enabled: z.boolean(), is_free: z.boolean().nullish() })).nullish(),
});
export const baseInfoSchema = z.object({
  response: z.object({
    item_list: z
      .array(itemSchema)
      .nullish()
      .transform((items) => items ?? []),
  }),
});

/** Uncertain: the whole answer is general knowledge. */
export const modelListSchema = z.object({
  response: z.object({
    tier_variation: z.array(z.object({ name: text, option_list: z.array(z.object({ option: text })) })).nullish(),
    model: z.array(
      z.object({
        model_id: id,
        model_sku: text,
        gtin_code: text,
        tier_index: z.array(z.number().int().nonnegative()).nullish(),
        price_info: z.array(price).min(1),
        stock_info_v2: stock,
      }),
    ),
  }),
});

/** Uncertain: general knowledge. */
export const extraInfoSchema = z.object({
  response: z.object({
    item_list: z.array(z.object({ item_id: id, sale: count.nullish(), rating_star: z.number().nullish(), comment_count: count.nullish() })),
  }),
});

/** The names inside the lists are uncertain. */
export const diagnosisSchema = z.object({
  response: z.object({
    success_item_list: z.array(
      z.object({
        item_id: id,
        quality_level: z.number().int(),
        unfinished_task: z.array(z.object({ issue_type: z.number().int(), suggestion: text })).nullish(),
      }),
    ),
  }),
});

export const commentsSchema = z.object({
  response: z.object({
    item_comment_list: z.array(
      z.object({
        comment_id: id,
        item_id: id,
        model_id_list: z.array(id).nullish(),
        rating_star: z.number().int().min(1).max(5),
        comment: text,
        create_time: unixMs,
        comment_reply: z.object({ reply: text }).nullish(),
      }),
    ),
    more: z.boolean(),
    next_cursor: text,
  }),
});

/** Which words stand inside the lists is uncertain: only `model_id` is relied on. */
const success = z.object({ model_id: id.nullish(), original_price: cents.nullish() });
const failure = z.object({ model_id: id.nullish(), failed_reason: text });
export const writeSchema = bothLists(success, failure);
/** Pausing is of whole items: what was taken and what not is told by the item. */
export const unlistSchema = bothLists(z.object({ item_id: id }), z.object({ item_id: id, failed_reason: text }));

/** What an item says after it was written; the vendor may leave out what was not. */
export const updatedItemSchema = z.object({ response: z.object({ item_name: z.string().nullish(), description: z.string().nullish() }) });

function bothLists<Success extends z.ZodType, Failure extends z.ZodType>(taken: Success, failed: Failure) {
  return z.object({
    response: z.object({
      success_list: z
        .array(taken)
        .nullish()
        .transform((list) => list ?? []),
      failure_list: z
        .array(failed)
        .nullish()
        .transform((list) => list ?? []),
    }),
  });
}

export const acknowledgedSchema = z.object({});

export type WireItem = z.output<typeof itemSchema>;
export type WireModels = z.output<typeof modelListSchema>["response"];
export type WireExtra = z.output<typeof extraInfoSchema>["response"]["item_list"][number];
export type WireDiagnosis = z.output<typeof diagnosisSchema>["response"]["success_item_list"][number];
export type WireComment = z.output<typeof commentsSchema>["response"]["item_comment_list"][number];
export type WireShop = z.output<typeof shopInfoSchema>;
export type WirePerformance = z.output<typeof performanceSchema>["response"];
export type WireWrite = z.output<typeof writeSchema>["response"];
export type WireUnlist = z.output<typeof unlistSchema>["response"];
export type WireToken = z.output<typeof tokenSchema>;
