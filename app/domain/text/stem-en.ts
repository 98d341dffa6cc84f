const vowel = /[aeiouy]/;

/** Endings of nouns, adjectives and adverbs that say the same, the longest first. */
const endings: readonly (readonly [suffix: string, put: string])[] = [
  ["ization", "ize"],
  ["fulness", "ful"],
  ["ousness", "ous"],
  ["iveness", "ive"],
  ["ational", "ate"],
  ["ability", "able"],
  ["ation", "ate"],
  ["alism", "al"],
  ["ement", ""],
  ["ment", ""],
  ["ness", ""],
  ["able", ""],
  ["ible", ""],
  ["ence", ""],
  ["ance", ""],
  ["ful", ""],
  ["ous", ""],
  ["ive", ""],
  ["ly", ""],
];

function singular(word: string): string {
  if (word.endsWith("sses")) return word.slice(0, -2);
  if (word.endsWith("ies")) return `${word.slice(0, -3)}${word.length > 4 ? "y" : "ie"}`;
  if (/(?:ch|sh|x|z)es$/.test(word)) return word.slice(0, -2);
  if (word.endsWith("s") && !/(?:ss|us|is)$/.test(word)) return word.slice(0, -1);
  return word;
}

/** Without "-ed" and "-ing", and what these had changed before them. */
function present(word: string): string {
  const suffix = ["ing", "ed"].find((one) => word.endsWith(one) && word.length - one.length >= 3);
  if (suffix === undefined) return word;
  const rest = word.slice(0, -suffix.length);
  if (!vowel.test(rest)) return word;
  if (/([^aeioulsz])\1$/.test(rest)) return rest.slice(0, -1);
  return rest;
}

function bare(word: string): string {
  const found = endings.find(([suffix]) => word.endsWith(suffix) && word.length - suffix.length >= 4);
  return found === undefined ? word : word.slice(0, -found[0].length) + found[1];
}

/** The part that an English word's forms share: "leaks", "leaked" and "leaking" are one. */
export function stemEnglish(word: string): string {
  if (word.length < 4 || /\d/.test(word)) return word;
  const rest = bare(present(singular(word)));
  const open = rest.length > 3 && rest.endsWith("e") ? rest.slice(0, -1) : rest;
  return open.length > 3 && open.endsWith("y") ? `${open.slice(0, -1)}i` : open;
}
