import { hasCheckDigit } from "#app/platform/check-digit.ts";

export type PlainNumber = { ai: "00" | "01"; value: string };

const gtinLengths = new Set([8, 12, 13, 14]);
const ssccLength = 18;

/**
 * Digits alone, of a length that articles and plates have. `wrongCheckDigit` when that is all that is wrong with them.
 * Eight digits may be both; GS1 gives out no GTIN-8 that begins with 0, so there UPC-E comes first unless the scanner saw EAN-8.
 */
export function readPlainNumber(text: string, isEan8 = false): PlainNumber | "wrongCheckDigit" | undefined {
  if (!/^\d+$/.test(text)) return undefined;
  if (text.length === ssccLength) return hasCheckDigit(text) ? { ai: "00", value: text } : "wrongCheckDigit";
  if (!gtinLengths.has(text.length)) return undefined;
  const upcA = isEan8 ? undefined : expandUpcE(text);
  const own = hasCheckDigit(text) ? text : undefined;
  const gtin = text.startsWith("0") ? (upcA ?? own) : (own ?? upcA);
  return gtin === undefined ? "wrongCheckDigit" : { ai: "01", value: gtin.padStart(14, "0") };
}

/** UPC-E leaves out zeros of a UPC-A; the digit before the last says where they stood. Most scanners send it as it is. */
function expandUpcE(text: string): string | undefined {
  const [, system = "", a = "", b = "", rest = "", last = "", check = ""] = /^([01])(\d)(\d)(\d{3})(\d)(\d)$/.exec(text) ?? [];
  const expanded = {
    "0": `${a}${b}00000${rest}`,
    "1": `${a}${b}10000${rest}`,
    "2": `${a}${b}20000${rest}`,
    "3": `${a}${b}${rest.slice(0, 1)}00000${rest.slice(1)}`,
    "4": `${a}${b}${rest.slice(0, 2)}00000${rest.slice(2)}`,
  }[last];
  const upcA = system + (expanded ?? `${a}${b}${rest}0000${last}`) + check;
  return upcA.length === 12 && hasCheckDigit(upcA) ? upcA : undefined;
}
