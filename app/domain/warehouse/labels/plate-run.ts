const letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const runLength = 10;

export const runShape = /^[0-9A-HJKMNP-TV-Z]{4,10}$/;
export const mostPlatesInRun = 999;

/** Ten letters of chance: two runs alike happen once in a million of millions. `hex` is random. */
export function newRun(hex: string): string {
  const bytes = hex.match(/[0-9a-f]{2}/g) ?? [];
  return bytes
    .slice(0, runLength)
    .map((byte) => letters.charAt(Number.parseInt(byte, 16) % letters.length))
    .join("");
}

/** Plates that nobody has used yet. The same run is the same plates: printing a page again makes no new ones. */
export function platesOfRun(run: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `LPN${run}-${String(index + 1).padStart(3, "0")}`);
}
