import type { z } from "zod";
import { askedInChat, type Completion, completionBody, completionChunks } from "./simulated-chat.ts";
import { type ChatRequest, embeddingRequest } from "./simulated-chat-wire.ts";
import { embeddingOf } from "./simulated-embedding.ts";
import { eventStream, type Sleep, sleepForReal } from "./simulated-events.ts";
import { type Answered, answerAsked, countTokens } from "./simulated-model.ts";
import { createQuota, type Quota, type QuotaAnswer } from "./simulated-quota.ts";
import { createModelScript, type ModelScript } from "./simulated-script.ts";
import type { Simulator, SimulatorTools } from "./simulator.ts";

export type ChatModel = {
  id: string;
  ownedBy: string;
  /** Embeddings instead of answers. */
  dimensions?: number;
  /** Whether it takes a JSON schema as the format of its answer. */
  takesSchema?: boolean;
  reasons?: boolean;
};

export type ChatError = { status: number; message: string; type: string; code: string | null; param?: string | null };

/** What differs between those who speak this protocol. */
export type ChatVendor = {
  vendor: string;
  title: string;
  key: string;
  /** Where its API begins, below the mount point. */
  basePath: string;
  models: ChatModel[];
  requestSchema: z.ZodType<ChatRequest>;
  /** What it refuses although the wire allows it. */
  refuses(request: ChatRequest, model: ChatModel): ChatError | undefined;
  wrongKey(key: string): ChatError;
  noKey: ChatError;
  tooMany(quota: QuotaAnswer, model: string): ChatError;
  quotaHeaders(quota: QuotaAnswer): Record<string, string>;
  headers(requestId: string): Record<string, string>;
  finishBody(body: Record<string, unknown>, said: Answered, completion: Completion): Record<string, unknown>;
  finishChunks(chunks: Record<string, unknown>[], said: Answered, request: ChatRequest, completion: Completion): Record<string, unknown>[];
  errorBody(error: ChatError): unknown;
};

type Played = { vendor: ChatVendor; script: ModelScript; quota: Quota; sleep: Sleep };

/** Plays a vendor of chat completions. `sleep` is the wait between the events of a slow stream. */
export function createChatSimulator(vendor: ChatVendor, sleep: Sleep = sleepForReal): Simulator {
  const played: Played = { vendor, script: createModelScript(vendor.vendor), quota: createQuota(), sleep };
  return {
    vendor: vendor.vendor,
    title: vendor.title,
    reset() {
      played.script.reset();
      played.quota.reset();
    },
    state: () => ({ models: vendor.models.map(({ id }) => id), ...played.script.state() }),
    act: (action, input) => played.script.act(action, input),
    connect: (mountedAt) => ({ "base URL": `${mountedAt}${vendor.basePath}`, key: vendor.key }),
    faultBody: (status) => vendor.errorBody({ status, message: "Injected fault.", type: typeOfStatus(status), code: null }),
    fetch: (request, tools) => route(played, request, tools),
  };
}

async function route(played: Played, request: Request, tools: SimulatorTools): Promise<Response> {
  const { vendor } = played;
  const { pathname } = new URL(request.url);
  if (!pathname.startsWith(`${vendor.basePath}/`)) return refuse(vendor, noRoute(request.method, pathname));
  const key = /^Bearer (.+)$/.exec(request.headers.get("authorization") ?? "")?.[1];
  if (key === undefined) return refuse(vendor, vendor.noKey);
  if (key !== vendor.key) return refuse(vendor, vendor.wrongKey(key));
  const call = `${request.method} ${pathname.slice(vendor.basePath.length)}`;
  if (call === "POST /chat/completions") return chat(played, request, tools);
  if (call === "POST /embeddings") return embed(vendor, request);
  if (call === "GET /models") return Response.json({ object: "list", data: vendor.models.map(wireModel) });
  if (call.startsWith("GET /models/")) return oneModel(vendor, decodeURIComponent(call.slice("GET /models/".length)));
  return refuse(vendor, noRoute(request.method, pathname));
}

async function chat({ vendor, script, quota, sleep }: Played, request: Request, tools: SimulatorTools): Promise<Response> {
  const body = await readBody(request, vendor.requestSchema);
  if ("error" in body) return refuse(vendor, body.error);
  const model = vendor.models.find(({ id, dimensions }) => id === body.value.model && dimensions === undefined);
  if (model === undefined) return refuse(vendor, noModel(body.value.model));
  const refusal = vendor.refuses(body.value, model);
  if (refusal !== undefined) return refuse(vendor, refusal);
  const asked = askedInChat(body.value);
  const taken = quota.take(tools.nowMs, countTokens(asked.prompt), script.limits());
  const quotaHeaders = vendor.quotaHeaders(taken);
  if (taken.isRefused) return refuse(vendor, vendor.tooMany(taken, model.id), { ...quotaHeaders, "retry-after": secondsOf(taken) });
  const said = answerAsked(asked, script.answerFor(asked));
  const completion = { id: `chatcmpl-${hexOf(tools)}`, createdSeconds: Math.floor(tools.nowMs / 1000), model: model.id };
  const headers = { ...vendor.headers(`req_${hexOf(tools)}`), ...quotaHeaders };
  if (body.value.stream !== true) return Response.json(vendor.finishBody(completionBody(said, completion), said, completion), { headers });
  const chunks = vendor.finishChunks(completionChunks(said, completion), said, body.value, completion);
  return eventStream([...chunks.map((chunk) => JSON.stringify(chunk)), "[DONE]"], script.paceFor(asked), sleep, headers);
}

async function embed(vendor: ChatVendor, request: Request): Promise<Response> {
  const body = await readBody(request, embeddingRequest);
  if ("error" in body) return refuse(vendor, body.error);
  const model = vendor.models.find(({ id }) => id === body.value.model);
  if (model?.dimensions === undefined) return refuse(vendor, noModel(body.value.model));
  const dimensions = body.value.dimensions ?? model.dimensions;
  const texts = [body.value.input].flat();
  const data = texts.map((text, index) => ({ object: "embedding", index, embedding: embeddingOf(text, dimensions) }));
  const tokens = texts.reduce((sum, text) => sum + countTokens(text), 0);
  return Response.json({ object: "list", data, model: model.id, usage: { prompt_tokens: tokens, total_tokens: tokens } });
}

function oneModel(vendor: ChatVendor, id: string): Response {
  const found = vendor.models.find((model) => model.id === id);
  return found === undefined ? refuse(vendor, noModel(id)) : Response.json(wireModel(found));
}

function wireModel(model: ChatModel) {
  return { id: model.id, object: "model", created: 1_700_000_000, owned_by: model.ownedBy };
}

function refuse(vendor: ChatVendor, error: ChatError, headers: Record<string, string> = {}): Response {
  return Response.json(vendor.errorBody(error), { status: error.status, headers });
}

type Body<Value> = { value: Value } | { error: ChatError };

async function readBody<Value>(request: Request, schema: z.ZodType<Value>): Promise<Body<Value>> {
  if (!/^application\/json\b/i.test(request.headers.get("content-type") ?? "")) {
    return { error: invalid("You must send a JSON body with content-type application/json.", null) };
  }
  let json: unknown;
  try {
    json = await request.json();
  } catch {
    return { error: invalid("We could not parse the JSON body of your request.", null) };
  }
  const parsed = schema.safeParse(json);
  return parsed.success ? { value: parsed.data } : { error: faultOf(parsed.error) };
}

function faultOf(error: z.ZodError): ChatError {
  const [issue] = error.issues;
  if (issue?.code === "unrecognized_keys") return invalid(`Unrecognized request argument supplied: ${issue.keys.join(", ")}`, null);
  const param = issue?.path.join(".") ?? "";
  return invalid(`Invalid value for '${param}': ${issue?.message ?? "not valid"}.`, param);
}

export function invalid(message: string, param: string | null, code: string | null = null): ChatError {
  return { status: 400, message, type: "invalid_request_error", param, code };
}

function noModel(model: string): ChatError {
  const message = `The model \`${model}\` does not exist or you do not have access to it.`;
  return { status: 404, message, type: "invalid_request_error", param: null, code: "model_not_found" };
}

function noRoute(method: string, path: string): ChatError {
  return { status: 404, message: `Unknown request URL: ${method} ${path}.`, type: "invalid_request_error", code: "unknown_url" };
}

function typeOfStatus(status: number): string {
  if (status === 429) return "rate_limit_exceeded";
  return status >= 500 ? "server_error" : "invalid_request_error";
}

function secondsOf(quota: QuotaAnswer): string {
  return String(Math.ceil(quota.resetMs / 1000));
}

function hexOf(tools: SimulatorTools): string {
  return Array.from({ length: 4 }, () =>
    Math.floor(tools.random() * 0x1_0000)
      .toString(16)
      .padStart(4, "0"),
  ).join("");
}

/** With JSON as the format, both refuse a prompt that never says so. */
export function forgotToSayJson(request: ChatRequest): boolean {
  return request.response_format?.type === "json_object" && !/json/i.test(JSON.stringify(request.messages));
}
