import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import { wrapLanguageModel } from "ai";
import type { ModelAccess, ModelKit } from "#app/domain/ai/model-kits.ts";
import { schemaInWords } from "../schema-in-words.server.ts";

/** Whoever speaks chat completions at an address of the workspace's own; many know JSON and few know schemas. */
export const openaiCompatibleKit: ModelKit = {
  kind: "openai-compatible",
  baseUrl: "",
  languageModel: (access, modelId) => wrapLanguageModel({ model: provider(access).chatModel(modelId), middleware: schemaInWords }),
  embeddingModel: (access, modelId) => provider(access).embeddingModel(modelId),
};

function provider({ apiKey, baseUrl, fetch }: ModelAccess) {
  return createOpenAICompatible({
    name: "openai-compatible",
    baseURL: baseUrl,
    fetch,
    includeUsage: true,
    ...(apiKey === "" ? {} : { apiKey }),
  });
}
