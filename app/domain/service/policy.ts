export const questionStates = ["open", "answered", "closed", "hidden"] as const;

/** Marketplaces judge sellers by hours: a day without an answer is too long. */
export const overdueAfterMs = 24 * 3_600_000;

/** The shortest limit of the marketplaces we speak with. */
export const answerMaxChars = 2_000;

/** Up to so many stars a review is a complaint. */
export const complaintStars = 2;

export function isOverdue(question: { state: string; askedAt: number }, nowMs: number): boolean {
  return question.state === "open" && question.askedAt < nowMs - overdueAfterMs;
}

export function mayAnswer(question: { state: string }): boolean {
  return question.state === "open";
}
