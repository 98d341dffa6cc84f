import type { z } from "zod";
import { choiceOf, usageOf } from "../simulated-chat.ts";
import { embeddingOf } from "../simulated-embedding.ts";
import { eventStream, type Sleep, sleepForReal } from "../simulated-events.ts";
import { type Answered, answerAsked, type Asked, countTokens, partsOf } from "../simulated-model.ts";
import { createQuota } from "../simulated-quota.ts";
import { createModelScript } from "../simulated-script.ts";
import type { Simulator, SimulatorTools } from "../simulator.ts";
import { embedRunRequest, type RunRequest, runRequest } from "./simulator/wire.ts";

export const workersAiLocalAccount = "local";
export const workersAiLocalToken = "local-workers-ai-token";

const generating = [
  "@cf/openai/gpt-oss-120b",
  "@cf/openai/gpt-oss-20b",
  "@cf/meta/llama-3.3-70b-instruct-fp8-fast",
  "@cf/meta/llama-3.1-8b-instruct-fp8-fast",
  "@cf/google/gemma-3-12b-it",
];
const embedding = new Map([
  ["@cf/google/embeddinggemma-300m", 768],
  ["@cf/baai/bge-base-en-v1.5", 768],
  ["@cf/baai/bge-m3", 1024],
]);
const path = /^\/client\/v4\/accounts\/([^/]+)\/ai\/(.+)$/;

type CloudflareError = { status: number; code: number; message: string };
const wrongToken: CloudflareError = { status: 401, code: 10_000, message: "Authentication error" };
const noRoute: CloudflareError = {
  status: 404,
  code: 7003,
  message: "Could not route to the path, perhaps your object identifier is invalid?",
};

/** Plays Workers AI over REST: text, streams, embeddings and the list of models. Wire checked on 2026-11-28. */
export function createWorkersAiSimulator(sleep: Sleep = sleepForReal): Simulator {
  const script = createModelScript("workers-ai");
  const quota = createQuota();

  function run(model: string, body: unknown, tools: SimulatorTools): Response {
    const dimensions = embedding.get(model);
    if (dimensions !== undefined) return embed(body, dimensions);
    if (!generating.includes(model)) return refuse({ status: 404, code: 5007, message: `No such model ${model} or task` });
    const parsed = runRequest.safeParse(body);
    if (!parsed.success) return refuse(faultOf(parsed.error));
    const question = asked(model, parsed.data);
    const taken = quota.take(tools.nowMs, countTokens(question.prompt), script.limits());
    if (taken.isRefused) return refuse({ status: 429, code: 3040, message: "Capacity temporarily exceeded, please try again." });
    const said = answerAsked(question, script.answerFor(question));
    if (parsed.data.stream !== true) return succeed(resultOf(said, question));
    return eventStream(eventsOf(said), script.paceFor(question), sleep);
  }

  return {
    vendor: "workers-ai",
    title: "Workers AI",
    reset() {
      script.reset();
      quota.reset();
    },
    state: () => ({ models: [...generating, ...embedding.keys()], ...script.state() }),
    act: (action, input) => script.act(action, input),
    connect: (mountedAt) => ({ "base URL": `${mountedAt}/client/v4/accounts/${workersAiLocalAccount}/ai`, key: workersAiLocalToken }),
    faultBody: (status) => failureBody({ status, code: status === 429 ? 3040 : 3043, message: "Injected fault." }),
    async fetch(request, tools) {
      const [, account, rest = ""] = path.exec(new URL(request.url).pathname) ?? [];
      if (account === undefined) return refuse(noRoute);
      if (request.headers.get("authorization") !== `Bearer ${workersAiLocalToken}`) return refuse(wrongToken);
      if (account !== workersAiLocalAccount) return refuse({ ...wrongToken, status: 403 });
      if (request.method === "GET" && rest === "models/search")
        return succeed([...generating, ...embedding.keys()].map((name) => ({ name })));
      if (request.method !== "POST" || !rest.startsWith("run/")) return refuse(noRoute);
      return run(decodeURIComponent(rest.slice("run/".length)), await readJson(request), tools);
    },
  };
}

function asked(model: string, request: RunRequest): Asked {
  const lastUser = request.messages.findLastIndex(({ role }) => role === "user");
  const format = request.response_format;
  return {
    model,
    prompt: request.messages.map(textOf).join("\n"),
    lastText:
      lastUser === -1
        ? ""
        : request.messages
            .slice(lastUser, lastUser + 1)
            .map(textOf)
            .join(""),
    toolResults: request.messages.slice(lastUser + 1).flatMap((one) => (one.role === "tool" ? [one.content] : [])),
    json: format === undefined ? undefined : { schema: format.json_schema },
    tools: (request.tools ?? []).map((tool) => ({ name: tool.function.name, parameters: tool.function.parameters })),
    toolChoice: choiceOf(request.tool_choice),
    maxOutputTokens: request.max_tokens,
  };
}

function textOf({ content }: RunRequest["messages"][number]): string {
  if (content === undefined || content === null) return "";
  return typeof content === "string" ? content : content.map((part) => (part.type === "text" ? part.text : "")).join("\n");
}

/** Its own shape: the text at the top, a call's arguments as an object, and with a schema the object itself. */
function resultOf(said: Answered, question: Asked): Record<string, unknown> {
  const usage = usageOf(said);
  if (said.calls.length > 0) {
    const calls = said.calls.map((call) => ({ name: call.name, arguments: call.input }));
    return { response: said.text === "" ? null : said.text, tool_calls: calls, usage };
  }
  const text = said.refusal ?? said.text;
  return { response: question.json === undefined ? text : objectIn(text), tool_calls: [], usage };
}

function objectIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function eventsOf(said: Answered): string[] {
  const calls = said.calls.map((call, index) => ({
    index,
    id: `call_${index}`,
    type: "function",
    function: { name: call.name, arguments: JSON.stringify(call.input) },
  }));
  return [
    ...partsOf(said.refusal ?? said.text).map((response) => JSON.stringify({ response, p: "abcdef" })),
    ...(calls.length === 0 ? [] : [JSON.stringify({ response: "", tool_calls: calls })]),
    JSON.stringify({ response: "", usage: usageOf(said) }),
    "[DONE]",
  ];
}

function embed(body: unknown, dimensions: number): Response {
  const parsed = embedRunRequest.safeParse(body);
  if (!parsed.success) return refuse(faultOf(parsed.error));
  const data = [parsed.data.text].flat().map((text) => embeddingOf(text, dimensions));
  return succeed({ shape: [data.length, dimensions], data, pooling: parsed.data.pooling ?? "mean" });
}

function succeed(result: unknown): Response {
  return Response.json({ result, success: true, errors: [], messages: [] });
}

function refuse(error: CloudflareError): Response {
  return Response.json(failureBody(error), { status: error.status });
}

function failureBody({ code, message }: CloudflareError): unknown {
  return { result: {}, success: false, errors: [{ code, message }], messages: [] };
}

function faultOf(error: z.ZodError): CloudflareError {
  const [issue] = error.issues;
  return { status: 400, code: 5006, message: `AiError: Bad input: Error: ${issue?.path.join("/") ?? ""} ${issue?.message ?? "not valid"}` };
}

async function readJson(request: Request): Promise<unknown> {
  try {
    return await request.json();
  } catch {
    return undefined;
  }
}
