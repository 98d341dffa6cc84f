import { GoogleLanguageModel } from "@ai-sdk/google/internal";
import type { ModelAccess, ModelKit } from "#app/domain/ai/model-kits.ts";
import { createGeminiEmbedding } from "./embedding.server.ts";
import { saidAsStatus } from "./refusals.ts";

/** Its language model alone is a quarter of the package, whose provider brings pictures, films, speech and sockets along. */
export const geminiKit: ModelKit = {
  kind: "gemini",
  baseUrl: "https://generativelanguage.googleapis.com/v1beta",
  languageModel: ({ apiKey, ...access }, modelId) =>
    new GoogleLanguageModel(modelId, {
      provider: "google.generative-ai",
      baseURL: access.baseUrl,
      headers: { "x-goog-api-key": apiKey },
      fetch: sayingAsStatus(access.fetch),
      generateId: () => crypto.randomUUID(),
    }),
  embeddingModel: (access, modelId) => createGeminiEmbedding({ ...access, fetch: sayingAsStatus(access.fetch) }, modelId),
};

function sayingAsStatus(fetch: ModelAccess["fetch"]): ModelAccess["fetch"] {
  return async (url, init) => saidAsStatus(await fetch(url, init));
}
