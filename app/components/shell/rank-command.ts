const finder = "find:";

/** The value of a command that takes whatever is typed elsewhere: it always fits, after all that fits better. */
export const finderValue = (id: string): string => `${finder}${id}`;

/**
 * How well a command fits what is typed, from 0 to 1. People type the beginnings of words, without accents and in any order;
 * letters strewn over a label are no match.
 */
export function rankCommand(value: string, typed: string, keywords: readonly string[] = []): number {
  if (value.startsWith(finder)) return 0.01;
  const own = wordsOf([value, ...keywords].join(" "));
  const asked = wordsOf(typed);
  if (asked.every((word) => own.some((one) => one.startsWith(word)))) return own[0]?.startsWith(asked[0] ?? "") === true ? 1 : 0.8;
  return asked.every((word) => own.some((one) => one.includes(word))) ? 0.5 : 0;
}

function wordsOf(text: string): string[] {
  const plain = text
    .normalize("NFD")
    .replaceAll(/\p{M}+/gu, "")
    .toLowerCase();
  return plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
}
