import { z } from "zod";
import { orderStates } from "#app/domain/channels/remote.ts";
import type { listOrders } from "#app/domain/orders/list-orders.server.ts";
import type { readOrder } from "#app/domain/orders/read-order.server.ts";
import type { readSalesMetrics } from "#app/domain/selling/read-sales-metrics.server.ts";
import type { listQuestions } from "#app/domain/service/list-questions.server.ts";
import type { listReviews } from "#app/domain/service/list-reviews.server.ts";
import { type Answer, exactly, type RowOf } from "./exactly.ts";

const id = z.string();
const text = z.string();
const timeMs = z.int();
const cents = z.int();
const listing = z.object({ id, title: text, permalink: text, imageUrl: text.nullable() }).nullable();

const order = {
  id,
  channelId: id,
  orderRef: text,
  packRef: text,
  state: text,
  vendorStatus: text,
  currency: text,
  totalCents: cents,
  paidCents: cents,
  units: z.int(),
  feeCents: cents.nullable(),
  predictedFeeCents: cents.nullable(),
  shippingCostCents: cents.nullable(),
  settledCents: cents.nullable(),
  buyerName: text.nullable(),
  cancelledBy: text.nullable(),
  shipmentStatus: text.nullable(),
  shipBy: timeMs.nullable(),
  placedAt: timeMs,
  remoteUpdatedAt: timeMs,
  isLate: z.boolean(),
};

const margin = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("known"), cents, ratio: z.number().nullable(), rule: z.enum(["settled", "parts"]) }),
  z.object({ kind: z.literal("unknown"), missing: z.array(z.enum(["fee", "shipping", "cost"])) }),
  z.object({ kind: z.literal("no-sale") }),
]);

export const ordersAnswers = {
  Order: exactly<RowOf<typeof listOrders>>()(
    z.object({
      ...order,
      packOrders: z.int(),
      items: z.array(z.object({ title: text, sku: text.nullable(), quantity: z.int(), unitPriceCents: cents })),
    }),
  ),
  OrderDetail: exactly<Answer<typeof readOrder>>()(
    z.object({
      ...order,
      channel: z.object({ id, name: text, vendor: text }),
      lines: z.array(
        z.object({
          listingRef: text,
          sku: text.nullable(),
          title: text,
          quantity: z.int(),
          unitPriceCents: cents,
          feeCents: cents.nullable(),
          listing: z.object({ id, permalink: text }).nullable(),
          product: z.object({ id, title: text, sku: text }).nullable(),
          costCents: cents.nullable(),
          costCurrency: text.nullable(),
        }),
      ),
      pack: z.array(
        z.object({
          id,
          orderRef: text,
          state: text,
          totalCents: cents,
          currency: text,
          lines: z.array(z.object({ title: text, quantity: z.int() })),
        }),
      ),
      history: z.array(
        z.object({
          at: timeMs,
          state: z.enum(orderStates),
          vendorStatus: text,
          shipmentStatus: text.nullable(),
          isExpected: z.boolean(),
        }),
      ),
      money: z.object({
        paidDifferenceCents: cents,
        costCents: cents.nullable(),
        feeDifferenceCents: cents.nullable(),
        margin,
        predictedMargin: margin,
      }),
      feeRule: z
        .object({
          rule: text,
          fromCents: cents,
          toCents: cents.nullable(),
          percentBp: z.int(),
          fixedCents: cents,
          certainty: z.enum(["documented", "third-party", "uncertain"]),
        })
        .nullable(),
      buyerMessage: text.nullable(),
      cancelReason: text.nullable(),
      tags: z.array(text),
      shipmentRef: text.nullable(),
      shipment: z
        .object({ substatus: text.nullable(), logisticType: text, trackingNumber: text.nullable(), carrier: text.nullable() })
        .nullable(),
      paidAt: timeMs.nullable(),
      shippedAt: timeMs.nullable(),
      deliveredAt: timeMs.nullable(),
      closedAt: timeMs.nullable(),
      readAt: timeMs,
    }),
  ),
  Question: exactly<RowOf<typeof listQuestions>>()(
    z.object({
      id,
      channelId: id,
      listingRef: text,
      text,
      state: text,
      buyerRef: text,
      answer: text.nullable(),
      askedAt: timeMs,
      answeredAt: timeMs.nullable(),
      isOverdue: z.boolean(),
      listing,
    }),
  ),
  Review: exactly<RowOf<typeof listReviews>>()(
    z.object({
      id,
      channelId: id,
      listingRef: text,
      rating: z.int(),
      title: text,
      text,
      likes: z.int(),
      reply: text.nullable(),
      writtenAt: timeMs,
      listing,
    }),
  ),
  SalesMetric: exactly<RowOf<typeof readSalesMetrics>>()(
    z.object({
      key: text,
      label: text,
      currency: text,
      gmvCents: cents,
      units: z.int(),
      orders: z.int().nullable(),
      cancelled: z.int().nullable(),
    }),
  ),
} as const satisfies Record<string, z.ZodType>;
