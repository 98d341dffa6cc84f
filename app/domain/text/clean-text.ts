/** Control characters, and what turns the direction of writing: neither has a place in what is shown later. */
// oxlint-disable-next-line no-control-regex -- control characters are what this removes
const unreadable = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu;

/** What nobody sees and programs read: it hides words from people, makes two names of one, and leaves empty ones that look filled. */
const invisible = /[\u00ad\u200b\u2060-\u2064\ufeff\u{e0000}-\u{e007f}]+/gu;

/** A letter with more marks than any script puts on one covers the lines above and below it. */
const towers = /(\p{M}{5})\p{M}+/gu;

/** Text from a page of somebody else: readable in one line and no longer than its place. A cut never halves a character. */
export function cleanText(text: string, longest: number): string {
  // Cut before it is looked at: a text of a megabyte costs no more than one that fits.
  const cut = text.length > longest * 2 ? text.slice(0, longest * 2) : text;
  const clean = cut.replaceAll(invisible, "").replaceAll(towers, "$1").replaceAll(unreadable, " ").trim();
  if (clean.length <= longest) return clean.toWellFormed();
  const end = isFirstHalf(clean.charCodeAt(longest - 1)) ? longest - 1 : longest;
  return clean.slice(0, end).toWellFormed();
}

function isFirstHalf(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}

const forbidden = new Set(["__proto__", "constructor", "prototype"]);
const deepest = 6;

/** Names by which a careless program could be made to change what all objects share. */
export function hasForbiddenKey(value: unknown, depth = 0): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (depth > deepest) return true;
  if (Array.isArray(value)) return value.some((one) => hasForbiddenKey(one, depth + 1));
  return Object.entries(value).some(([key, one]) => forbidden.has(key) || hasForbiddenKey(one, depth + 1));
}
