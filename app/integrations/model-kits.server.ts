import type { ModelKits } from "#app/domain/ai/model-kits.ts";

/** Every provider of models that can be set up. A new one is one more line here. */
export const modelKits: ModelKits = {
  groq: async () => (await import("./groq/adapter.server.ts")).groqKit,
  openai: async () => (await import("./openai/adapter.server.ts")).openaiKit,
  gemini: async () => (await import("./gemini/adapter.server.ts")).geminiKit,
  "workers-ai": async () => (await import("./workers-ai/adapter.server.ts")).workersAiKit,
  "openai-compatible": async () => (await import("./openai-compatible/adapter.server.ts")).openaiCompatibleKit,
};
