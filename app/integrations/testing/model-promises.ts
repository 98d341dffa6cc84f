import { APICallError } from "@ai-sdk/provider";
import { embed, embedMany, generateText, isStepCount, Output, streamText, tool } from "ai";
import { expect, test } from "vitest";
import { z } from "zod";
import type { ModelKit } from "#app/domain/ai/model-kits.ts";
import type { Sleep } from "../simulated-events.ts";
import type { Simulator } from "../simulator.ts";
import { type PlayedModel, playModel } from "./played-model.ts";

export type PlayedVendor = {
  kit: ModelKit;
  simulator(sleep?: Sleep): Simulator;
  key: string;
  baseUrl: string;
  model: string;
  embeddingModel?: string;
  /** With which status it says that a wrong key is none, once the adapter has told it on. */
  wrongKeyStatus: number;
  /** Whether the SDK gives a refusal as if it were the answer. */
  refusalIsText: boolean;
  /** Whether a wait after too many calls is told. */
  tellsRetryAfter: boolean;
};

const answer = z.object({
  title: z.string().min(3).max(60),
  score: z.number().int().min(1).max(100),
  aspects: z.array(z.object({ name: z.string(), tone: z.enum(["good", "bad"]), note: z.string().optional() })).min(2),
});
const prompt = "Judge what stands between the marks.\n<data>Chaleira inox 1,8 L com tampa que vaza</data>";

type Tools = {
  play(sleep?: Sleep, key?: string): PlayedModel;
  modelOf(played: PlayedModel, id?: string): ReturnType<ModelKit["languageModel"]>;
};

/** What holds for every provider of models, its adapter and its simulator together. */
export function promiseModels(vendor: PlayedVendor): void {
  const tools: Tools = {
    play: (sleep, apiKey = vendor.key) => playModel(vendor.simulator(sleep), { apiKey, baseUrl: vendor.baseUrl }),
    modelOf: (played, id = vendor.model) => vendor.kit.languageModel(played.access, id),
  };
  promiseAnswers(tools);
  promiseTools(tools);
  promiseTalks(tools);
  promiseScripts(vendor, tools);
  promiseFaults(tools);
  promiseRefusals(vendor, tools);
  if (vendor.embeddingModel !== undefined) promiseEmbeddings(vendor, tools.play, vendor.embeddingModel);
}

function promiseAnswers({ play, modelOf }: Tools): void {
  test("a text is answered from what was asked, with the tokens counted", async () => {
    const result = await generateText({ model: modelOf(play()), prompt, maxRetries: 0 });
    expect(result.text).toContain("Chaleira inox 1,8 L");
    expect(result.finishReason).toBe("stop");
    expect(result.usage.inputTokens).toBeGreaterThan(10);
    expect(result.usage.outputTokens).toBeGreaterThan(5);
  });

  test("the same question gets the same answer", async () => {
    const ask = async () => (await generateText({ model: modelOf(play()), prompt, maxRetries: 0 })).text;
    expect(await ask()).toBe(await ask());
  });

  test("a stream arrives in pieces that make up the whole, with usage at its end", async () => {
    const result = streamText({ model: modelOf(play()), prompt, maxRetries: 0 });
    const pieces: string[] = [];
    for await (const piece of result.textStream) pieces.push(piece);
    expect(pieces.length).toBeGreaterThan(1);
    expect(pieces.join("")).toBe((await generateText({ model: modelOf(play()), prompt, maxRetries: 0 })).text);
    expect((await result.usage).outputTokens).toBeGreaterThan(5);
  });

  test("an answer by a schema fits it and quotes the data", async () => {
    const { output } = await generateText({ model: modelOf(play()), prompt, output: Output.object({ schema: answer }), maxRetries: 0 });
    expect(output.title).toContain("Chaleira");
    expect(output.aspects).toHaveLength(2);
  });
}

function promiseTools({ play, modelOf }: Tools): void {
  test("a tool that the question names is called, and its result summed up", async () => {
    const weigh = tool({ inputSchema: z.object({ sku: z.string() }), execute: () => Promise.resolve("1.2 kg on the scale") });
    const { text, toolCalls } = await generateText({
      model: modelOf(play()),
      prompt: "Use weigh_parcel for KET-1",
      tools: { weigh_parcel: weigh },
      stopWhen: ({ steps }) => steps.length === 2,
      maxRetries: 0,
    });
    expect(toolCalls).toHaveLength(1);
    expect(text).toContain("1.2 kg on the scale");
  });

  test("a tool call comes over a stream as well", async () => {
    const weigh = tool({ inputSchema: z.object({ sku: z.string() }), execute: () => Promise.resolve("1.2 kg") });
    const played = play();
    played.act("script", { tools: [{ name: "weigh", arguments: { sku: "KET-1" } }] });
    const result = streamText({ model: modelOf(played), prompt: "Do it", tools: { weigh }, maxRetries: 0 });
    expect(await result.toolCalls).toMatchObject([{ toolName: "weigh", input: { sku: "KET-1" } }]);
  });
}

function promiseTalks({ play, modelOf }: Tools): void {
  test("a talk goes on over a stream: words, two tools at once, their answers, and words again", async () => {
    const played = play();
    played.act("script", {
      text: "Let me look. ",
      tools: [
        { name: "weigh", arguments: { sku: "KET-1" } },
        { name: "measure", arguments: { sku: "KET-1", unit: "mm" } },
      ],
    });
    played.act("script", { when: "1.2 kg", text: "It weighs 1.2 kg and is 300 mm high." });
    const heard: unknown[] = [];
    const heardOf = (answer: string) => (input: unknown) => {
      heard.push(input);
      return Promise.resolve(answer);
    };
    const { stream } = streamText({
      model: modelOf(played),
      instructions: "Answer.",
      messages: [{ role: "user", content: "How is KET-1?" }],
      tools: {
        weigh: tool({ description: "Weighs.", inputSchema: z.object({ sku: z.string() }), execute: heardOf("1.2 kg") }),
        measure: tool({ inputSchema: z.object({ sku: z.string(), unit: z.enum(["mm", "in"]) }), execute: heardOf("300 mm") }),
      },
      stopWhen: isStepCount(3),
      prepareStep: ({ stepNumber }) => (stepNumber > 0 ? { toolChoice: "none" } : {}),
      maxRetries: 0,
    });
    let text = "";
    const ends: string[] = [];
    for await (const part of stream) {
      if (part.type === "text-delta") text += part.text;
      if (part.type === "finish-step") ends.push(part.finishReason);
    }
    expect(text).toBe("Let me look. It weighs 1.2 kg and is 300 mm high.");
    // Not every vendor tells that it ended with calls.
    expect([ends.length, ends[1]]).toEqual([2, "stop"]);
    expect(heard).toEqual([{ sku: "KET-1" }, { sku: "KET-1", unit: "mm" }]);
  });
}

function promiseScripts(vendor: PlayedVendor, { play, modelOf }: Tools): void {
  test("what was scripted is said once, or to every question that holds its word", async () => {
    const played = play();
    played.act("script", { text: "First." });
    played.act("script", { when: "price", text: "About money." });
    const say = async (text: string) => (await generateText({ model: modelOf(played), prompt: text, maxRetries: 0 })).text;
    expect(await say("Hello there")).toBe("First.");
    expect(await say("Hello there")).toContain("Hello there");
    expect([await say("The price?"), await say("A price!")]).toEqual(["About money.", "About money."]);
  });

  test.each(["invalid-json", "wrong-schema"])("%s is no answer to a schema", async (action) => {
    const played = play();
    played.act(action);
    const asked = generateText({ model: modelOf(played), prompt, output: Output.object({ schema: answer }), maxRetries: 0 });
    await expect(asked.then(({ output }) => output)).rejects.toThrow("No object generated");
  });

  test("a refusal is no JSON", async () => {
    const played = play();
    played.act("refuse", { text: "I would rather not." });
    const result = await generateText({ model: modelOf(played), prompt, maxRetries: 0 });
    expect(result.text).toBe(vendor.refusalIsText ? "I would rather not." : "");
  });
}

function promiseFaults({ play, modelOf }: Tools): void {
  test("a slow stream waits before each of its events", async () => {
    const waits: number[] = [];
    const played = play((ms) => Promise.resolve(void waits.push(ms)));
    played.act("slow-stream", { delayMs: 250 });
    const result = streamText({ model: modelOf(played), prompt, maxRetries: 0 });
    await result.consumeStream();
    expect(waits.length).toBeGreaterThan(2);
    expect(new Set(waits)).toEqual(new Set([250]));
  });

  test("a stream that is cut after some events fails instead of ending", async () => {
    const played = play();
    played.act("cut-stream", { afterEvents: 2 });
    const { stream } = await modelOf(played).doStream({ prompt: [{ role: "user", content: [{ type: "text", text: prompt }] }] });
    const seen: string[] = [];
    const read = async () => {
      for await (const part of stream) seen.push(part.type);
    };
    await expect(read()).rejects.toBeInstanceOf(Error);
    expect(seen).toContain("text-delta");
  });
}

function promiseRefusals(vendor: PlayedVendor, { play, modelOf }: Tools): void {
  test("a wrong key is refused in the vendor's own words", async () => {
    const failure = await failureOf(generateText({ model: modelOf(play(undefined, "wrong")), prompt, maxRetries: 0 }));
    expect(failure.statusCode).toBe(vendor.wrongKeyStatus);
    expect(failure.isRetryable).toBe(false);
  });

  test("a model that does not exist is not found", async () => {
    const failure = await failureOf(generateText({ model: modelOf(play(), "no-such-model"), prompt, maxRetries: 0 }));
    expect(failure.statusCode).toBe(404);
    expect(failure.message).toContain("no-such-model");
  });

  test("more calls than a minute allows are put off, and the next minute lets them in", async () => {
    const played = play();
    played.act("limits", { requestsPerMinute: 1 });
    const ask = () => generateText({ model: modelOf(played), prompt, maxRetries: 0 });
    await ask();
    played.advance(15_000);
    const failure = await failureOf(ask());
    expect(failure.statusCode).toBe(429);
    expect(failure.isRetryable).toBe(true);
    expect(failure.responseHeaders?.["retry-after"]).toBe(vendor.tellsRetryAfter ? "45" : undefined);
    played.advance(45_000);
    expect((await ask()).text).toContain("Chaleira");
  });

  test("an answer longer than allowed is cut and says so", async () => {
    const result = await generateText({ model: modelOf(play()), prompt, maxOutputTokens: 3, maxRetries: 0 });
    expect(result.usage.outputTokens).toBe(3);
  });
}

function promiseEmbeddings(vendor: PlayedVendor, play: Tools["play"], embeddingModel: string): void {
  test("texts that share words lie closer than others", async () => {
    const model = vendor.kit.embeddingModel?.(play().access, embeddingModel);
    if (model === undefined) throw new Error("There is no model for embeddings.");
    const { embeddings } = await embedMany({ model, values: ["tampa vaza", "a tampa vaza muito", "entrega rápida"] });
    const [first = [], near = [], far = []] = embeddings;
    const product = (other: number[]) => first.reduce((sum, value, index) => sum + value * (other[index] ?? 0), 0);
    expect(product(near)).toBeGreaterThan(product(far) + 0.2);
    expect((await embed({ model, value: "tampa vaza" })).embedding).toEqual(first);
  });
}

export async function failureOf(call: PromiseLike<unknown>): Promise<APICallError> {
  const error = await Promise.resolve(call).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!APICallError.isInstance(error)) throw new Error(`Expected a call that the vendor refuses, got ${String(error)}.`);
  return error;
}
