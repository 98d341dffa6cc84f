import { ChannelError, isAboutOneThing } from "#app/domain/channels/channel-error.ts";
import type { ShippedParcel } from "#app/domain/channels/ports.ts";
import type { ShippingOutcome, ShippingRefusal } from "#app/domain/channels/remote.ts";
import type { ApiClient } from "./client.server.ts";
import { isOwnCarrier } from "./mapper-orders.ts";
import { shipmentHeaders } from "./orders.server.ts";
import { orderSchema, sellerNotificationSchema, shipmentSchema, type WireShipment } from "./wire-orders.ts";

const sent: ReadonlySet<string> = new Set(["shipped", "delivered", "not_delivered"]);

/** Parcels by the seller's own carrier (me1, custom) are told; those of Mercado Envios (me2) their carrier scans. */
export async function tellShipped(api: ApiClient, parcel: ShippedParcel): Promise<ShippingOutcome> {
  const path = `/orders/${encodeURIComponent(parcel.orderRef)}`;
  const order = await api.readIfThere({ operation: "orders.get", path }, orderSchema);
  if (order === undefined) return refused("not-found");
  if (order.status === "cancelled") return refused("order-cancelled");
  const ref = order.shipping?.id ?? null;
  // Buyer and seller agreed on how it changes hands, or the parcel is still to be made.
  if (ref === null) return order.tags.includes("no_shipping") ? { kind: "followed" } : refused("order-not-ready");
  const shipment = await readShipment(api, ref);
  if (shipment === undefined) return refused("order-not-ready");
  const known = withoutTelling(shipment);
  if (known !== undefined) return known;
  try {
    await notify(api, ref, parcel);
    return { kind: "told" };
  } catch (error) {
    if (!(error instanceof ChannelError) || !isAboutOneThing(error.fault)) throw error;
    // Somebody else told it at the same moment, or it was cancelled.
    const after = await readShipment(api, ref);
    const meanwhile = after === undefined ? undefined : withoutTelling(after);
    return meanwhile ?? refused(error.fault === "denied" ? "not-owner" : "other", error.vendorText);
  }
}

function readShipment(api: ApiClient, ref: string): Promise<WireShipment | undefined> {
  const path = `/shipments/${encodeURIComponent(ref)}`;
  return api.readIfThere({ operation: "shipments.get", path, headers: shipmentHeaders }, shipmentSchema);
}

/** What the parcel itself answers; undefined when it waits for us. */
function withoutTelling({ status, logistic }: WireShipment): ShippingOutcome | undefined {
  if (status === "cancelled") return refused("order-cancelled");
  if (logistic?.type === "fulfillment") return refused("managed-by-vendor");
  if (!isOwnCarrier(logistic?.mode)) return { kind: "followed" };
  return sent.has(status) ? { kind: "told" } : undefined;
}

async function notify(api: ApiClient, ref: string, { trackingCode, carrier, shippedAtMs }: ShippedParcel): Promise<void> {
  await api.read(
    {
      operation: "shipments.notify",
      path: `/shipments/${encodeURIComponent(ref)}/seller_notifications`,
      method: "POST",
      json: {
        payload: { comment: carrier ?? "", date: new Date(shippedAtMs).toISOString() },
        ...(trackingCode === null ? {} : { tracking_number: trackingCode }),
        status: "shipped",
        // The vendor writes this word as text.
        substatus: "null",
      },
    },
    sellerNotificationSchema,
  );
}

function refused(reason: ShippingRefusal, vendorText = ""): ShippingOutcome {
  return { kind: "refused", reason, vendorText };
}
