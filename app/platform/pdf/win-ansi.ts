/** What stands between 0x80 and 0x9f, in order; a space where the encoding has nothing. */
const high = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";
const codes = new Map<string, number>([...high].flatMap((sign, index) => (sign === " " ? [] : [[sign, 0x80 + index] as const])));
/** Spaces that the encoding has not, as the one it has. */
const spaces = /[\u00a0\u2000-\u200a\u202f\u205f\u3000]/gu;
/** What has no shape of its own: joiners, marks of direction, selectors of variants. */
const shapeless = /[\p{Cf}\p{Mn}\ufe00-\ufe0f]/gu;
const unknown = 0x3f;

/**
 * Text as the fonts every reader of PDF has can show it: Western European letters. Each letter of another script becomes one
 * question mark, so that nothing is silently left out.
 */
export function toWinAnsi(text: string): number[] {
  const plain = text.normalize("NFC").replaceAll(spaces, " ").replaceAll(shapeless, "").replaceAll("−", "-").replaceAll("→", "->");
  return [...plain].map((sign) => {
    const code = sign.codePointAt(0) ?? unknown;
    if (code < 0x20) return 0x20;
    if (code < 0x7f || (code >= 0xa1 && code <= 0xff)) return code;
    return codes.get(sign) ?? unknown;
  });
}
