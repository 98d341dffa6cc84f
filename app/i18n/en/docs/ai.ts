/** What a reader of the API learns of models and what they cost. */
export const docsAi = {
  listAiProviders: {
    title: "List AI providers",
    text: "In the order they are asked. A key is never shown again: `keyHint` is its last letters.",
  },
  addAiProvider: {
    title: "Add an AI provider",
    text: "Behind those there are. Workers AI takes an `accountId`, `openai-compatible` a `baseUrl`. Nothing is spent on a model whose price nobody knows: `ownPrices` says it.",
  },
  arrangeAiProviders: { title: "Put AI providers in order", text: "All ids, the first one is asked first." },
  changeAiProvider: {
    title: "Change an AI provider",
    text: "What is left out stays. For an address of another host the key has to be sent again.",
  },
  removeAiProvider: {
    title: "Remove an AI provider",
    text: "With its key, for good. Purposes that named only this one go by the general order again.",
  },
  testAiProvider: {
    title: "Test an AI provider",
    text: "Asks with its key for its list of models, which costs nothing, and says what came of it.",
  },
  listAiPurposes: {
    title: "List purposes of AI",
    text: "`choices` is `null` where the general order holds, and empty where rules alone answer.",
  },
  chooseAiModels: { title: "Choose models for a purpose", text: "The id is the purpose. Only these are asked, in this order." },
  listAiCaps: {
    title: "List caps on AI",
    text: "Amounts in millionths of a US dollar. A cap without an id is the house’s own, until you set another.",
  },
  setAiCap: {
    title: "Set a cap on AI",
    text: "For the workspace, a user or an agent, by day or month; without `subjectId` for each one that has none of its own. It holds from the next call on.",
  },
  removeAiCap: { title: "Remove a cap on AI", text: "The workspace’s own falls back to what the house allows." },
  readAiBudget: {
    title: "Read how full AI caps are",
    text: "What was spent, what calls under way hold, and which providers are left alone for a while.",
  },
  readAiSpend: { title: "Read what AI costs", text: "By day, person, agent, purpose and model, with a forecast to the end of the month." },
  listAiCalls: {
    title: "List AI calls",
    text: "Newest first. What was asked and answered is not kept, only who, what for, by whom, how long and how much.",
  },
  readAiCall: { title: "Read an AI call", text: "With every try at every provider." },
} as const;
