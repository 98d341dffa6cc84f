import { decodeBase64Url, encodeBase64Url } from "./crypto/base64url.ts";

export type CursorPart = string | number;

const maxChars = 2_048;
const maxParts = 8;

function isCursorPart(value: unknown): value is CursorPart {
  return typeof value === "string" || (typeof value === "number" && Number.isFinite(value));
}

/** Opaque to callers: the sort values of the last row, in the order of the sort. */
export function encodeCursor(parts: CursorPart[]): string {
  if (parts.length === 0 || parts.length > maxParts || !parts.every(isCursorPart))
    throw new RangeError("A cursor holds 1 to 8 finite values");
  const text = encodeBase64Url(new TextEncoder().encode(JSON.stringify(parts)));
  if (text.length > maxChars) throw new RangeError("The values of this cursor are too long");
  return text;
}

/** What did not come from `encodeCursor` is undefined, never an error. */
export function decodeCursor(text: string): CursorPart[] | undefined {
  if (text.length > maxChars) return undefined;
  const bytes = decodeBase64Url(text);
  if (!bytes) return undefined;
  try {
    const parts: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    const sound = Array.isArray(parts) && parts.length > 0 && parts.length <= maxParts && parts.every(isCursorPart);
    return sound ? parts : undefined;
  } catch {
    return undefined;
  }
}
