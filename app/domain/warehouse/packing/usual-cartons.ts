/** Sizes that are sold everywhere, to begin with. Named by their inner edges, which are understood in any language. */
export const usualCartons = [
  usual([160, 110, 60], 60, 3_000),
  usual([200, 150, 100], 100, 5_000),
  usual([270, 180, 90], 130, 8_000),
  usual([270, 230, 140], 190, 10_000),
  usual([360, 270, 180], 320, 15_000),
  usual([360, 270, 270], 420, 20_000),
  usual([540, 360, 270], 700, 30_000),
] as const;

function usual(edges: readonly [number, number, number], weightGrams: number, maxWeightGrams: number) {
  const [lengthMm, widthMm, heightMm] = edges;
  const name = `${edges.map((edge) => String(edge / 10)).join(" × ")} cm`;
  return { name, lengthMm, widthMm, heightMm, weightGrams, maxWeightGrams };
}
