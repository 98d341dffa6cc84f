const marks = /\p{M}/gu;
const notWord = /[^\p{L}\p{N}]+/gu;

/** Letters and digits as they are compared: without case and accents, words apart by one blank. */
export function foldName(text: string): string {
  return text.normalize("NFD").replaceAll(marks, "").toLowerCase().replaceAll(notWord, " ").trim();
}

/**
 * How well a typed name fits another one, 0 to 1. Every typed word has to be found, the whole or its beginning, with as many
 * slips as its length forgives; a name with fewer words left over fits better.
 */
export function scoreName(typed: string, name: string): number {
  const [left, right] = [foldName(typed), foldName(name)];
  if (left === "" || right === "") return 0;
  if (left === right) return 1;
  if (left.replaceAll(" ", "") === right.replaceAll(" ", "")) return 0.99;
  const words = right.split(" ");
  const typedWords = left.split(" ");
  let sum = 0;
  for (const word of typedWords) {
    const best = Math.max(...words.map((other) => scoreWord(word, other)));
    if (best === 0) return 0;
    sum += best;
  }
  const coverage = Math.min(1, typedWords.length / words.length);
  return (sum / typedWords.length) * (0.75 + 0.2 * coverage);
}

function scoreWord(typed: string, word: string): number {
  if (typed === word) return 1;
  if (typed.length >= 3 && word.startsWith(typed)) return 0.9;
  const allowed = slipsAllowed(Math.min(typed.length, word.length));
  const slips = countSlips(typed, word, allowed);
  return slips > allowed ? 0 : 1 - (1.2 * slips) / Math.max(typed.length, word.length);
}

/** Short words and numbers are other words with one slip already. */
function slipsAllowed(length: number): number {
  return length < 4 ? 0 : length < 8 ? 1 : 2;
}

/** Letters missing, added, changed or swapped with their neighbour; counting stops above what is allowed. */
function countSlips(one: string, other: string, allowed: number): number {
  if (Math.abs(one.length - other.length) > allowed) return allowed + 1;
  if (allowed === 0 || /\d/.test(one)) return one === other ? 0 : allowed + 1;
  let [before, last] = [[] as number[], Array.from({ length: other.length + 1 }, (_, index) => index)];
  for (let row = 1; row <= one.length; row += 1) {
    const next = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const cost = one[row - 1] === other[column - 1] ? 0 : 1;
      let least = Math.min((next[column - 1] ?? 0) + 1, (last[column] ?? 0) + 1, (last[column - 1] ?? 0) + cost);
      const isSwap = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      if (isSwap) least = Math.min(least, (before[column - 2] ?? 0) + 1);
      next.push(least);
    }
    [before, last] = [last, next];
  }
  return last[other.length] ?? allowed + 1;
}
