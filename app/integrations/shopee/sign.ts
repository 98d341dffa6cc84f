import { timingSafeEqual } from "#app/platform/crypto/hash.ts";

const utf8 = new TextEncoder();

/** Who a call is made for. Shopee signs public calls, calls of a shop and calls of a merchant over different texts. */
export type Signer =
  | { kind: "public" }
  | { kind: "shop"; accessToken: string; shopId: string }
  | { kind: "merchant"; accessToken: string; merchantId: string };

/** `path` begins with /api/v2; the body of a call is never part of it. */
export function baseString(partnerId: string, path: string, timestampS: number, signer: Signer): string {
  const common = `${partnerId}${path}${timestampS}`;
  switch (signer.kind) {
    case "public":
      return common;
    case "shop":
      return `${common}${signer.accessToken}${signer.shopId}`;
    case "merchant":
      return `${common}${signer.accessToken}${signer.merchantId}`;
    default:
      return signer satisfies never;
  }
}

/** Lower-case hex. The key is used as the text it is, although it looks like hex. */
export async function hmacHex(key: string, text: string): Promise<string> {
  const secret = await crypto.subtle.importKey("raw", utf8.encode(key), { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  const digest = new Uint8Array(await crypto.subtle.sign("HMAC", secret, utf8.encode(text)));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** What the vendor puts into `Authorization` of a push. */
export function pushSignature(pushKey: string, callbackUrl: string, rawBody: string): Promise<string> {
  return hmacHex(pushKey, `${callbackUrl}|${rawBody}`);
}

export async function isPushSignature(given: string, pushKey: string, callbackUrl: string, rawBody: string): Promise<boolean> {
  return timingSafeEqual(given.trim().toLowerCase(), await pushSignature(pushKey, callbackUrl, rawBody));
}
