import type { EmbeddingModelV4, LanguageModelV4 } from "@ai-sdk/provider";
import type { ProviderKind } from "./kinds.ts";

/** How a provider is reached. `fetch` is the gateway's: an adapter never uses a global one, and never retries by itself. */
export type ModelAccess = { apiKey: string; baseUrl: string; fetch: typeof fetch };

export type MakeModel = (access: ModelAccess, modelId: string) => LanguageModelV4;
export type MakeEmbeddingModel = (access: ModelAccess, modelId: string) => EmbeddingModelV4;

/** What an adapter of a provider brings. Its errors are `APICallError`s of the SDK, with the status and headers in them. */
export type ModelKit = {
  kind: ProviderKind;
  /** Where its models are unless a workspace says otherwise (a gateway in front, an address of its own). */
  baseUrl: string;
  languageModel: MakeModel;
  /** Undefined where it has none. */
  embeddingModel?: MakeEmbeddingModel;
};

/** Loaded when the first model is asked, so that a Worker that asks none starts without it. */
export type ModelKits = Partial<Record<ProviderKind, () => Promise<ModelKit>>>;
