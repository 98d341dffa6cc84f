import { createGroq } from "@ai-sdk/groq";
import { defaultSettingsMiddleware, wrapLanguageModel } from "ai";
import type { ModelKit } from "#app/domain/ai/model-kits.ts";
import { schemaInWords } from "../schema-in-words.server.ts";

/** Those that take a schema; Groq refuses it for all others. */
const takesSchema = /^(openai\/gpt-oss|moonshotai\/kimi-k2|meta-llama\/llama-4)/;
/** Strict would refuse every schema with an optional field, and the answer is held to the schema here anyway. */
const loosely = defaultSettingsMiddleware({ settings: { providerOptions: { groq: { strictJsonSchema: false } } } });

export const groqKit: ModelKit = {
  kind: "groq",
  baseUrl: "https://api.groq.com/openai/v1",
  languageModel: ({ apiKey, baseUrl, fetch }, modelId) =>
    wrapLanguageModel({
      model: createGroq({ apiKey, baseURL: baseUrl, fetch })(modelId),
      middleware: takesSchema.test(modelId) ? loosely : schemaInWords,
    }),
};
