import type { RemoteOrder } from "#app/domain/channels/remote.ts";
import { stageStartMs } from "./basics.ts";

const hourMs = 3_600_000;

/** An order as a marketplace tells it, paid two days ago. */
export function aRemoteOrder(change: Partial<RemoteOrder> = {}): RemoteOrder {
  return {
    orderRef: "2000001",
    packRef: "2000001",
    state: "ready",
    vendorStatus: "paid",
    currency: "BRL",
    items: [
      {
        listingRef: "MLB1",
        modelRef: "",
        sku: "CH-18",
        title: "Chaleira elétrica 1,8 L",
        quantity: 2,
        unitPriceCents: 9_000,
        feeCents: 2_000,
        listingType: "gold_special",
      },
    ],
    totalCents: 18_000,
    paidCents: 19_500,
    feeCents: 2_000,
    settledCents: null,
    buyerRef: "77",
    buyerName: "Bia",
    buyerMessage: null,
    cancel: null,
    tags: [],
    shipment: null,
    placedAtMs: stageStartMs - 48 * hourMs,
    paidAtMs: stageStartMs - 47 * hourMs,
    closedAtMs: null,
    updatedAtMs: stageStartMs - 24 * hourMs,
    ...change,
  };
}
