import type { CsvValue } from "#app/platform/csv.ts";
import { zonedStamp } from "#app/platform/zoned-days.ts";
import type { OrderSummary } from "./list-orders.server.ts";

export const ordersCsvHeader = [
  "order",
  "parcel",
  "channel",
  "state",
  "marketplace_status",
  "placed_utc",
  "placed_local",
  "currency",
  "total",
  "paid_by_buyer",
  "fee",
  "fee_predicted",
  "shipping_cost",
  "settled",
  "units",
  "items",
  "skus",
  "buyer",
  "late",
  "ship_by_utc",
  "shipment_status",
  "cancelled_by",
];

/** Minor units as a plain decimal number, which spreadsheets read in every language; unknown stays empty. */
function amount(minor: number | null, currency: string): string | null {
  if (minor === null) return null;
  const digits = new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
  return (minor / 10 ** digits).toFixed(digits);
}

function utc(ms: number | null): string | null {
  return ms === null ? null : new Date(ms).toISOString();
}

export function ordersCsvCells(order: OrderSummary, channelName: string, timeZone: string): CsvValue[] {
  const { currency, items } = order;
  return [
    order.orderRef,
    order.packRef,
    channelName,
    order.state,
    order.vendorStatus,
    utc(order.placedAt),
    zonedStamp(order.placedAt, timeZone),
    currency,
    amount(order.totalCents, currency),
    amount(order.paidCents, currency),
    amount(order.feeCents, currency),
    amount(order.predictedFeeCents, currency),
    amount(order.shippingCostCents, currency),
    amount(order.settledCents, currency),
    order.units,
    items.map(({ quantity, title }) => `${quantity} × ${title}`).join("; "),
    items.flatMap(({ sku }) => (sku === null ? [] : [sku])).join("; "),
    order.buyerName,
    order.isLate,
    utc(order.shipBy),
    order.shipmentStatus,
    order.cancelledBy,
  ];
}
