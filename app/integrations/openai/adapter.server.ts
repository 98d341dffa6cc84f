import { OpenAIChatLanguageModel, OpenAIEmbeddingModel } from "@ai-sdk/openai/internal";
import { defaultSettingsMiddleware, wrapLanguageModel } from "ai";
import type { ModelAccess, ModelKit } from "#app/domain/ai/model-kits.ts";

/** Strict would refuse every schema with an optional field, and the answer is held to the schema here anyway. */
const loosely = defaultSettingsMiddleware({ settings: { providerOptions: { openai: { strictJsonSchema: false } } } });

/**
 * Over chat completions: the one protocol that gateways in front of it speak as well. Its two models alone are a quarter of
 * the package, whose provider brings speech, pictures and sockets along.
 */
export const openaiKit: ModelKit = {
  kind: "openai",
  baseUrl: "https://api.openai.com/v1",
  languageModel: (access, modelId) =>
    wrapLanguageModel({ model: new OpenAIChatLanguageModel(modelId, configOf(access, "openai.chat")), middleware: loosely }),
  embeddingModel: (access, modelId) => new OpenAIEmbeddingModel(modelId, configOf(access, "openai.embedding")),
};

function configOf({ apiKey, baseUrl, fetch }: ModelAccess, provider: string) {
  return {
    provider,
    url: ({ path }: { path: string }) => `${baseUrl}${path}`,
    headers: () => ({ authorization: `Bearer ${apiKey}` }),
    fetch,
  };
}
