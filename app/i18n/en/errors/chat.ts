/** What can go wrong with asking and with what assistants would do. */
export const chatErrors = {
  approvalNotFound: "There is no such request for approval.",
  approvalExpired: "Nobody decided within a day. Ask for it again.",
  approvalDecided: "Somebody decided this already.",
  approvalOwn: "Who asked for this by a program does not approve it with the same program.",
  approvalOutdated: "What was shown is not what would happen any more. Ask for it again.",
  approvalUnknownTool: "This cannot be done any more.",
} as const;
