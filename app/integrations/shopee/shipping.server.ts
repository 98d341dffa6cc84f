import type { ShippedParcel } from "#app/domain/channels/ports.ts";
import type { ShippingOutcome, ShippingRefusal } from "#app/domain/channels/remote.ts";
import { callShopee } from "./client.server.ts";
import { isAboutTheThing } from "./faults.ts";
import { orderDetailSchema, orderOptionalFields, shippingParameterSchema, type WireShippingParameter } from "./order-wire.ts";
import type { ShopReader } from "./reads.server.ts";
import { acknowledgedSchema } from "./wire.ts";

const waiting: ReadonlySet<string> = new Set(["READY_TO_SHIP", "RETRY_SHIP"]);
const arranged: ReadonlySet<string> = new Set(["PROCESSED", "SHIPPED", "TO_CONFIRM_RECEIVE", "COMPLETED", "TO_RETURN"]);

/** Arranges the shipment of an order, which is how Shopee hears that it leaves; its carriers tell all that follows. */
export async function tellShipped(reader: ShopReader, parcel: ShippedParcel): Promise<ShippingOutcome> {
  const known = await withoutTelling(reader, parcel.orderRef);
  if (known !== undefined) return known;
  try {
    const way = wayOf(await readParameter(reader, parcel.orderRef), parcel.trackingCode);
    if (typeof way === "string") return refused(way);
    const call = { caller: reader.caller, operation: "logistics/ship_order", body: { order_sn: parcel.orderRef, ...way } };
    await callShopee(reader.options, call, acknowledgedSchema);
    return { kind: "told" };
  } catch (error) {
    if (!isAboutTheThing(error)) throw error;
    // Somebody arranged it at the same moment, or it was cancelled.
    return (await withoutTelling(reader, parcel.orderRef)) ?? refused(error.fault === "denied" ? "not-owner" : "other", error.vendorText);
  }
}

/** What the order itself answers; undefined when it waits for us. */
async function withoutTelling({ options, caller }: ShopReader, orderRef: string): Promise<ShippingOutcome | undefined> {
  const params = { order_sn_list: orderRef, response_optional_fields: orderOptionalFields.join(",") };
  const { response } = await callShopee(options, { caller, operation: "order/get_order_detail", params }, orderDetailSchema);
  const [order] = response.order_list;
  if (order === undefined) return refused("not-found");
  if (order.order_status === "CANCELLED") return refused("order-cancelled");
  if (order.fulfillment_flag === "fulfilled_by_shopee") return refused("managed-by-vendor");
  if (arranged.has(order.order_status)) return { kind: "told" };
  return waiting.has(order.order_status) ? undefined : refused("order-not-ready", order.order_status);
}

async function readParameter({ options, caller }: ShopReader, orderRef: string): Promise<WireShippingParameter> {
  const call = { caller, operation: "logistics/get_shipping_parameter", params: { order_sn: orderRef } };
  return (await callShopee(options, call, shippingParameterSchema)).response;
}

type Way = { non_integrated: object } | { dropoff: object } | { pickup: object };

/** A parcel that has left was dropped off rather than collected; what only a person can choose is left to them. */
function wayOf({ info_needed: needed, dropoff, pickup }: WireShippingParameter, trackingCode: string | null): Way | ShippingRefusal {
  if (needed.non_integrated) return trackingCode === null ? "tracking-needed" : { non_integrated: { tracking_number: trackingCode } };
  if (needed.dropoff) {
    const [branch] = dropoff?.branch_list ?? [];
    const wantsBranch = needed.dropoff.includes("branch_id");
    const wantsCode = needed.dropoff.includes("tracking_no") || needed.dropoff.includes("tracking_number");
    if (wantsCode && trackingCode === null) return "tracking-needed";
    const isPersonal = needed.dropoff.includes("sender_real_name") || needed.dropoff.includes("slug");
    if (!isPersonal && (!wantsBranch || branch !== undefined)) {
      const place = wantsBranch && branch !== undefined ? { branch_id: Number(branch.branch_id) } : {};
      return { dropoff: { ...place, ...(wantsCode ? { tracking_number: trackingCode } : {}) } };
    }
  }
  const addresses = pickup?.address_list ?? [];
  const address = addresses.find((one) => one.address_flag?.includes("pickup_address") === true) ?? addresses[0];
  const slot = address?.time_slot_list?.[0];
  if (!needed.pickup || address === undefined || slot === undefined) return "choice-needed";
  return { pickup: { address_id: Number(address.address_id), pickup_time_id: slot.pickup_time_id } };
}

function refused(reason: ShippingRefusal, vendorText = ""): ShippingOutcome {
  return { kind: "refused", reason, vendorText };
}
