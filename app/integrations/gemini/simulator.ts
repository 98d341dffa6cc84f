import type { z } from "zod";
import { embeddingOf } from "../simulated-embedding.ts";
import { eventStream, type Sleep, sleepForReal } from "../simulated-events.ts";
import { answerAsked, countTokens } from "../simulated-model.ts";
import { createQuota } from "../simulated-quota.ts";
import { createModelScript } from "../simulated-script.ts";
import type { Simulator, SimulatorTools } from "../simulator.ts";
import { createLiveScript } from "./simulator/live-script.ts";
import { createLiveSession, liveModels } from "./simulator/live-session.ts";
import { asked, errorBody, errorOf, type GeminiError, noKey, streamedAnswers, wholeAnswer, wrongKey } from "./simulator/answers.ts";
import { batchEmbedRequest, embedRequest, type GenerateRequest, generateRequest } from "./simulator/wire.ts";

export const geminiLocalKey = "AIza-local-entrepot";

const generating = [
  "gemini-3.8-flash",
  "gemini-3.7-flash",
  "gemini-3.5-flash",
  "gemini-3.5-flash-lite",
  "gemini-3.1-pro-preview",
  "gemini-2.5-flash",
  "gemini-flash-latest",
];
const embedding = new Map([
  ["gemini-embedding-2", 3072],
  ["gemini-embedding-001", 3072],
]);
const modelPath = /^\/(v1|v1beta)\/models\/([\w.-]+):(\w+)$/;
/** SDKs join a base address without a path by two slashes. */
const livePath = /^\/+ws\/google\.ai\.generativelanguage\.(v1|v1beta)\.GenerativeService\.BidiGenerateContent$/;
const listPath = /^\/(?:v1|v1beta)\/models(?:\/([\w.-]+))?$/;

/** Plays Gemini's text, streaming, embeddings, list of models, and Live over a socket. Wire checked on 2026-11-28. */
export function createGeminiSimulator(sleep: Sleep = sleepForReal): Simulator {
  const script = createModelScript("gemini");
  const quota = createQuota();
  const live = createLiveScript(sleep);
  const kept = new Map<string, string[]>();

  function generate(model: string, request: GenerateRequest, tools: SimulatorTools, stream: "no" | "sse" | "array"): Response {
    const question = asked(model, request);
    const taken = quota.take(tools.nowMs, countTokens(question.prompt), script.limits());
    if (taken.isRefused) return refuse(exhausted(Math.ceil(taken.resetMs / 1000)));
    const said = answerAsked(question, script.answerFor(question));
    const answering = { responseId: `resp-${Math.floor(tools.random() * 0xffff_ffff).toString(36)}`, modelVersion: model };
    if (stream === "no") return Response.json(wholeAnswer(said, answering));
    const answers = streamedAnswers(said, answering);
    if (stream === "array") return Response.json(answers);
    return eventStream(
      answers.map((answer) => JSON.stringify(answer)),
      script.paceFor(question),
      sleep,
    );
  }

  async function call(request: Request, tools: SimulatorTools): Promise<Response> {
    const url = new URL(request.url);
    const [, version = "", model = "", method = ""] = modelPath.exec(url.pathname) ?? [];
    if (request.method === "GET") return listed(url.pathname);
    if (model === "" || request.method !== "POST") return refuse(errorOf(404, "Requested entity was not found."));
    const dimensions = embedding.get(model);
    const isText = /^(streamGenerateContent|generateContent|countTokens)$/.test(method) && generating.includes(model);
    const isEmbedding = /^(embedContent|batchEmbedContents)$/.test(method) && dimensions !== undefined;
    if (!isText && !isEmbedding) return refuse(noModel(model, version, method));
    const json = await readJson(request);
    if (json === undefined) return refuse(errorOf(400, "Invalid JSON payload received."));
    if (dimensions !== undefined) return embed(method, json, dimensions);
    const parsed = generateRequest.safeParse(json);
    if (!parsed.success) return refuse(faultOf(parsed.error));
    if (method === "countTokens") return Response.json({ totalTokens: countTokens(asked(model, parsed.data).prompt) });
    const stream = method === "generateContent" ? "no" : url.searchParams.get("alt") === "sse" ? "sse" : "array";
    return generate(model, parsed.data, tools, stream);
  }

  return {
    vendor: "gemini",
    title: "Gemini",
    reset() {
      script.reset();
      quota.reset();
      live.reset();
      kept.clear();
    },
    state: () => ({ models: [...generating, ...embedding.keys(), ...liveModels], ...script.state(), ...live.state() }),
    act: (action, input) => live.act(action, input) ?? script.act(action, input),
    connect: (mountedAt) => ({ "base URL": `${mountedAt}/v1beta`, key: geminiLocalKey }),
    faultBody: (status) =>
      errorBody(errorOf(status, status === 429 ? "Resource has been exhausted (e.g. check quota)." : "Injected fault.")),
    fetch: async (request, tools) => refusalOfKey(request) ?? call(request, tools),
    accept: (request, tools, peer) =>
      refusalOfSocket(request) ?? createLiveSession({ script, live, kept, sleep, ...liveTools(tools) }, versionOf(request) ?? "", peer),
  };
}

function versionOf(request: Request): string | undefined {
  return livePath.exec(new URL(request.url).pathname)?.[1];
}

function refusalOfSocket(request: Request): Response | undefined {
  return versionOf(request) === undefined ? refuse(errorOf(404, "Requested entity was not found.")) : refusalOfKey(request);
}

function liveTools(tools: () => SimulatorTools) {
  return { nowMs: () => tools().nowMs, nextId: () => `live-${Math.floor(tools().random() * 0xffff_ffff).toString(36)}` };
}

function refusalOfKey(request: Request): Response | undefined {
  const key = request.headers.get("x-goog-api-key") ?? new URL(request.url).searchParams.get("key");
  if (key === null) return refuse(noKey);
  return key === geminiLocalKey ? undefined : refuse(wrongKey);
}

function embed(method: string, json: unknown, dimensions: number): Response {
  if (method === "embedContent") {
    const parsed = embedRequest.safeParse(json);
    return parsed.success ? Response.json({ embedding: vectorOf(parsed.data, dimensions) }) : refuse(faultOf(parsed.error));
  }
  const parsed = batchEmbedRequest.safeParse(json);
  if (!parsed.success) return refuse(faultOf(parsed.error));
  return Response.json({ embeddings: parsed.data.requests.map((one) => vectorOf(one, dimensions)) });
}

function vectorOf({ content, outputDimensionality }: z.infer<typeof embedRequest>, dimensions: number): { values: number[] } {
  const text = content.parts.map((part) => ("text" in part ? part.text : "")).join("\n");
  return { values: embeddingOf(text, outputDimensionality ?? dimensions) };
}

function listed(pathname: string): Response {
  const [path, id] = listPath.exec(pathname) ?? [];
  if (path === undefined) return refuse(errorOf(404, "Requested entity was not found."));
  const all = [
    ...generating.map((model) => wireModel(model, ["generateContent", "countTokens"])),
    ...[...embedding.keys()].map((model) => wireModel(model, ["embedContent", "batchEmbedContents"])),
    ...liveModels.map((model) => wireModel(model, ["bidiGenerateContent"])),
  ];
  if (id === undefined) return Response.json({ models: all });
  const found = all.find(({ name }) => name === `models/${id}`);
  return found === undefined ? refuse(noModel(id, "v1beta", "get")) : Response.json(found);
}

function wireModel(id: string, supportedGenerationMethods: string[]) {
  const limits = { inputTokenLimit: 1_048_576, outputTokenLimit: 65_536 };
  return { name: `models/${id}`, version: "001", displayName: id, ...limits, supportedGenerationMethods };
}

function refuse(error: GeminiError): Response {
  return Response.json(errorBody(error), { status: error.status });
}

function noModel(model: string, version: string, method: string): GeminiError {
  return errorOf(
    404,
    `models/${model} is not found for API version ${version}, or is not supported for ${method}. Call ListModels to see the list of available models and their supported methods.`,
  );
}

/** Says how long to wait in its details; there is no Retry-After. */
function exhausted(seconds: number): GeminiError {
  return errorOf(429, `You exceeded your current quota. Please retry in ${seconds}s.`, [
    { "@type": "type.googleapis.com/google.rpc.RetryInfo", retryDelay: `${seconds}s` },
  ]);
}

function faultOf(error: z.ZodError): GeminiError {
  const [issue] = error.issues;
  if (issue?.code === "unrecognized_keys") {
    const at = issue.path.length === 0 ? "" : ` at '${issue.path.join(".")}'`;
    return errorOf(400, `Invalid JSON payload received. Unknown name "${issue.keys[0] ?? ""}"${at}: Cannot find field.`);
  }
  return errorOf(400, `Invalid value at '${issue?.path.join(".") ?? ""}': ${issue?.message ?? "not valid"}`);
}

async function readJson(request: Request): Promise<unknown> {
  try {
    return await request.json();
  } catch {
    return undefined;
  }
}
