import { embedMany, generateText, isStepCount, Output, streamText, tool } from "ai";
import { expect, test } from "vitest";
import { z } from "zod";
import { GatewayError } from "./errors.ts";
import { createGateway } from "./gateway.ts";
import { aGateway } from "./testing/a-gateway.ts";
import {
  breaksAfter,
  createPlayedHouse,
  fails,
  hangs,
  type Play,
  raw,
  says,
  startMs,
  streams,
  usualCostMicroUsd,
} from "./testing/played-house.ts";

test("the first provider answers, its price is booked and the rest of what was put aside comes back", async () => {
  const { generate, budget, settled, calls } = aGateway({ a: [says("Hi")], b: [says("Hey")] });
  expect((await generate()).text).toBe("Hi");
  await settled();
  expect(calls).toEqual(["a"]);
  expect(budget.records).toMatchObject([
    {
      outcome: "answered",
      source: "model",
      providerId: "a",
      model: "m",
      inputTokens: 100,
      outputTokens: 20,
      costMicroUsd: usualCostMicroUsd,
    },
  ]);
  expect(budget.spent.get("2026-11-21 workspace ")).toBe(usualCostMicroUsd);
  expect(budget.ledger.callsUnderWay()).toBe(0);
});

test.each([
  ["429", fails(429), "busy"],
  ["429 with a wait", fails(429, { "retry-after": "30" }), "busy"],
  ["408", fails(408), "busy"],
  ["409", fails(409), "busy"],
  ["500", fails(500), "failed"],
  ["503", fails(503), "failed"],
  ["a key that was revoked", fails(401), "unauthorized"],
  ["no JSON at all", raw("<html>"), "malformed"],
  ["nothing", says(""), "malformed"],
  ["no connection", () => Promise.reject(new TypeError("refused")), "unreachable"],
  ["a hang", hangs, "timeout"],
] as [string, Play, string][])("after %s the next provider answers, at once and once", async (_name, play, how) => {
  const { generate, outcome, calls } = aGateway({ a: [play], b: [says("Hey")] });
  expect((await generate()).text).toBe("Hey");
  expect(calls).toEqual(["a", "b"]);
  expect(await outcome()).toEqual({ outcome: "answered", attempts: [`a ${how}`, "b answered"] });
});

test.each([400, 404, 413, 422])("what we asked wrongly (%i) is asked of nobody else", async (status) => {
  const { generate, outcome, calls } = aGateway({ a: [fails(status)], b: [says("Hey")] });
  await expect(generate()).rejects.toBeInstanceOf(GatewayError);
  expect(calls).toEqual(["a"]);
  expect(await outcome()).toEqual({ outcome: "invalid", attempts: ["a invalid"] });
});

test("JSON was asked for and something else came: the next provider is asked, and the first one's tokens are paid", async () => {
  const { house, about, run, budget, settled } = createPlayedHouse({ a: [says("Sure! Here it is")], b: [says('{"ok":true}')] });
  const output = Output.object({ schema: z.object({ ok: z.boolean() }) });
  const result = await run(generateText({ model: createGateway(house, about).languageModel("chat"), prompt: "Hello", output }));
  await settled();
  expect(result.output).toEqual({ ok: true });
  expect(budget.records[0]?.costMicroUsd).toBe(2 * usualCostMicroUsd);
});

test("a short wait is kept when nobody else is left, a long one is not", async () => {
  const short = aGateway({ a: [fails(429, { "retry-after": "3" }), says("Hi")] });
  expect((await short.generate()).text).toBe("Hi");
  expect(short.clock.now() - startMs).toBe(3_000);
  const long = aGateway({ a: [fails(429, { "retry-after": "30" }), says("Hi")] });
  await expect(long.generate()).rejects.toMatchObject({ outcome: "unavailable" });
  expect(long.calls).toEqual(["a"]);
  await long.settled();
  expect(long.budget.health).toEqual([{ providerId: "a", isWell: false, retryAtMs: startMs + 30_000 }]);
});

test("a provider that is down is tried twice and no more, and the SDK adds no attempts of its own", async () => {
  const { generate, calls } = aGateway({ a: [fails(500)], b: [fails(503)] });
  await expect(generate()).rejects.toMatchObject({ outcome: "unavailable" });
  expect(calls).toEqual(["a", "b", "a", "b"]);
});

test("a stream streams, and is booked when its end is there", async () => {
  const { stream, budget, calls } = aGateway({ a: [streams(["Good ", "day"])] });
  expect(await stream()).toEqual({ text: "Good day", errors: [] });
  expect(calls).toEqual(["a"]);
  expect(budget.records).toMatchObject([{ outcome: "answered", costMicroUsd: usualCostMicroUsd, isEstimated: false }]);
});

test.each(["closed", "torn", "silent"] as const)("a stream that is %s before its first token is somebody else's", async (how) => {
  const { stream, outcome } = aGateway({ a: [breaksAfter([], how)], b: [streams(["Hey"])] });
  expect(await stream()).toEqual({ text: "Hey", errors: [] });
  expect((await outcome()).attempts).toEqual([how === "silent" ? "a first-byte-timeout" : "a cut", "b answered"]);
});

test.each(["closed", "torn", "silent"] as const)("a stream that is %s after its first token says so and is nobody else's", async (how) => {
  const { stream, outcome, budget, calls } = aGateway({ a: [breaksAfter(["Good "], how)], b: [streams(["Hey"])] });
  const { text, errors } = await stream();
  expect(text).toBe("Good ");
  expect(errors).toMatchObject([{ name: "GatewayError", outcome: "cut" }]);
  expect(calls).toEqual(["a"]);
  expect(await outcome()).toEqual({ outcome: "cut", attempts: ["a cut"] });
  expect(budget.records[0]).toMatchObject({ isEstimated: true, outputTokens: 4_000 });
});

test("after a hang the next provider is asked when the first byte is overdue, not later", async () => {
  const { stream, clock } = aGateway({ a: [hangs], b: [streams(["Hey"])] }, { patience: { firstByteMs: 5_000 } });
  await stream();
  expect(clock.now() - startMs).toBe(5_000);
});

test("whoever asked may go away: the provider is let go, nobody else is asked, and what it may have cost is booked", async () => {
  const { gateway, run, calls, outcome } = aGateway({ a: [hangs], b: [says("Hey")] });
  const leaving = new AbortController();
  const work = generateText({ model: gateway.languageModel("chat"), prompt: "Hello", abortSignal: leaving.signal });
  setTimeout(() => leaving.abort(), 0);
  await expect(run(work)).rejects.toThrow();
  expect(calls).toEqual(["a"]);
  expect(await outcome()).toEqual({ outcome: "cancelled", attempts: ["a cancelled"] });
});

test("nothing outside of what is allowed is asked, however much fails", async () => {
  const choices = {
    chat: [
      { providerId: "b", model: "m" },
      { providerId: "gone", model: "m" },
      { providerId: "a", model: "other" },
    ],
  };
  const { generate, calls } = aGateway({ a: [says("Hi")], b: [fails(500)], c: [says("Hey")] }, { catalog: { choices } });
  await expect(generate()).rejects.toMatchObject({ outcome: "unavailable" });
  expect(new Set(calls)).toEqual(new Set(["b"]));
});

test("a purpose with no choice left is one for rules alone", async () => {
  const { generate, calls, budget } = aGateway({ a: [says("Hi")] }, { catalog: { choices: { chat: [] } } });
  await expect(generate()).rejects.toMatchObject({ reason: "no-models" });
  expect([calls, budget.records]).toEqual([[], []]);
});

test("a provider whose circuit is open is left alone; when all are, nobody is called", async () => {
  const one = aGateway({ a: [says("Hi")], b: [says("Hey")] });
  one.budget.state.spared.add("a");
  expect((await one.generate()).text).toBe("Hey");
  expect(await one.outcome()).toEqual({ outcome: "answered", attempts: ["a open", "b answered"] });
  one.budget.state.spared.add("b");
  await expect(one.generate()).rejects.toMatchObject({ outcome: "unavailable" });
  expect(one.calls).toEqual(["b"]);
});

test("settings that were changed hold from the next call on", async () => {
  const { generate, house, budget, calls } = aGateway({ a: [says("Hi")], b: [says("Hey")] });
  await generate();
  const { providers } = await house.loadCatalog("");
  house.loadCatalog = async () => ({ providers: providers.filter(({ id }) => id === "b"), choices: {} });
  budget.state.version += 1;
  await generate();
  expect(calls).toEqual(["a", "b"]);
});

test("the same question of a repeatable purpose is paid for once; another one, or another purpose, again", async () => {
  const { gateway, run, calls, budget, settled } = aGateway({ a: [says("Hi")] });
  const ask = async (purpose: "reviews" | "chat", prompt: string) => {
    const { text } = await run(generateText({ model: gateway.languageModel(purpose), prompt }));
    await settled();
    return text;
  };
  expect([await ask("reviews", "One"), await ask("reviews", "One")]).toEqual(["Hi", "Hi"]);
  expect(calls).toHaveLength(1);
  expect(budget.records.at(-1)).toMatchObject({ source: "cache", costMicroUsd: 0, provider: "openai-compatible" });
  const streamed = streamText({ model: gateway.languageModel("reviews"), prompt: "One" });
  expect(await run(Promise.resolve(streamed.text))).toBe("Hi");
  expect(calls).toHaveLength(1);
  await ask("reviews", "Two");
  await ask("chat", "One");
  await ask("chat", "One");
  expect(calls).toHaveLength(4);
});

test("tools and steps of the SDK work through it, each step paid by itself", async () => {
  const call = { id: "t1", type: "function", function: { name: "weather", arguments: '{"place":"Porto"}' } };
  const asksTool: Play = () =>
    Response.json({
      id: "c",
      created: 1,
      model: "m",
      choices: [{ index: 0, message: { role: "assistant", content: null, tool_calls: [call] }, finish_reason: "tool_calls" }],
      usage: { prompt_tokens: 100, completion_tokens: 20, total_tokens: 120 },
    });
  const { gateway, run, budget, settled } = aGateway({ a: [asksTool, says("It rains")] });
  const weather = tool({ inputSchema: z.object({ place: z.string() }), execute: async ({ place }) => `rain in ${place}` });
  const result = await run(
    generateText({ model: gateway.languageModel("chat"), prompt: "Weather?", tools: { weather }, stopWhen: isStepCount(3) }),
  );
  await settled();
  expect(result.text).toBe("It rains");
  expect(budget.records.map(({ costMicroUsd }) => costMicroUsd)).toEqual([usualCostMicroUsd, usualCostMicroUsd]);
});

test("vectors come from one model, from whoever offers it", async () => {
  const vectors: Play = ({ body }) =>
    Response.json({
      data: (body["input"] as string[]).map((_, index) => ({ index, embedding: [index, 1] })),
      usage: { prompt_tokens: 40 },
    });
  const { gateway, run, budget, settled, calls } = aGateway({ a: [fails(500)], b: [vectors] });
  const { embeddings } = await run(embedMany({ model: gateway.embeddingModel("reviews"), values: ["x", "y"] }));
  await settled();
  expect(embeddings).toEqual([
    [0, 1],
    [1, 1],
  ]);
  expect(calls).toEqual(["a", "b"]);
  expect(budget.records).toMatchObject([{ outcome: "answered", inputTokens: 40, costMicroUsd: 40 }]);
});

test("booking and logging wait for nobody and nobody waits for them", async () => {
  const { house, about, run, log } = createPlayedHouse({ a: [says("Hi")] });
  house.governor.settle = () => Promise.reject(new Error("the budget sleeps"));
  const deferred: Promise<unknown>[] = [];
  house.defer = (work) => void deferred.push(work);
  const { text } = await run(generateText({ model: createGateway(house, about).languageModel("chat"), prompt: "Hello" }));
  expect(text).toBe("Hi");
  await run(Promise.all(deferred));
  expect(log.events.map(({ event }) => event)).toContain("unexpected.error");
});

test("booking and logging begin when whoever asked has the answer", async () => {
  const { generate, budget, log, settled, timers } = aGateway({ a: [says("Hi")] });
  await generate();
  expect([budget.records, log.events, budget.ledger.callsUnderWay()]).toEqual([[], [], 1]);
  await settled();
  expect([budget.records.length, log.events.length, budget.ledger.callsUnderWay()]).toEqual([1, 1, 0]);
  expect(timers.sleptMs.at(-1)).toBe(0);
});
