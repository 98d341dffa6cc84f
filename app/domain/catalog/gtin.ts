import { hasCheckDigit } from "#app/platform/check-digit.ts";

/** Digits of a GTIN-8, -12, -13 or -14 without what people put between them; undefined when its check digit is wrong. */
export function readGtin(text: string): string | undefined {
  const digits = text.replaceAll(/[\s-]/g, "");
  if (!/^(\d{8}|\d{12,14})$/.test(digits)) return undefined;
  return hasCheckDigit(digits) ? digits : undefined;
}

/** The same article whichever length it is written in: a GTIN-12 is a GTIN-13 with a zero before it. */
export function isSameGtin(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return false;
  const [first, second] = [readGtin(a), readGtin(b)];
  return first !== undefined && second !== undefined && first.padStart(14, "0") === second.padStart(14, "0");
}

/** Every way the same GTIN may have been stored. */
export function gtinSpellings(gtin: string): string[] {
  const core = gtin.replace(/^0+/, "");
  return [8, 12, 13, 14].filter((length) => length >= core.length).map((length) => core.padStart(length, "0"));
}
