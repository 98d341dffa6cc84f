import { z } from "zod";
import { cents, id, optionalUnixMs, text, unixMs } from "./wire-fields.ts";

/** Without these the detail of an order looks like an order with nothing in it. */
export const orderOptionalFields = [
  "buyer_user_id",
  "buyer_username",
  "item_list",
  "pay_time",
  "total_amount",
  "cancel_by",
  "cancel_reason",
  "pickup_done_time",
  "package_list",
  "shipping_carrier",
  "fulfillment_flag",
  "invoice_data",
] as const;

export const orderListSchema = z.object({
  response: z.object({ order_list: z.array(z.object({ order_sn: z.string().min(1) })), more: z.boolean(), next_cursor: text }),
});

/** `item_list` and `total_amount` are optional on the wire and required here: they are always asked for. */
const orderSchema = z.object({
  order_sn: z.string().min(1),
  order_status: z.string().min(1),
  currency: z.string().min(1),
  cod: z.boolean().nullish(),
  total_amount: cents,
  message_to_seller: text,
  create_time: unixMs,
  update_time: unixMs,
  ship_by_date: optionalUnixMs,
  pay_time: optionalUnixMs,
  pickup_done_time: optionalUnixMs,
  buyer_user_id: id.nullish(),
  buyer_username: text,
  cancel_by: text,
  cancel_reason: text,
  shipping_carrier: text,
  fulfillment_flag: text,
  item_list: z
    .array(
      z.object({
        item_id: id,
        item_name: z.string(),
        item_sku: text,
        model_id: id.nullish(),
        model_sku: text,
        model_quantity_purchased: z.number().int().positive(),
        model_discounted_price: cents,
      }),
    )
    .min(1),
  package_list: z.array(z.object({ package_number: z.string().min(1), logistics_status: text, shipping_carrier: text })).nullish(),
});
export const orderDetailSchema = z.object({ response: z.object({ order_list: z.array(orderSchema) }) });

const needs = z.array(z.string()).nullish();

/** Which ways of handing a parcel over there are, and what each wants to know. A way that is left out is not open. */
export const shippingParameterSchema = z.object({
  response: z.object({
    info_needed: z.object({ dropoff: needs, pickup: needs, non_integrated: needs }),
    dropoff: z.object({ branch_list: z.array(z.object({ branch_id: id })).nullish() }).nullish(),
    pickup: z
      .object({
        address_list: z
          .array(
            z.object({
              address_id: id,
              /** "pickup_address" marks the one the seller set for it. */
              address_flag: z.array(z.string()).nullish(),
              time_slot_list: z.array(z.object({ pickup_time_id: z.string().min(1) })).nullish(),
            }),
          )
          .nullish(),
      })
      .nullish(),
  }),
});

export const trackingNumberSchema = z.object({ response: z.object({ tracking_number: text }) });

export const escrowSchema = z.object({
  response: z.object({
    order_sn: z.string().min(1),
    /** Uncertain: tells that things came back after the order was completed. */
    return_order_sn_list: z.array(z.string()).nullish(),
    order_income: z.object({ escrow_amount: cents, commission_fee: cents, service_fee: cents, seller_transaction_fee: cents }),
  }),
});

export type WireShippingParameter = z.output<typeof shippingParameterSchema>["response"];
export type WireOrder = z.output<typeof orderSchema>;
export type WireEscrow = z.output<typeof escrowSchema>["response"];
