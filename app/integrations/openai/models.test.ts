import { expect, test } from "vitest";
import { promiseModels } from "../testing/model-promises.ts";
import { playModel } from "../testing/played-model.ts";
import { openaiKit } from "./adapter.server.ts";
import { createOpenaiSimulator, openaiLocalKey } from "./simulator.ts";

const baseUrl = "/v1";

promiseModels({
  kit: openaiKit,
  simulator: createOpenaiSimulator,
  key: openaiLocalKey,
  baseUrl,
  model: "gpt-4.1-mini",
  embeddingModel: "text-embedding-3-small",
  wrongKeyStatus: 401,
  refusalIsText: true,
  tellsRetryAfter: true,
});

const messages = [{ role: "user", content: "Hello" }];
const raw = (body: unknown) => {
  const { access } = playModel(createOpenaiSimulator(), { apiKey: openaiLocalKey, baseUrl });
  const headers = { authorization: `Bearer ${openaiLocalKey}`, "content-type": "application/json" };
  return access.fetch(`http://sim.test${baseUrl}/chat/completions`, { method: "POST", headers, body: JSON.stringify(body) });
};

test.each<[string, Record<string, unknown>, string]>([
  ["stream options without a stream", { stream_options: { include_usage: true } }, "stream_options"],
  ["max_tokens for a model that reasons", { model: "gpt-5-mini", max_tokens: 10 }, "max_completion_tokens"],
  ["a temperature for a model that reasons", { model: "gpt-5-mini", temperature: 0.2 }, "temperature"],
  ["JSON that is asked without the word", { response_format: { type: "json_object" } }, "json"],
  ["an unknown parameter", { top_k: 3 }, "top_k"],
  [
    "a strict schema with an optional property",
    {
      response_format: {
        type: "json_schema",
        json_schema: {
          name: "r",
          strict: true,
          schema: { type: "object", properties: { a: { type: "string" } }, required: [], additionalProperties: false },
        },
      },
    },
    "Missing 'a'",
  ],
])("%s is refused", async (_, asked, words) => {
  const answer = await raw({ model: "gpt-4.1-mini", messages, ...asked });
  expect(answer.status).toBe(400);
  const body = await answer.text();
  expect(body).toContain("invalid_request_error");
  expect(body).toContain(words);
});

test("usage comes over a stream only when asked for, in a chunk without choices", async () => {
  const plain = await (await raw({ model: "gpt-4.1-mini", messages, stream: true })).text();
  expect(plain).not.toContain("prompt_tokens");
  const told = await (await raw({ model: "gpt-4.1-mini", messages, stream: true, stream_options: { include_usage: true } })).text();
  expect(told).toContain('"choices":[],"usage":{"prompt_tokens":2');
});

test("a model that reasons is asked in the way it wants", async () => {
  const played = playModel(createOpenaiSimulator(), { apiKey: openaiLocalKey, baseUrl });
  const prompt = [{ role: "user" as const, content: [{ type: "text" as const, text: "Hello" }] }];
  const answer = await openaiKit.languageModel(played.access, "gpt-5-mini").doGenerate({ prompt, maxOutputTokens: 50, temperature: 0.2 });
  expect(answer.finishReason.unified).toBe("stop");
});
