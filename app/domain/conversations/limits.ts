/** Longer questions are refused before anybody thinks about them. */
export const maxQuestionChars = 2_000;
export const maxTitleChars = 120;
export const maxAttachments = 4;
export const maxFileBytes = 5_000_000;
export const maxFilesInConversation = 50;
