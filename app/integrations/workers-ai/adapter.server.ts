import { createWorkersAI } from "workers-ai-provider";
import type { ModelAccess, ModelKit } from "#app/domain/ai/model-kits.ts";

/** Stands where an account's id belongs; the address of a workspace names its own. */
const anyAccount = "account";
const builtIn = `https://api.cloudflare.com/client/v4/accounts/${anyAccount}/ai`;

export const workersAiKit: ModelKit = {
  kind: "workers-ai",
  baseUrl: "",
  languageModel: (access, modelId) => provider(access)(modelId),
  embeddingModel: (access, modelId) => provider(access).embedding(modelId),
};

/** The package knows one address only, so it is exchanged on the way out. */
function provider({ apiKey, baseUrl, fetch }: ModelAccess) {
  return createWorkersAI({
    accountId: anyAccount,
    apiKey,
    fetch: (url, init) => fetch(String(url instanceof Request ? url.url : url).replace(builtIn, baseUrl), init),
  });
}
