/** How much of the standard normal distribution lies above so many deviations; Zelen and Severo's polynomial, good to 7 digits. */
export function upperTail(z: number): number {
  const t = 1 / (1 + 0.231_641_9 * z);
  const sum = t * (0.319_381_53 + t * (-0.356_563_782 + t * (1.781_477_937 + t * (-1.821_255_978 + t * 1.330_274_429))));
  return (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * sum;
}
