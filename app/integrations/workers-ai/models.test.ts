import { expect, test } from "vitest";
import { promiseModels } from "../testing/model-promises.ts";
import { playModel } from "../testing/played-model.ts";
import { workersAiKit } from "./adapter.server.ts";
import { createWorkersAiSimulator, workersAiLocalAccount, workersAiLocalToken } from "./simulator.ts";

const baseUrl = `/client/v4/accounts/${workersAiLocalAccount}/ai`;

promiseModels({
  kit: workersAiKit,
  simulator: createWorkersAiSimulator,
  key: workersAiLocalToken,
  baseUrl,
  model: "@cf/openai/gpt-oss-120b",
  embeddingModel: "@cf/google/embeddinggemma-300m",
  wrongKeyStatus: 401,
  refusalIsText: true,
  tellsRetryAfter: false,
});

test("another account is closed to this token", async () => {
  const { access } = playModel(createWorkersAiSimulator(), { apiKey: workersAiLocalToken, baseUrl });
  const headers = { authorization: `Bearer ${workersAiLocalToken}` };
  const answer = await access.fetch("http://sim.test/client/v4/accounts/other/ai/run/@cf/openai/gpt-oss-20b", {
    method: "POST",
    headers,
    body: "{}",
  });
  expect(answer.status).toBe(403);
  expect(await answer.json()).toMatchObject({ success: false, errors: [{ code: 10_000 }] });
});
