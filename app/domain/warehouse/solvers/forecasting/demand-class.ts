export type DemandClass = "smooth" | "intermittent" | "erratic" | "lumpy";

/** Above the first, demand is rare; above the second, its sizes vary much. The usual borders of Syntetos, Boylan and Croston. */
const borders = { periodsPerDemand: 1.32, sizeVariation: 0.49 };

/** Periods from one demand to the next, on average; endless when nothing was ever asked for. */
export function periodsPerDemand(history: readonly number[]): number {
  const count = history.filter((demand) => demand > 0).length;
  return count === 0 ? Number.POSITIVE_INFINITY : history.length / count;
}

/** Squared coefficient of variation of the sizes of demand, zeros left out. */
function sizeVariation(history: readonly number[]): number {
  const sizes = history.filter((demand) => demand > 0);
  if (sizes.length === 0) return 0;
  const mean = sizes.reduce((sum, size) => sum + size, 0) / sizes.length;
  const variance = sizes.reduce((sum, size) => sum + (size - mean) ** 2, 0) / sizes.length;
  return variance / mean ** 2;
}

/** A history without demand counts as intermittent: that is what it will be once it begins. */
export function classifyDemand(history: readonly number[]): DemandClass {
  const isRare = periodsPerDemand(history) >= borders.periodsPerDemand;
  const isVaried = sizeVariation(history) >= borders.sizeVariation;
  if (isRare) return isVaried ? "lumpy" : "intermittent";
  return isVaried ? "erratic" : "smooth";
}
