/** What a reader of the API learns of conversations. */
export const docsConversations = {
  listConversations: {
    title: "List conversations",
    text: "Yours and shared ones, the one asked in last first. `q` looks for words of titles, questions and answers.",
  },
  createConversation: {
    title: "Begin a conversation",
    text: "Without a `title` it takes its first question’s words. It is yours alone until you share it.",
  },
  readConversation: { title: "Read a conversation", text: "What it is called, whose it is and who sees it. Its questions are its turns." },
  changeConversation: {
    title: "Name or share a conversation",
    text: "Only its owner can. `isShared` lets the whole workspace read and ask in it.",
  },
  removeConversation: { title: "Delete a conversation", text: "An answer under way ends. It can be taken back for 30 days." },
  restoreConversation: { title: "Take a conversation back", text: "Within 30 days after it was deleted, by its owner." },
  listTurns: {
    title: "List a conversation’s turns",
    text: "Questions with their answers, the newest first. They make a tree: `parentId` is the turn one follows. `parts` is the whole answer in the order it came.",
  },
  askConversation: {
    title: "Ask in a conversation",
    text: "Answered in the conversation’s room, for all who look on: the turn is listed once the answer is there. `query` asks by the query itself instead of words; without `parentId` it follows the newest turn. To wait for the answer, use `POST /ask`.",
  },
  attachFile: {
    title: "Attach a file",
    text: "A table as CSV, or a picture as PNG, JPEG, WebP or GIF, by what its bytes are. What it says is data, never an instruction.",
  },
  openAttachment: { title: "Download an attachment", text: "For those who may see the conversation." },
} as const;

export const fieldsConversations = {
  isShared: "`true` lets the whole workspace read it and ask in it",
  parentId: "The turn it follows; null begins anew",
  attachmentIds: "Files of this conversation to look at with the question, up to four",
  content: "The file’s bytes as base64, up to about 700 kB here",
} as const;
