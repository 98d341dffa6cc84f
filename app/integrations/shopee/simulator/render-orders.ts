import { simulatedGood } from "../../simulated-goods.ts";
import { packageNumberOf } from "./new-order.ts";
import { linesCents, type OrderStatus, type SimOrder, type SimShop } from "./world.ts";

const logisticsStatuses: Record<OrderStatus, string> = {
  UNPAID: "LOGISTICS_NOT_START",
  INVOICE_PENDING: "LOGISTICS_NOT_START",
  READY_TO_SHIP: "LOGISTICS_READY",
  PROCESSED: "LOGISTICS_REQUEST_CREATED",
  SHIPPED: "LOGISTICS_PICKUP_DONE",
  COMPLETED: "LOGISTICS_DELIVERY_DONE",
  IN_CANCEL: "LOGISTICS_READY",
  CANCELLED: "LOGISTICS_INVALID",
};

const carrier = "Shopee Xpress";

/** A few fields always, all others only when asked for by name. */
export function toOrderDetail(shop: SimShop, order: SimOrder, asked: ReadonlySet<string>): Record<string, unknown> {
  const optional = Object.entries(optionalFields(shop, order)).filter(([name]) => asked.has(name));
  return {
    order_sn: order.sn,
    region: "BR",
    currency: "BRL",
    cod: false,
    order_status: order.status,
    message_to_seller: order.message,
    create_time: order.createS,
    update_time: order.updateS,
    days_to_ship: 2,
    ship_by_date: order.shipByS ?? 0,
    ...Object.fromEntries(optional),
  };
}

function optionalFields(shop: SimShop, order: SimOrder): Record<string, unknown> {
  const isFbs = order.lines.some(({ itemId }) => shop.itemById.get(itemId)?.isFbs === true);
  return {
    buyer_user_id: order.buyerId,
    buyer_username: order.buyerName,
    buyer_cpf_id: "***.***.***-**",
    total_amount: (linesCents(order) + order.shippingCents) / 100,
    estimated_shipping_fee: order.shippingCents / 100,
    pay_time: order.payS ?? 0,
    pickup_done_time: order.pickupS ?? 0,
    cancel_by: order.cancel?.by ?? "",
    cancel_reason: order.cancel?.reason ?? "",
    shipping_carrier: carrier,
    fulfillment_flag: isFbs ? "fulfilled_by_shopee" : "fulfilled_by_local_seller",
    payment_method: "Pix",
    note: "",
    recipient_address: { name: "****", phone: "****", full_address: "****", region: "BR" },
    invoice_data:
      order.invoiceKey === null ? null : { number: order.invoiceKey.slice(25, 34), series_number: "1", access_key: order.invoiceKey },
    item_list: order.lines.map((line) => toLine(shop, line)),
    package_list:
      order.payS === null
        ? []
        : [{ package_number: packageNumberOf(order.sn), logistics_status: logisticsStatuses[order.status], shipping_carrier: carrier }],
  };
}

function toLine(shop: SimShop, line: SimOrder["lines"][number]): Record<string, unknown> {
  const item = shop.itemById.get(line.itemId);
  const model = item?.models.find(({ modelId }) => modelId === line.modelId);
  return {
    item_id: line.itemId,
    item_name: item?.title ?? "",
    item_sku: item?.hasModel === true ? "" : (model?.sku ?? ""),
    model_id: line.modelId,
    model_name: model?.name ?? "",
    model_sku: item?.hasModel === true ? (model?.sku ?? "") : "",
    model_quantity_purchased: line.quantity,
    model_original_price: (model?.priceCents ?? line.unitCents) / 100,
    model_discounted_price: line.unitCents / 100,
    weight: model === undefined ? 0 : simulatedGood(model.good).weightGrams / 1_000,
  };
}
