import type { ChannelNotice } from "#app/domain/channels/ports.ts";
import { pushSchema, type WireLostPush, type WirePush } from "./push-wire.ts";

const codes: Record<number, { topic: string; about: "order" | "listing" | "revoked" | "grant-ending" | "nothing" }> = {
  1: { topic: "shop_authorization", about: "nothing" },
  2: { topic: "shop_deauthorization", about: "revoked" },
  3: { topic: "order_status", about: "order" },
  4: { topic: "order_tracking_number", about: "order" },
  5: { topic: "shopee_updates", about: "nothing" },
  6: { topic: "banned_item", about: "listing" },
  7: { topic: "item_promotion", about: "listing" },
  8: { topic: "reserved_stock_change", about: "listing" },
  9: { topic: "promotion_update", about: "nothing" },
  10: { topic: "webchat", about: "nothing" },
  11: { topic: "video_upload", about: "nothing" },
  12: { topic: "authorization_expiry", about: "grant-ending" },
  13: { topic: "brand_register", about: "nothing" },
  15: { topic: "shipping_document_status", about: "order" },
};

/** Usually one notice; the warning about ending grants may name several shops. */
export function toNotices(push: WirePush): ChannelNotice[] {
  const named = push.data.shop_expire_soon ?? [];
  const shops = named.length > 0 ? named : [push.shop_id ?? push.data.shop_id ?? ""];
  return shops.filter((shop) => shop !== "" && shop !== "0").map((shop) => toNotice(push, shop));
}

function toNotice(push: WirePush, shopId: string): ChannelNotice {
  const { topic, about } = codes[push.code] ?? { topic: `code_${push.code}`, about: "nothing" };
  const ref = refOf(push, about);
  return {
    // Pushes carry no id. A lost one is offered again with the same content, and must be known by it.
    key: ["shopee", shopId, push.code, push.timestamp / 1_000, ref, push.data.status ?? ""].join(":"),
    accountRef: shopId,
    topic,
    about: toAbout(about, ref),
    sentAtMs: push.timestamp,
  };
}

function refOf(push: WirePush, about: string): string {
  if (about === "order") return push.data.ordersn ?? push.data.order_sn ?? "";
  return about === "listing" ? (push.data.item_id ?? "") : "";
}

function toAbout(about: (typeof codes)[number]["about"], ref: string): ChannelNotice["about"] {
  if (about === "revoked" || about === "grant-ending") return { kind: "account", what: about };
  return about === "nothing" || ref === "" ? { kind: "nothing" } : { kind: about, ref };
}

/** `data` is read as the whole push where it is one, otherwise as the data of the push around it. */
export function readLostPush(lost: WireLostPush): WirePush | undefined {
  const data = parseJson(lost.data);
  const whole = pushSchema.safeParse(data);
  if (whole.success) return { ...whole.data, shop_id: whole.data.shop_id ?? lost.shop_id };
  return pushSchema.safeParse({ shop_id: lost.shop_id, code: lost.code, timestamp: lost.timestamp, data }).data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
