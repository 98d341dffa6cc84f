import { createOpenaiSimulator, openaiLocalKey } from "../openai/simulator.ts";
import { promiseModels } from "../testing/model-promises.ts";
import { openaiCompatibleKit } from "./adapter.server.ts";

promiseModels({
  kit: openaiCompatibleKit,
  simulator: createOpenaiSimulator,
  key: openaiLocalKey,
  baseUrl: "/v1",
  model: "gpt-4.1-mini",
  embeddingModel: "text-embedding-3-small",
  wrongKeyStatus: 401,
  refusalIsText: true,
  tellsRetryAfter: true,
});
