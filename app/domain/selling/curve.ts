/** Points are hundredths, 0 to 10 000, so that everything stays whole. */
export const fullPoints = 10_000;

export type Knot = { at: number; points: number };

/** Points for a value where less is better: straight lines between the knots, full before the first, nothing behind the last. */
export function pointsOn(curve: readonly Knot[], value: number): number {
  const [first] = curve;
  if (first === undefined || value <= first.at) return first === undefined ? 0 : fullPoints;
  for (const [index, to] of curve.entries()) {
    const from = curve[index - 1];
    if (from === undefined || value > to.at) continue;
    if (to.at === from.at) return to.points;
    return from.points + Math.round(((to.points - from.points) * (value - from.at)) / (to.at - from.at));
  }
  return 0;
}

/** A mean by weight, rounded to whole points; undefined when nothing weighs anything. */
export function weightedMean(values: readonly { value: number; weight: number }[]): number | undefined {
  const weight = values.reduce((sum, one) => sum + one.weight, 0);
  if (weight <= 0) return undefined;
  return Math.round(values.reduce((sum, one) => sum + one.value * one.weight, 0) / weight);
}
