import { createOpenAI } from "@ai-sdk/openai";
import { defaultSettingsMiddleware, wrapLanguageModel } from "ai";
import type { ModelKit } from "#app/domain/ai/model-kits.ts";

/** Strict would refuse every schema with an optional field, and the answer is held to the schema here anyway. */
const loosely = defaultSettingsMiddleware({ settings: { providerOptions: { openai: { strictJsonSchema: false } } } });

/** Over chat completions: the one protocol that gateways in front of it speak as well. */
export const openaiKit: ModelKit = {
  kind: "openai",
  baseUrl: "https://api.openai.com/v1",
  languageModel: ({ apiKey, baseUrl, fetch }, modelId) =>
    wrapLanguageModel({ model: createOpenAI({ apiKey, baseURL: baseUrl, fetch }).chat(modelId), middleware: loosely }),
  embeddingModel: ({ apiKey, baseUrl, fetch }, modelId) => createOpenAI({ apiKey, baseURL: baseUrl, fetch }).embedding(modelId),
};
