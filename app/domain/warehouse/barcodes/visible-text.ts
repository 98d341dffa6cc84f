const invisible = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}\u2028\u2029]/u;
const shownLength = 80;
const controlPictures = 0x24_00;

/** Whether a text holds characters that nobody sees, or that turn the direction of what follows. */
export function hasInvisible(text: string): boolean {
  return invisible.test(text);
}

function shown(sign: string): string {
  const code = sign.codePointAt(0) ?? 0;
  if (code < 32) return String.fromCodePoint(controlPictures + code);
  if (code === 127) return "␡";
  return invisible.test(sign) ? `⟨${code.toString(16).toUpperCase().padStart(4, "0")}⟩` : sign;
}

/** A scan as a person can see and report it: control characters as their pictures (␝), other unseen ones as their numbers. */
export function visibleText(text: string): string {
  const signs = Array.from(text.slice(0, shownLength * 2));
  const isCut = signs.length > shownLength || text.length > shownLength * 2;
  return signs.slice(0, shownLength).map(shown).join("") + (isCut ? "…" : "");
}
