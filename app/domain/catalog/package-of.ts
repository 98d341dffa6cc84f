import type { Attribute } from "#db/schema/catalog.ts";

type Package = { weightGrams: number | null; lengthMm: number | null; widthMm: number | null; heightMm: number | null };

const nothing: Package = { weightGrams: null, lengthMm: null, widthMm: null, heightMm: null };
const inMm: Readonly<Record<string, number>> = { mm: 1, cm: 10, m: 1_000, '"': 25.4, in: 25.4 };
const inGrams: Readonly<Record<string, number>> = { g: 1, kg: 1_000, lb: 453.592, oz: 28.3495 };
const largestMm = 10_000;
const largestGrams = 10_000_000;

/** How a listing says that one unit is packed. A size of which an edge is missing helps nobody and is left out whole. */
export function packageOf(attributes: readonly Attribute[]): Package {
  const read = (name: string, units: Readonly<Record<string, number>>, largest: number) => {
    const value = attributes.find(({ key }) => key === `SELLER_PACKAGE_${name}`)?.value ?? "";
    const [, digits = "", unit = ""] = /^(\d+(?:[.,]\d+)?)\s*([a-z"]+)$/i.exec(value.trim()) ?? [];
    const base = Math.ceil(Number(digits.replace(",", ".")) * (units[unit.toLowerCase()] ?? 0));
    return base >= 1 && base <= largest ? base : null;
  };
  const weightGrams = read("WEIGHT", inGrams, largestGrams);
  const [lengthMm = null, widthMm = null, heightMm = null] = ["LENGTH", "WIDTH", "HEIGHT"].map((edge) => read(edge, inMm, largestMm));
  if (lengthMm === null || widthMm === null || heightMm === null) return { ...nothing, weightGrams };
  return { weightGrams, lengthMm, widthMm, heightMm };
}
