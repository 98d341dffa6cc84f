/** A place in an aisle. `y` is measured along the aisle, in the unit the layout is drawn in. */
export type Place = { aisle: number; y: number };

/** Aisle `a` lies at x = a * aisleSpacing. `crossAisles` holds the y of every cross aisle, the front one first. */
export type Layout = { aisles: number; aisleSpacing: number; crossAisles: readonly number[] };

export type Floor = { layout: Layout; depot: Place };

/** The shortest walk between two places: along the aisle, or over the cross aisle that costs least. */
export function walkBetween({ aisleSpacing, crossAisles }: Layout, from: Place, to: Place): number {
  if (from.aisle === to.aisle) return Math.abs(from.y - to.y);
  const alongAisles = Math.min(...crossAisles.map((y) => Math.abs(from.y - y) + Math.abs(to.y - y)));
  return Math.abs(from.aisle - to.aisle) * aisleSpacing + alongAisles;
}

/** The cross aisle over which that walk goes. */
export function crossAisleBetween({ crossAisles }: Layout, from: Place, to: Place): number {
  let best = { y: crossAisles[0] ?? 0, length: Number.POSITIVE_INFINITY };
  for (const y of crossAisles) {
    const length = Math.abs(from.y - y) + Math.abs(to.y - y);
    if (length < best.length) best = { y, length };
  }
  return best.y;
}
