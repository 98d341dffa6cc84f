/** What became of a notice, as it is written down beside it. */
export const wasRead = "read again";
export const namedNothing = "nothing to read";
const failedMark = "failed: ";
const maxChars = 300;

export function failedFor(reason: string): string {
  return `${failedMark}${reason}`.slice(0, maxChars);
}

/** Why it could not be read; undefined for one that was. */
export function failureOf(outcome: string | null): string | undefined {
  return outcome?.startsWith(failedMark) === true ? outcome.slice(failedMark.length) : undefined;
}
