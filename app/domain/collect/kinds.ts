/** Why one event of a batch was not taken. */
export const rejectReasons = ["malformed", "forbidden-key", "too-old", "in-future"] as const;
export type RejectReason = (typeof rejectReasons)[number];

/** Why nothing of a batch was kept: a visitor's own wish. These are counted and nothing else. */
export const withheldReasons = ["consent", "privacy-signal", "erased"] as const;
export type WithheldReason = (typeof withheldReasons)[number];

export const letterStates = ["waiting", "redriven", "dismissed"] as const;
export type LetterState = (typeof letterStates)[number];
