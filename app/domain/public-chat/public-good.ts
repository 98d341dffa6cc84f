/** In words, never in figures: what is left is nobody's business. */
export type Level = "in" | "few" | "out";

/** A thing on sale as any visitor may see it. What a shop keeps to itself has no place in this type. */
export type PublicGood = {
  id: string;
  title: string;
  brand: string | null;
  description: string;
  attributes: { name: string; value: string }[];
  options: { name: string; level: Level }[];
  price: { fromCents: number; toCents: number; currency: string } | null;
  level: Level;
};

const fewUnits = 3;

export function levelOf(units: number): Level {
  if (units <= 0) return "out";
  return units <= fewUnits ? "few" : "in";
}
