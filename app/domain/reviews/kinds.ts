/** open: nobody has done anything about it. dismissed: somebody decided that nothing is to be done. */
export const gapStates = ["open", "fixing", "fixed", "dismissed"] as const;
export type GapState = (typeof gapStates)[number];

/** Whether complaints became fewer after it was mended; `early`: too few reviews since to say. */
export const mendings = ["fell", "same", "rose", "early"] as const;
export type Mending = (typeof mendings)[number];
