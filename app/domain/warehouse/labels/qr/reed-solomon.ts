const primitive = 0x11d;
const fieldSize = 256;

const exponents: number[] = [];
const logarithms: number[] = [];
let value = 1;
for (let power = 0; power < fieldSize - 1; power += 1) {
  exponents.push(value);
  logarithms[value] = power;
  value *= 2;
  if (value >= fieldSize) value ^= primitive;
}

/** A product in the field of 256 elements that QR codes count in. */
function times(a: number, b: number): number {
  if (a === 0 || b === 0) return 0;
  return exponents[((logarithms[a] ?? 0) + (logarithms[b] ?? 0)) % (fieldSize - 1)] ?? 0;
}

/** Without its leading one, highest power first. */
function generator(degree: number): number[] {
  let terms = [1];
  for (let root = 0; root < degree; root += 1) {
    const factor = exponents[root] ?? 0;
    terms = [...terms, 0].map((term, index) => term ^ times(terms[index - 1] ?? 0, factor));
  }
  return terms.slice(1);
}

/** The codewords by which a reader mends the ones before them. */
export function checkCodewords(data: readonly number[], count: number): number[] {
  const divisor = generator(count);
  let rest = divisor.map(() => 0);
  for (const codeword of data) {
    const factor = codeword ^ (rest[0] ?? 0);
    rest = divisor.map((term, index) => (rest[index + 1] ?? 0) ^ times(term, factor));
  }
  return rest;
}
