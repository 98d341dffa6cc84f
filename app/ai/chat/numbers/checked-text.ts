import type { KnownNumbers } from "./known-numbers.ts";

/** A sentence ends with its sign and a space, or with its line: "1.234" does not end one. */
const sentenceEnd = /[.!?…]["')\]*_]*\s+|\n+/g;

type Checking = {
  known: KnownNumbers;
  /** What stands in the place of the first sentence that says a number nobody read; null where nothing can. */
  standIn: () => string | null;
};

export type CheckedText = ReturnType<typeof createCheckedText>;

/** Takes text as it comes and gives it on by whole sentences, as far as their numbers stand in what was read. */
export function createCheckedText({ known, standIn }: Checking) {
  let rest = "";
  const told = new Set<string>();
  let dropped = 0;
  function check(sentence: string): string {
    if (known.strangerIn(sentence) === undefined) return sentence;
    dropped += 1;
    const instead = standIn();
    if (instead === null || told.has(instead)) return "";
    told.add(instead);
    return `${instead}${/\s+$/.exec(sentence)?.[0] ?? " "}`;
  }
  return {
    /** So many sentences were left out or replaced. */
    get dropped() {
      return dropped;
    },
    take(piece: string): string {
      rest += piece;
      let done = "";
      let at = 0;
      for (const match of rest.matchAll(sentenceEnd)) {
        const end = match.index + match[0].length;
        // What follows may still belong to the end.
        if (end === rest.length) break;
        done += check(rest.slice(at, end));
        at = end;
      }
      rest = rest.slice(at);
      return done;
    },
    /** It ends in the middle of a sentence: half a number is another number, so a rest with one is left out. */
    breakOff(): string {
      const last = rest;
      rest = "";
      return /\d/.test(last) ? "" : last;
    },
    end(): string {
      const last = rest;
      rest = "";
      return last.trim() === "" ? "" : check(last);
    },
  };
}
