import { expect, test } from "vitest";
import { failureOf, promiseModels } from "../testing/model-promises.ts";
import { playModel } from "../testing/played-model.ts";
import { geminiKit } from "./adapter.server.ts";
import { saidAsStatus } from "./refusals.ts";
import { createGeminiSimulator, geminiLocalKey } from "./simulator.ts";

const baseUrl = "/v1beta";

promiseModels({
  kit: geminiKit,
  simulator: createGeminiSimulator,
  key: geminiLocalKey,
  baseUrl,
  model: "gemini-3.8-flash",
  embeddingModel: "gemini-embedding-001",
  wrongKeyStatus: 401,
  refusalIsText: false,
  tellsRetryAfter: true,
});

const raw = (path: string, body: unknown, key: string | null = geminiLocalKey) => {
  const { access } = playModel(createGeminiSimulator(), { apiKey: geminiLocalKey, baseUrl });
  const headers = { "content-type": "application/json", ...(key === null ? {} : { "x-goog-api-key": key }) };
  return access.fetch(`http://sim.test${baseUrl}${path}`, { method: "POST", headers, body: JSON.stringify(body) });
};
const contents = [{ role: "user", parts: [{ text: "Hello" }] }];

test("a wrong key is a bad argument on the wire, as Gemini has it, and none at all is no permission", async () => {
  const wrong = await raw("/models/gemini-3.8-flash:generateContent", { contents }, "wrong");
  expect(wrong.status).toBe(400);
  expect(await wrong.json()).toMatchObject({ error: { status: "INVALID_ARGUMENT", details: [{ reason: "API_KEY_INVALID" }] } });
  const none = await raw("/models/gemini-3.8-flash:generateContent", { contents }, null);
  expect(none.status).toBe(403);
});

test("another bad argument stays one", async () => {
  const answer = await saidAsStatus(await raw("/models/gemini-3.8-flash:generateContent", { contents, temperature: 1 }));
  expect(answer.status).toBe(400);
  expect(await answer.text()).toContain('Unknown name \\"temperature\\"');
});

test("without alt=sse a stream is one array of answers", async () => {
  const answer = await raw("/models/gemini-3.8-flash:streamGenerateContent", { contents });
  expect(answer.headers.get("content-type")).toContain("application/json");
  expect(await answer.json()).toMatchObject([{ modelVersion: "gemini-3.8-flash" }, {}]);
});

test("vectors that are refused say why, with the status others go by", async () => {
  const played = playModel(createGeminiSimulator(), { apiKey: "wrong", baseUrl });
  const model = geminiKit.embeddingModel?.(played.access, "gemini-embedding-001");
  const failure = await failureOf(Promise.resolve(model?.doEmbed({ values: ["tampa"] })));
  expect(failure.statusCode).toBe(401);
  expect(failure.responseBody).toContain("API_KEY_INVALID");
});
