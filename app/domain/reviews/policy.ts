/** A note for a supplier is a note, not a letter. */
export const noteMaxChars = 1_000;
