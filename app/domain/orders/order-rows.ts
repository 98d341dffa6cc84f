import type { orderEvents, orderItems, orders } from "#db/schema/orders.ts";
import type { NewRow } from "#db/writes.ts";
import type { VendorId } from "../channels/ports.ts";
import type { RemoteOrder } from "../channels/remote.ts";
import { predictFee } from "../pricing/fees.ts";
import { countsAsSale } from "./policy.ts";

export type OrderRows = {
  order: NewRow<typeof orders>;
  items: NewRow<typeof orderItems>[];
  event: NewRow<typeof orderEvents>;
};

type Market = { channelId: string; vendor: VendorId; site: string };

/** A vendor's order as our rows. Ids come from outside, so that reading the same order again makes the same rows. */
export function toOrderRows(remote: RemoteOrder, market: Market, nowMs: number, ids: { orderId: string }): OrderRows {
  const { orderId } = ids;
  const { channelId } = market;
  const { shipment } = remote;
  return {
    order: {
      id: orderId,
      channelId,
      orderRef: remote.orderRef,
      packRef: remote.packRef,
      state: remote.state,
      vendorStatus: remote.vendorStatus,
      currency: remote.currency,
      totalCents: remote.totalCents,
      paidCents: remote.paidCents,
      units: remote.items.reduce((sum, item) => sum + item.quantity, 0),
      feeCents: remote.feeCents,
      predictedFeeCents: predictedFeeOf(remote, market),
      shippingCostCents: shipment?.sellerCostCents ?? null,
      settledCents: remote.settledCents,
      buyerRef: remote.buyerRef,
      buyerName: remote.buyerName,
      buyerMessage: remote.buyerMessage,
      cancelledBy: remote.cancel?.by ?? null,
      cancelReason: remote.cancel?.reason ?? null,
      tags: remote.tags,
      shipmentRef: shipment?.shipmentRef ?? null,
      shipmentStatus: shipment?.status ?? null,
      shipment: shipment === null ? null : { ...shipment },
      shipBy: shipment?.shipByMs ?? null,
      shippedAt: shipment?.shippedAtMs ?? null,
      deliveredAt: shipment?.deliveredAtMs ?? null,
      isLate: shipment?.isLate ?? false,
      placedAt: remote.placedAtMs,
      paidAt: remote.paidAtMs,
      closedAt: remote.closedAtMs,
      remoteUpdatedAt: remote.updatedAtMs,
      readAt: nowMs,
    },
    items: toItemRows(remote, channelId, orderId),
    event: {
      id: [orderId, remote.updatedAtMs, remote.state, remote.vendorStatus, shipment?.status ?? ""].join("/"),
      orderId,
      at: remote.updatedAtMs,
      state: remote.state,
      vendorStatus: remote.vendorStatus,
      shipmentStatus: shipment?.status ?? null,
    },
  };
}

function toItemRows(remote: RemoteOrder, channelId: string, orderId: string): OrderRows["items"] {
  return remote.items.map((item, index) => ({
    id: `${orderId}/${index}`,
    orderId,
    channelId,
    listingRef: item.listingRef,
    modelRef: item.modelRef,
    sku: item.sku,
    title: item.title,
    quantity: item.quantity,
    unitPriceCents: item.unitPriceCents,
    feeCents: item.feeCents,
    currency: remote.currency,
    placedAt: remote.placedAtMs,
    // Sales by product count the same orders as the total, so an unpaid one stays out like a cancelled one.
    isCancelled: !countsAsSale(remote.state),
  }));
}

/** The sum over the lines; null as soon as one of them is in no table: half a fee would read like a whole one. */
function predictedFeeOf({ items, shipment, placedAtMs }: RemoteOrder, { vendor, site }: Market): number | null {
  const fees = items.map(({ listingType, unitPriceCents, quantity }) =>
    predictFee({
      vendor,
      site,
      listingType,
      logisticType: shipment?.logisticType ?? null,
      priceCents: unitPriceCents,
      quantity,
      placedAtMs,
    }),
  );
  let sum = 0;
  for (const fee of fees) {
    if (fee === undefined) return null;
    sum += fee.feeCents;
  }
  return fees.length === 0 ? null : sum;
}

/** Told in one answer and left out in another: an empty one does not undo a known one. */
export const toldOnce = ["feeCents", "shippingCostCents", "settledCents"] as const satisfies (keyof NewRow<typeof orders>)[];

/** What is ours or only says when we looked. */
const ownFields = new Set(["id", "predictedFeeCents", "readAt"]);

/** Whether a newly read order says anything that the stored one does not. */
export function saysMore(known: Readonly<Record<string, unknown>>, read: NewRow<typeof orders>): boolean {
  return Object.entries(read).some(([field, value]) => {
    if (ownFields.has(field) || (value === null && toldOnce.some((told) => told === field))) return false;
    return JSON.stringify(value) !== JSON.stringify(known[field]);
  });
}
