import { createGoogle } from "@ai-sdk/google";
import type { ModelAccess, ModelKit } from "#app/domain/ai/model-kits.ts";
import { saidAsStatus } from "./refusals.ts";

export const geminiKit: ModelKit = {
  kind: "gemini",
  baseUrl: "https://generativelanguage.googleapis.com/v1beta",
  languageModel: (access, modelId) => provider(access)(modelId),
  embeddingModel: (access, modelId) => provider(access).embeddingModel(modelId),
};

function provider({ apiKey, baseUrl, fetch }: ModelAccess) {
  return createGoogle({ apiKey, baseURL: baseUrl, fetch: async (url, init) => saidAsStatus(await fetch(url, init)) });
}
