import { z } from "zod";
import type { SimulatorTools } from "../../simulator.ts";
import { badInput, type Action, idInput, itemIn, shopIn, shopInput } from "./act-input.ts";
import { orderSn, placeOrder } from "./new-order.ts";
import {
  announceOrder,
  askToCancel,
  cancelOrder,
  deliverOrder,
  invoiceOrder,
  payOrder,
  prepareOrder,
  returnOrder,
  shipOut,
} from "./order-steps.ts";
import { addOrder, linesCents, type OrderStatus, type SimOrder, type SimShop, type World } from "./world.ts";

const sellInput = z.strictObject({
  shopId: shopInput,
  itemId: idInput.optional(),
  modelId: idInput.optional(),
  sku: z.string().optional(),
  quantity: z.number().int().min(1).max(100).default(1),
  /** How many orders, one after the other. */
  times: z.number().int().min(1).max(500).default(1),
  unpaid: z.boolean().default(false),
});

/** A new Brazilian order is paid and waits for its invoice, unless asked to wait for the money. */
const sell: Action = (world, input, tools) => {
  const wanted = sellInput.parse(input);
  const shop = shopIn(world, wanted.shopId);
  const orders = Array.from({ length: wanted.times }, () => sellOnce(world, shop, wanted, tools));
  return {
    orderSn: orders[0]?.sn,
    orderSns: orders.map(({ sn }) => sn),
    itemsCents: orders.reduce((sum, order) => sum + linesCents(order), 0),
  };
};

function sellOnce(world: World, shop: SimShop, wanted: z.output<typeof sellInput>, tools: SimulatorTools): SimOrder {
  const { item, model } = itemIn(shop, wanted, tools.random);
  const createS = Math.floor(tools.nowMs / 1_000);
  const order = placeOrder(tools.random, shop, {
    items: [item],
    createS,
    sn: orderSn(createS, `${world.seed}/${shop.shopId}/act/${shop.orders.length}`),
    modelId: model.modelId,
    quantity: wanted.quantity,
  });
  addOrder(shop, order);
  announceOrder(world, shop, order, tools);
  if (!wanted.unpaid) payOrder(world, shop, order, tools);
  return order;
}

const stepInput = z.strictObject({ shopId: shopInput, orderSn: z.string().optional() });
type Step = (world: World, shop: SimShop, order: SimOrder, tools: SimulatorTools) => void;

/** One step of one order: the named one, or the newest that can take it. */
function step(from: readonly OrderStatus[], take: Step, mayTake: (order: SimOrder) => boolean = () => true): Action {
  return (world, input, tools) => {
    const { shopId, orderSn: sn } = stepInput.parse(input);
    const shop = shopIn(world, shopId);
    const order = orderIn(shop, sn, (candidate) => from.includes(candidate.status) && mayTake(candidate));
    take(world, shop, order, tools);
    return { orderSn: order.sn, status: order.status };
  };
}

const cancelInput = z.strictObject({
  shopId: shopInput,
  orderSn: z.string().optional(),
  by: z.enum(["buyer", "seller", "system"]).default("buyer"),
});
const beforeShipping: ReadonlySet<OrderStatus> = new Set(["UNPAID", "INVOICE_PENDING", "READY_TO_SHIP", "PROCESSED", "IN_CANCEL"]);

const cancel: Action = (world, input, tools) => {
  const { shopId, orderSn: sn, by } = cancelInput.parse(input);
  const shop = shopIn(world, shopId);
  const order = orderIn(shop, sn, ({ status }) => beforeShipping.has(status));
  cancelOrder(world, shop, order, { by }, tools);
  return { orderSn: order.sn, status: order.status };
};

function orderIn(shop: SimShop, sn: string | undefined, isFit: (order: SimOrder) => boolean): SimOrder {
  const order = sn === undefined ? shop.orders.findLast(isFit) : shop.orderBySn.get(sn);
  if (order === undefined) return badInput("orderSn", sn === undefined ? "no order can take this step" : "there is no such order");
  if (!isFit(order)) return badInput("orderSn", `an order in ${order.status} cannot take this step`);
  return order;
}

export const orderActions: Record<string, Action> = {
  sell,
  pay: step(["UNPAID"], payOrder),
  invoice: step(["INVOICE_PENDING"], invoiceOrder),
  prepare: step(["READY_TO_SHIP"], prepareOrder),
  ship: step(["READY_TO_SHIP", "PROCESSED"], shipOut),
  deliver: step(["SHIPPED"], deliverOrder),
  return: step(["COMPLETED"], returnOrder, ({ returned }) => returned === null),
  "request-cancel": step(["READY_TO_SHIP", "PROCESSED", "INVOICE_PENDING"], askToCancel),
  cancel,
};
