type ZoneBin = { code: string; aisle: string; lines: readonly { plate: string }[] };

const compare = (a: string, b: string) => a.localeCompare(b, "en", { numeric: true });

/** Aisle by aisle, as one walks with the roll in hand. */
export function binsInOrder<Bin extends ZoneBin>(bins: readonly Bin[]): Bin[] {
  return bins.toSorted((a, b) => compare(a.aisle, b.aisle) || compare(a.code, b.code));
}

/** Every plate that lies in one of the bins, once. */
export function platesIn(bins: readonly ZoneBin[]): string[] {
  const plates = bins.flatMap(({ lines }) => lines.flatMap(({ plate }) => (plate === "" ? [] : [plate])));
  return [...new Set(plates)].toSorted(compare);
}
