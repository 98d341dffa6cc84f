import { z } from "zod";
import { orderStates } from "#app/domain/channels/remote.ts";
import { listOrders } from "#app/domain/orders/list-orders.server.ts";
import { cancellers } from "#app/domain/orders/policy.ts";
import { readOrder } from "#app/domain/orders/read-order.server.ts";
import { orderSorts } from "#app/domain/orders/schemas.ts";
import { cents, id, moment, pageOf, paging, search, yesNo } from "./shapes.ts";
import { defineReadTool } from "./tool.ts";

/** Who bought stays out: nothing an assistant works out needs their names. */
const order = {
  id: z.string(),
  orderRef: z.string().describe("The marketplace's own number."),
  channelId: z.string(),
  state: z.string(),
  currency: z.string(),
  totalCents: cents,
  feeCents: cents.nullable().describe("Null while it is not known."),
  shippingCostCents: cents.nullable(),
  units: z.number(),
  placedAt: moment,
  shipBy: moment.nullable(),
  isLate: z.boolean().describe("It should have left by now, and has not."),
  cancelledBy: z.string().nullable(),
};

export const listOrdersTool = defineReadTool({
  name: "list_orders",
  title: { en: "Look through the orders", "pt-BR": "Olhar os pedidos" },
  description: "Orders of all channels, one by one. For sums and counts use query_metrics instead.",
  scope: "orders:read",
  input: z.object({
    search: search.optional().describe("The order's or parcel's number, a product's title or SKU."),
    channelId: id.optional(),
    state: z.enum(orderStates, "fieldInvalid").optional(),
    isLate: z.boolean("fieldInvalid").optional(),
    cancelledBy: z.enum(cancellers, "fieldInvalid").optional(),
    from: moment.optional().describe("Placed at or after, UTC milliseconds."),
    to: moment.optional().describe("Placed before, UTC milliseconds."),
    sort: z.enum(orderSorts, "fieldInvalid").default("-placed"),
    ...paging,
  }),
  output: pageOf(
    z.object({
      ...order,
      items: z.array(z.object({ title: z.string(), sku: z.string().nullable(), quantity: z.number(), unitPriceCents: cents })),
    }),
  ),
  run: (ctx, { isLate, ...input }) => listOrders(ctx, { ...input, late: yesNo(isLate) }),
});

export const readOrderTool = defineReadTool({
  name: "read_order",
  title: { en: "Read an order", "pt-BR": "Ler um pedido" },
  description: "One order with its lines, where its parcel is, its history and what it brings after fees, shipping and costs.",
  scope: "orders:read",
  input: z.object({ id: id.describe("Of list_orders.") }),
  output: z.object({
    ...order,
    channel: z.object({ id: z.string(), name: z.string(), vendor: z.string() }),
    lines: z.array(
      z.object({
        title: z.string(),
        sku: z.string().nullable(),
        quantity: z.number(),
        unitPriceCents: cents,
        product: z.object({ id: z.string(), title: z.string() }).nullable(),
      }),
    ),
    history: z.array(z.object({ at: moment, state: z.string() })),
    shippedAt: moment.nullable(),
    deliveredAt: moment.nullable(),
    money: z.object({
      costCents: cents.nullable(),
      margin: z.object({ kind: z.enum(["known", "unknown", "no-sale"]), cents: cents.optional(), ratio: z.number().nullable().optional() }),
    }),
  }),
  run: (ctx, input) => readOrder(ctx, input),
});
