import { readOwnCode } from "../warehouse/barcodes/own-code.ts";

const path = "/floor/pair";
const codeShape = /^[0-9A-Za-z-]{1,40}$/;

/** What the QR code of a new tablet says: any camera opens it, and the code is filled in there. */
export function pairingLink(publicUrl: string, code: string): string {
  return `${publicUrl}${path}?${new URLSearchParams({ code })}`;
}

/** The floor's own page with a code filled in; nothing but a code ever is. */
export function floorWithCode(code: string): string {
  return codeShape.test(code) ? `/floor?${new URLSearchParams({ code })}` : "/floor";
}

/** The code in whatever a scanner or a camera read: bars, the link of any host, or what people would type. */
export function pairingCodeInScan(raw: string): string {
  const text = raw.trim();
  const own = readOwnCode(text);
  if (own?.ok === true && own.kind === "device") return own.body;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url?.pathname === path ? (url.searchParams.get("code") ?? "") : text;
}
