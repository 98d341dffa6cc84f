/** What a reader of the API learns of public chats. */
export const docsPublicChat = {
  readPublicChat: {
    title: "Read a site’s public chat",
    text: "What it may tell, the paragraphs that could be public, and counts of the last thirty days.",
  },
  savePublicChat: {
    title: "Set up a site’s public chat",
    text: "All of it, with the `version` you read; 0 where nothing was saved. Visitors’ pages then ask at `/public/v1`.",
  },
  listPublicQuestions: {
    title: "List what visitors asked",
    text: "The newest first, without anybody in it. `outcome` `unanswered` shows which texts are missing.",
  },
  forgetPublicQuestions: { title: "Forget what visitors asked", text: "One by `questionId`, or all of the site’s." },
} as const;

export const fieldsPublicChat = {
  isOn: "`false` switches it off",
  greeting: "Shown when the chat opens; empty for the usual one",
  publicText: "What visitors may be told besides the catalogue, in paragraphs",
  publicParagraphs: "Prints of the notes’ paragraphs that may be told",
  showsPrices: "`false` tells no prices",
  showsAvailability: "`false` does not tell whether goods are in stock",
  usesModel: "Whether a model may word answers",
  questionsPerDay: "Of all visitors together, 1 to 20,000",
  modelAnswersPerDay: "Answers with a model’s help, 1 to 5,000",
  keepDays: "For how many days questions are kept, 1 to 365",
  outcome: "`answered`, `unanswered` or `declined`",
  questionId: "One question; without it all of the site’s",
} as const;
