import { generateText } from "ai";
import { expect, test } from "vitest";
import { failureOf, promiseModels } from "../testing/model-promises.ts";
import { playModel } from "../testing/played-model.ts";
import { groqKit } from "./adapter.server.ts";
import { createGroqSimulator, groqLocalKey } from "./simulator.ts";

const baseUrl = "/openai/v1";

promiseModels({
  kit: groqKit,
  simulator: createGroqSimulator,
  key: groqLocalKey,
  baseUrl,
  model: "openai/gpt-oss-120b",
  wrongKeyStatus: 401,
  refusalIsText: false,
  tellsRetryAfter: true,
});

const raw = (body: unknown) => {
  const { access } = playModel(createGroqSimulator(), { apiKey: groqLocalKey, baseUrl });
  const headers = { authorization: `Bearer ${groqLocalKey}`, "content-type": "application/json" };
  return access.fetch(`http://sim.test${baseUrl}/chat/completions`, { method: "POST", headers, body: JSON.stringify(body) });
};
const messages = [{ role: "user", content: "Hello" }];

test("a model without schemas gets the schema in words, and answers an object", async () => {
  const played = playModel(createGroqSimulator(), { apiKey: groqLocalKey, baseUrl });
  const model = groqKit.languageModel(played.access, "llama-3.3-70b-versatile");
  const schema = { type: "object", properties: { title: { type: "string" } } } as const;
  await model.doGenerate({
    prompt: [{ role: "user", content: [{ type: "text", text: "Kettle" }] }],
    responseFormat: { type: "json", schema },
  });
  expect(played.sent).toMatchObject([{ response_format: { type: "json_object" } }]);
  expect(JSON.stringify(played.sent)).toContain("JSON schema");
});

test("a schema for a model that takes none is refused", async () => {
  const format = { type: "json_schema", json_schema: { name: "a", schema: { type: "object" } } };
  const answer = await raw({ model: "llama-3.1-8b-instant", messages, response_format: format });
  expect(answer.status).toBe(400);
  expect(await answer.text()).toContain("does not support response format");
});

test("a parameter that does not exist is refused by name", async () => {
  const answer = await raw({ model: "openai/gpt-oss-20b", messages, top_k: 4 });
  expect(answer.status).toBe(400);
  expect(await answer.text()).toContain("top_k");
});

test("the last chunk carries the usage where Groq puts it, and the headers the room that is left", async () => {
  const answer = await raw({ model: "openai/gpt-oss-20b", messages, stream: true });
  expect(answer.headers.get("x-ratelimit-remaining-requests")).toBe("99999");
  const chunks = (await answer.text()).trim().split("\n\n");
  expect(chunks.at(-1)).toBe("data: [DONE]");
  expect(JSON.parse((chunks.at(-2) ?? "").slice("data: ".length))).toMatchObject({ x_groq: { usage: { prompt_tokens: 2 } } });
});

test("no key at all is refused like a wrong one", async () => {
  const played = playModel(createGroqSimulator(), { apiKey: " ", baseUrl });
  const failure = await failureOf(
    generateText({ model: groqKit.languageModel(played.access, "openai/gpt-oss-20b"), prompt: "Hi", maxRetries: 0 }),
  );
  expect(failure.message).toBe("Invalid API Key");
});
