/** Longer questions are refused before anybody thinks about them. */
export const maxQuestionChars = 2_000;
/** So many of the last turns are handed on whole; what was before them is told in few words. */
export const historyTurns = 8;
export const maxTitleChars = 120;
export const maxAttachments = 4;
export const maxFileBytes = 5_000_000;
export const maxFilesInConversation = 50;
