/** What can go wrong with asking and with what assistants would do. */
export const chatErrors = {
  approvalNotFound: "There is no such request for approval.",
  approvalExpired: "Nobody decided within a day. Ask for it again.",
  approvalDecided: "Somebody decided this already.",
  approvalOwn: "Who asked for this by a program does not approve it with the same program.",
  approvalOutdated: "What was shown is not what would happen any more. Ask for it again.",
  approvalUnknownTool: "This cannot be done any more.",
  questionNotUnderstood: "This question was not understood.",
  answerUnavailable: "Nobody could answer right now. Ask again in a moment.",
  conversationNotFound: "There is no such conversation, or it is not shared with you.",
  turnNotFound: "There is no such question in this conversation.",
  attachmentNotFound: "There is no such attachment.",
  conversationOfAnother: "Only whoever began a conversation can change it.",
  conversationBusy: "Several questions of this conversation are waiting already. Ask again once they are answered.",
  attachmentTooLarge: "A file can have 5 MB at most.",
  attachmentKind: "Attach a table as CSV, or a picture as PNG, JPEG, WebP or GIF.",
  tooManyAttachments: "This conversation has as many files as it can have. Begin a new one.",
} as const;
