import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import type { Cap } from "#app/domain/ai/budget.ts";
import type { Catalog, CatalogProvider } from "#app/domain/ai/catalog.ts";
import type { Asker } from "#app/domain/ai/ports.ts";
import { createFakeClock } from "#app/platform/clock.ts";
import { createFakeSleep } from "#app/platform/fake-sleep.ts";
import { createSequentialIds } from "#app/platform/ids.ts";
import { createMemoryLog } from "#app/platform/logging/logger.ts";
import { createCatalogs } from "../catalogs.ts";
import { type About, type House, type Patience, usualPatience } from "../house.ts";
import { createMemoryGovernor } from "./memory-governor.ts";

/** What a provider does when it is called; it may look at what it is asked. */
export type Play = (request: { body: Record<string, unknown>; signal: AbortSignal | null }) => Response | Promise<Response>;

/** One dollar a million tokens in, ten out: a token in is a millionth. */
const ownPrices = { m: { inputMicroUsdPerMillion: 1_000_000, outputMicroUsdPerMillion: 10_000_000 } };
export const startMs = Date.UTC(2026, 10, 21, 12);

function aProvider(id: string): CatalogProvider {
  return {
    id,
    kind: "openai-compatible",
    name: id,
    baseUrl: `https://${id}.test/v1`,
    apiKey: "k",
    models: ["m"],
    embeddingModels: ["m"],
    ownPrices,
  };
}

type PlayedOptions = { caps?: Cap[]; patience?: Partial<Patience>; catalog?: Partial<Catalog>; startMs?: number };

/** A gateway with providers that are played, each by its own script: its last act is repeated. */
export function createPlayedHouse(plays: Record<string, Play[]>, options: PlayedOptions = {}) {
  const clock = createFakeClock(options.startMs ?? startMs);
  const timers = createFakeSleep(clock);
  const caps = options.caps ?? [{ scope: "workspace", subjectId: "", window: "day", limitMicroUsd: 10_000_000 }];
  const budget = createMemoryGovernor(clock, caps);
  const calls: string[] = [];
  const deferred: Promise<unknown>[] = [];
  const log = createMemoryLog();
  const house: House = {
    governor: budget.governor,
    kits: {
      "openai-compatible": async () => ({
        kind: "openai-compatible",
        baseUrl: "https://none.test",
        languageModel: ({ apiKey, baseUrl, fetch }, model) =>
          createOpenAICompatible({ name: "played", apiKey, baseURL: baseUrl, fetch, includeUsage: true, supportsStructuredOutputs: true })(
            model,
          ),
        embeddingModel: ({ apiKey, baseUrl, fetch }, model) =>
          createOpenAICompatible({ name: "played", apiKey, baseURL: baseUrl, fetch }).embeddingModel(model),
      }),
    },
    catalogs: createCatalogs(clock),
    loadCatalog: async () => ({ providers: Object.keys(plays).map(aProvider), choices: {}, ...options.catalog }),
    fetch: async (input, init) => {
      const id = new URL(new Request(input).url).hostname.split(".")[0] ?? "";
      calls.push(id);
      const acts = plays[id] ?? [];
      const act = acts[Math.min(calls.filter((one) => one === id).length, acts.length) - 1];
      if (act === undefined) throw new TypeError("nobody lives there");
      const body: unknown = JSON.parse(typeof init?.body === "string" ? init.body : "{}");
      return act({ body: body as Record<string, unknown>, signal: init?.signal ?? null });
    },
    clock,
    sleep: timers.sleep,
    random: () => 0.5,
    ids: createSequentialIds(),
    logger: log,
    patience: { ...usualPatience, ...options.patience },
    defer: (work) => void deferred.push(work),
  };
  const asker: Asker = { workspaceId: "wsp_1", stamp: { kind: "user", id: "usr_1", label: "Ana" }, requestId: "req_1", clock };
  const about: About = { asker, prompt: { name: "test", version: 1 } };
  return { house, about, asker, clock, timers, budget, calls, log, run: timers.run, settled: () => timers.run(Promise.all(deferred)) };
}

const usage = { prompt_tokens: 100, completion_tokens: 20, total_tokens: 120 };
/** What 100 tokens in and 20 out cost at the prices above. */
export const usualCostMicroUsd = 300;

export const says =
  (content: string, extra: { usage?: unknown; finish?: string } = {}): Play =>
  ({ body }) =>
    body["stream"] === true ? streamed([content], extra) : Response.json(completion(content, extra));

function completion(content: string, { usage: told = usage, finish = "stop" }: { usage?: unknown; finish?: string }) {
  return {
    id: "c",
    created: 1,
    model: "m",
    choices: [{ index: 0, message: { role: "assistant", content }, finish_reason: finish }],
    usage: told,
  };
}

export const fails =
  (status: number, headers: Record<string, string> = {}, body: unknown = { error: { message: "no" } }): Play =>
  () =>
    Response.json(body, { status, headers });

/** Answers nothing until it is given up. */
export const hangs: Play = ({ signal }) =>
  new Promise((_resolve, reject) => {
    signal?.addEventListener("abort", () => reject(new DOMException("given up", "AbortError")));
  });

export const raw =
  (text: string): Play =>
  () =>
    new Response(text, { headers: { "content-type": "application/json" } });

function chunk(delta: Record<string, unknown>, finish: string | null = null, told?: unknown): string {
  const data = {
    id: "c",
    created: 1,
    model: "m",
    choices: [{ index: 0, delta, finish_reason: finish }],
    ...(told === undefined ? {} : { usage: told }),
  };
  return `data: ${JSON.stringify(data)}\n\n`;
}

function streamed(words: string[], { usage: told = usage, finish = "stop" }: { usage?: unknown; finish?: string } = {}): Response {
  return sse([
    chunk({ role: "assistant", content: "" }),
    ...words.map((content) => chunk({ content })),
    chunk({}, finish, told),
    "data: [DONE]\n\n",
  ]);
}

export const streams =
  (words: string[], extra: { usage?: unknown; finish?: string } = {}): Play =>
  () =>
    streamed(words, extra);

/** A call of a tool, its arguments in two pieces, as they come over the wire. */
export const callsTool =
  (name: string, input: unknown, id = "call_1"): Play =>
  () => {
    const text = typeof input === "string" ? input : JSON.stringify(input);
    const half = Math.ceil(text.length / 2);
    const piece = (args: string, head: Record<string, unknown> = {}) =>
      chunk({ tool_calls: [{ index: 0, ...head, function: { ...(head["id"] === undefined ? {} : { name }), arguments: args } }] });
    return sse([
      chunk({ role: "assistant", content: "" }),
      piece("", { id, type: "function" }),
      piece(text.slice(0, half)),
      piece(text.slice(half)),
      chunk({}, "tool_calls", usage),
      "data: [DONE]\n\n",
    ]);
  };

/** A stream that breaks after these words: closed, torn, or silent for ever. */
export const breaksAfter =
  (words: string[], how: "closed" | "torn" | "silent"): Play =>
  () =>
    sse([chunk({ role: "assistant", content: "" }), ...words.map((content) => chunk({ content }))], how);

function sse(chunks: string[], end: "closed" | "torn" | "silent" = "closed"): Response {
  const rest = [...chunks];
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = rest.shift();
      if (next !== undefined) controller.enqueue(new TextEncoder().encode(next));
      else if (end === "torn") controller.error(new TypeError("connection lost"));
      else if (end === "closed") controller.close();
      else await new Promise(() => undefined);
    },
  });
  return new Response(body, { headers: { "content-type": "text/event-stream" } });
}
