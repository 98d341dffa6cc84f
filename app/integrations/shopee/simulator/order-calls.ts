import { listParam, ok, Refusal, type ShopCall, wholeParam, wrongParam } from "./answers.ts";
import { settle } from "./fees.ts";
import { packageNumberOf } from "./new-order.ts";
import { toOrderDetail } from "./render-orders.ts";
import { linesCents, type SimOrder, type SimShop } from "./world.ts";

const longestSpanS = 15 * 86_400;
const statuses: ReadonlySet<string> = new Set([
  "UNPAID",
  "INVOICE_PENDING",
  "READY_TO_SHIP",
  "PROCESSED",
  "SHIPPED",
  "COMPLETED",
  "IN_CANCEL",
  "CANCELLED",
]);

export function getOrderList({ world, shop, params }: ShopCall): Response {
  const field = params.get("time_range_field");
  if (field !== "create_time" && field !== "update_time") throw wrongParam("time_range_field must be create_time or update_time.");
  const fromS = wholeParam(params, "time_from", { min: 0, max: 9_999_999_999 });
  const toS = wholeParam(params, "time_to", { min: 0, max: 9_999_999_999 });
  if (toS <= fromS || toS - fromS > longestSpanS)
    throw new Refusal("order.order_list_invalid_time", "Start time must be earlier than end time and diff in 15 days.", 403);
  const pageSize = wholeParam(params, "page_size", { min: 1, max: 100 });
  const wanted = params.getAll("order_status");
  if (wanted.length > 1 || wanted.some((status) => !statuses.has(status))) throw wrongParam("order_status takes one known status.");
  const [status] = wanted;
  const timeOf = (order: SimOrder) => (field === "create_time" ? order.createS : order.updateS);
  const place = readPlace(params.get("cursor") ?? "");
  const matching = shop.orders
    .filter((order) => timeOf(order) >= fromS && timeOf(order) <= toS && (status === undefined || order.status === status))
    .filter((order) => timeOf(order) > place.timeS || (timeOf(order) === place.timeS && order.sn > place.sn))
    .sort((a, b) => timeOf(a) - timeOf(b) || (a.sn < b.sn ? -1 : 1));
  const page = matching.slice(0, pageSize);
  const more = matching.length > page.length;
  const last = page.at(-1);
  const withStatus = (params.get("response_optional_fields") ?? "").split(",").includes("order_status");
  return ok(world, {
    more,
    next_cursor: more && last !== undefined ? `${timeOf(last)}-${last.sn}` : "",
    order_list: page.map((order) => ({ order_sn: order.sn, ...(withStatus ? { order_status: order.status } : {}) })),
  });
}

/** Behind the last one that was given, so that orders which change meanwhile shift nothing. */
function readPlace(cursor: string): { timeS: number; sn: string } {
  if (cursor === "") return { timeS: -1, sn: "" };
  const [, time, sn] = /^(\d+)-(\w+)$/.exec(cursor) ?? [];
  if (time === undefined || sn === undefined) throw wrongParam("cursor is wrong.");
  return { timeS: Number(time), sn };
}

export function getOrderDetail({ world, shop, params }: ShopCall): Response {
  const orders = listParam(params, "order_sn_list", 50)
    .map((sn) => shop.orderBySn.get(sn))
    .filter((order) => order !== undefined);
  const asked = new Set((params.get("response_optional_fields") ?? "").split(","));
  return ok(world, { order_list: orders.map((order) => toOrderDetail(shop, order, asked)) });
}

export function getEscrowDetail({ world, shop, params }: ShopCall): Response {
  const order = orderOf(shop, params.get("order_sn"));
  if (order.status === "UNPAID" || order.status === "CANCELLED") throw new Refusal("error_not_found", "The order has no escrow.", 403);
  const money = settle(order);
  const buyerCents = linesCents(order) + order.shippingCents;
  return ok(world, {
    order_sn: order.sn,
    buyer_user_name: order.buyerName,
    return_order_sn_list: order.returned === null ? [] : [order.returned.sn],
    order_income: {
      escrow_amount: money.escrowCents / 100,
      buyer_total_amount: buyerCents / 100,
      cost_of_goods_sold: linesCents(order) / 100,
      buyer_paid_shipping_fee: order.shippingCents / 100,
      commission_fee: money.commissionCents / 100,
      service_fee: money.serviceCents / 100,
      seller_transaction_fee: money.transactionCents / 100,
      voucher_from_seller: money.voucherCents / 100,
      final_shipping_fee: money.finalShippingCents / 100,
      seller_return_refund: -money.refundCents / 100,
    },
  });
}

export function getTrackingNumber({ world, shop, params }: ShopCall): Response {
  const order = orderOf(shop, params.get("order_sn"));
  return ok(world, { tracking_number: order.trackingNumber ?? "", hint: order.trackingNumber === null ? "Not arranged yet." : "" });
}

export function getShippingParameter({ world, shop, params }: ShopCall): Response {
  const order = orderOf(shop, params.get("order_sn"));
  if (order.status !== "READY_TO_SHIP") throw new Refusal("logistics.error_status", "The order is not ready to ship.");
  if (shop.hasOwnCarrier) return ok(world, { info_needed: { non_integrated: ["tracking_no"] } });
  return ok(world, {
    info_needed: { dropoff: [], pickup: ["address_id", "pickup_time_id"] },
    dropoff: { branch_list: null },
    pickup: {
      address_list: [
        { address_id: 200_001, address: "Rua das Flores, 10", time_slot_list: [{ pickup_time_id: packageNumberOf(order.sn) }] },
      ],
    },
  });
}

export function orderOf(shop: SimShop, sn: string | null): SimOrder {
  const order = shop.orderBySn.get(sn ?? "");
  if (order === undefined) throw new Refusal("order.order_not_found", "The order is not found.", 403);
  return order;
}
