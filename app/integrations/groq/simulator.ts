import { z } from "zod";
import { usageOf } from "../simulated-chat.ts";
import { type ChatError, type ChatModel, type ChatVendor, createChatSimulator, forgotToSayJson, invalid } from "../simulated-chat-api.ts";
import { chatFields, type ChatRequest } from "../simulated-chat-wire.ts";
import type { Sleep } from "../simulated-events.ts";
import type { Answered } from "../simulated-model.ts";
import type { QuotaAnswer } from "../simulated-quota.ts";
import { faultInStrictSchema } from "../simulated-schema-rules.ts";
import type { Simulator } from "../simulator.ts";

export const groqLocalKey = "gsk_local_entrepot";

const models: ChatModel[] = [
  { id: "openai/gpt-oss-120b", ownedBy: "OpenAI", takesSchema: true },
  { id: "openai/gpt-oss-20b", ownedBy: "OpenAI", takesSchema: true },
  { id: "moonshotai/kimi-k2-instruct-0905", ownedBy: "Moonshot AI", takesSchema: true },
  { id: "meta-llama/llama-4-scout-17b-16e-instruct", ownedBy: "Meta", takesSchema: true },
  { id: "llama-3.3-70b-versatile", ownedBy: "Meta" },
  { id: "llama-3.1-8b-instant", ownedBy: "Meta" },
];

const requestSchema = z.strictObject({
  ...chatFields,
  include_reasoning: z.boolean().optional(),
  reasoning_format: z.enum(["parsed", "raw", "hidden"]).optional(),
  service_tier: z.enum(["on_demand", "performance", "flex", "auto"]).nullish(),
});

const vendor: ChatVendor = {
  vendor: "groq",
  title: "Groq",
  key: groqLocalKey,
  basePath: "/openai/v1",
  models,
  requestSchema,
  refuses,
  noKey: invalidKey(),
  wrongKey: invalidKey,
  tooMany: (quota, model) => ({
    status: 429,
    message: `Rate limit reached for model \`${model}\` in organization \`org_local\` on ${quota.over} per minute: Limit ${limitOf(quota)}. Please try again in ${quota.resetMs / 1000}s.`,
    type: quota.over,
    code: "rate_limit_exceeded",
  }),
  quotaHeaders,
  headers: (requestId) => ({ "x-request-id": requestId, "x-groq-region": "local" }),
  finishBody: (body, said, completion) => ({
    ...body,
    usage: timedUsage(said),
    usage_breakdown: null,
    system_fingerprint: "fp_local",
    x_groq: { id: `req_${completion.id.slice(-16)}` },
    service_tier: "on_demand",
  }),
  /** The first chunk names the request, and the last one carries the usage, whether it was asked for or not. */
  finishChunks(chunks, said, _request, completion) {
    const id = `req_${completion.id.slice(-16)}`;
    const head = { system_fingerprint: "fp_local" };
    return chunks.map((chunk, index) => {
      if (index === 0) return { ...chunk, ...head, x_groq: { id } };
      return index === chunks.length - 1 ? { ...chunk, ...head, x_groq: { id, usage: timedUsage(said) } } : { ...chunk, ...head };
    });
  },
  errorBody: ({ message, type, code, param }) => ({
    error: { message, type, ...(code === null ? {} : { code }), ...(typeof param === "string" ? { param } : {}) },
  }),
};

/** Plays Groq's chat completions and list of models. Wire checked on 2026-11-28. */
export function createGroqSimulator(sleep?: Sleep): Simulator {
  return createChatSimulator(vendor, sleep);
}

function refuses(request: ChatRequest, model: ChatModel): ChatError | undefined {
  const format = request.response_format;
  const isJson = format !== undefined && format.type !== "text";
  if (isJson && (request.tools ?? []).length > 0) return invalid("json mode cannot be combined with tool/function calling", null);
  if (forgotToSayJson(request)) {
    return invalid("'messages' must contain the word 'json' in some form, to use 'response_format' of type 'json_object'.", null);
  }
  if (format?.type !== "json_schema") return undefined;
  if (model.takesSchema !== true) {
    return invalid(
      "This model does not support response format `json_schema`. See supported models at https://console.groq.com/docs/structured-outputs#supported-models",
      "response_format",
    );
  }
  const fault = format.json_schema.strict === true ? faultInStrictSchema(format.json_schema.schema) : undefined;
  return fault === undefined
    ? undefined
    : invalid(`invalid JSON schema for response_format: '${format.json_schema.name}': ${fault}`, "response_format");
}

function invalidKey(): ChatError {
  return { status: 401, message: "Invalid API Key", type: "invalid_request_error", code: "invalid_api_key" };
}

function timedUsage(said: Answered): Record<string, number> {
  return { queue_time: 0.001, prompt_time: 0.001, completion_time: 0.002, total_time: 0.003, ...usageOf(said) };
}

function limitOf({ over, limits }: QuotaAnswer): number {
  return over === "requests" ? limits.requestsPerMinute : limits.tokensPerMinute;
}

function quotaHeaders({ limits, left, resetMs }: QuotaAnswer): Record<string, string> {
  return {
    "x-ratelimit-limit-requests": String(limits.requestsPerMinute),
    "x-ratelimit-limit-tokens": String(limits.tokensPerMinute),
    "x-ratelimit-remaining-requests": String(left.requestsPerMinute),
    "x-ratelimit-remaining-tokens": String(left.tokensPerMinute),
    "x-ratelimit-reset-requests": `${resetMs / 1000}s`,
    "x-ratelimit-reset-tokens": `${resetMs / 1000}s`,
  };
}
