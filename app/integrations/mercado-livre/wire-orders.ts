import { z } from "zod";
import { cents, moment, optionalCents, optionalMoment, optionalRef, optionalText, pagingSchema, refText, texts } from "./wire-values.ts";

const orderItemSchema = z.object({
  item: z.object({
    id: refText,
    title: z.string(),
    variation_id: optionalRef,
    seller_sku: optionalText,
    seller_custom_field: optionalText,
  }),
  quantity: z.int().positive(),
  unit_price: cents,
  sale_fee: optionalCents,
  listing_type_id: optionalText,
});

const paymentSchema = z.object({
  id: refText,
  status: optionalText,
  total_paid_amount: optionalCents,
  marketplace_fee: optionalCents,
  date_approved: optionalMoment,
});

const cancelSchema = z.object({
  group: optionalText,
  code: optionalText,
  description: optionalText,
  requested_by: optionalText,
});

export const orderSchema = z.object({
  id: refText,
  pack_id: optionalRef,
  status: z.string(),
  date_created: moment,
  date_closed: optionalMoment,
  last_updated: optionalMoment,
  total_amount: cents,
  paid_amount: optionalCents,
  currency_id: z.string().min(1),
  order_items: z.array(orderItemSchema).min(1),
  payments: z
    .array(paymentSchema)
    .nullish()
    .transform((list) => list ?? []),
  shipping: z.object({ id: optionalRef }).nullish(),
  /** Left out when the answer is partial (206). */
  buyer: z.object({ id: optionalRef, nickname: optionalText }).nullish(),
  tags: texts,
  cancel_detail: cancelSchema.nullish(),
  fulfilled: z.boolean().nullish(),
});

export const orderSearchSchema = z.object({ results: z.array(orderSchema), paging: pagingSchema });

export const shipmentSchema = z.object({
  id: refText,
  status: z.string(),
  substatus: optionalText,
  tracking_number: optionalText,
  tracking_method: optionalText,
  logistic: z.object({ mode: optionalText, type: optionalText }).nullish(),
  destination: z.object({ receiver_name: optionalText }).nullish(),
});

/** Of a shipment whose status the seller tells. */
export const sellerNotificationSchema = z.object({ status: z.string() });

export const shipmentHistorySchema = z.object({
  date_history: z.object({ date_shipped: optionalMoment, date_delivered: optionalMoment }).nullish(),
});

export const shipmentCostsSchema = z.object({
  senders: z
    .array(z.object({ user_id: refText, cost: cents }))
    .nullish()
    .transform((list) => list ?? []),
});

/** `insuficient_info` is spelled so by the vendor. */
export const shipmentSlaSchema = z.object({ status: optionalText, expected_date: optionalMoment });

export const shipmentOrdersSchema = z.array(z.object({ order_id: refText }));

export type WireOrder = z.infer<typeof orderSchema>;
export type WireShipment = z.infer<typeof shipmentSchema>;
export type WireShipmentCosts = z.infer<typeof shipmentCostsSchema>;
export type WireShipmentSla = z.infer<typeof shipmentSlaSchema>;
export type WireShipmentHistory = z.infer<typeof shipmentHistorySchema>;
