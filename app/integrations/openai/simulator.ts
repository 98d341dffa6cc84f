import { z } from "zod";
import { usageOf } from "../simulated-chat.ts";
import { type ChatError, type ChatModel, type ChatVendor, createChatSimulator, forgotToSayJson, invalid } from "../simulated-chat-api.ts";
import { chatFields, type ChatRequest } from "../simulated-chat-wire.ts";
import type { Sleep } from "../simulated-events.ts";
import type { QuotaAnswer } from "../simulated-quota.ts";
import { faultInStrictSchema } from "../simulated-schema-rules.ts";
import type { Simulator } from "../simulator.ts";

export const openaiLocalKey = "sk-local-entrepot";

const ownedBy = "openai";
const models: ChatModel[] = [
  ...["gpt-4.1", "gpt-4.1-mini", "gpt-4.1-nano", "gpt-4o", "gpt-4o-mini"].map((id) => ({ id, ownedBy, takesSchema: true })),
  ...["gpt-5-mini", "gpt-5-nano", "gpt-6-luna", "gpt-6.1-terra"].map((id) => ({ id, ownedBy, takesSchema: true, reasons: true })),
  { id: "text-embedding-3-small", ownedBy, dimensions: 1536 },
  { id: "text-embedding-3-large", ownedBy, dimensions: 3072 },
];

const requestSchema = z.strictObject({
  ...chatFields,
  logit_bias: z.record(z.string(), z.number()).nullish(),
  logprobs: z.literal(false).nullish(),
  metadata: z.record(z.string(), z.string()).nullish(),
  prompt_cache_key: z.string().optional(),
  safety_identifier: z.string().optional(),
  store: z.boolean().nullish(),
  verbosity: z.enum(["low", "medium", "high"]).nullish(),
});

const vendor: ChatVendor = {
  vendor: "openai",
  title: "OpenAI",
  key: openaiLocalKey,
  basePath: "/v1",
  models,
  requestSchema,
  refuses,
  noKey: { ...unauthorized("You didn't provide an API key."), code: null },
  wrongKey: (key) =>
    unauthorized(`Incorrect API key provided: ${masked(key)}. You can find your API key at https://platform.openai.com/account/api-keys.`),
  tooMany: (quota, model) => ({
    status: 429,
    message: `Rate limit reached for ${model} in organization org-local on ${quota.over} per min. Please try again in ${spanOf(quota.resetMs)}.`,
    type: quota.over,
    param: null,
    code: "rate_limit_exceeded",
  }),
  quotaHeaders,
  headers: (requestId) => ({
    "x-request-id": requestId,
    "openai-version": "2020-10-01",
    "openai-organization": "org-local",
    "openai-processing-ms": "1",
  }),
  finishBody: (body, said) => ({
    ...body,
    usage: {
      ...usageOf(said),
      prompt_tokens_details: { cached_tokens: 0, audio_tokens: 0 },
      completion_tokens_details: { reasoning_tokens: 0, audio_tokens: 0, accepted_prediction_tokens: 0, rejected_prediction_tokens: 0 },
    },
    service_tier: "default",
    system_fingerprint: "fp_local",
  }),
  finishChunks(chunks, said, request, completion) {
    const named = chunks.map((chunk) => ({ ...chunk, service_tier: "default", system_fingerprint: "fp_local" }));
    if (request.stream_options?.include_usage !== true) return named;
    const head = { id: completion.id, object: "chat.completion.chunk", created: completion.createdSeconds, model: completion.model };
    return [...named.map((chunk) => ({ ...chunk, usage: null })), { ...head, choices: [], usage: usageOf(said) }];
  },
  errorBody: ({ message, type, code, param = null }) => ({ error: { message, type, param, code } }),
};

/** Plays OpenAI's chat completions, embeddings and list of models. Wire checked on 2026-11-28. */
export function createOpenaiSimulator(sleep?: Sleep): Simulator {
  return createChatSimulator(vendor, sleep);
}

function refuses(request: ChatRequest, model: ChatModel): ChatError | undefined {
  if (request.stream_options !== undefined && request.stream_options !== null && request.stream !== true) {
    return invalid("The 'stream_options' parameter is only allowed when 'stream' is enabled.", "stream_options");
  }
  if (model.reasons === true && typeof request.max_tokens === "number") {
    const message = "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.";
    return invalid(message, "max_tokens", "unsupported_parameter");
  }
  if (model.reasons === true && typeof request.temperature === "number" && request.temperature !== 1) {
    const message =
      "Unsupported value: 'temperature' does not support this value with this model. Only the default (1) value is supported.";
    return invalid(message, "temperature", "unsupported_value");
  }
  if (forgotToSayJson(request)) {
    const message = "'messages' must contain the word 'json' in some form, to use 'response_format' of type 'json_object'.";
    return invalid(message, "messages");
  }
  const format = request.response_format;
  const fault =
    format?.type === "json_schema" && format.json_schema.strict === true ? faultInStrictSchema(format.json_schema.schema) : undefined;
  if (fault === undefined || format?.type !== "json_schema") return undefined;
  return invalid(`Invalid schema for response_format '${format.json_schema.name}': ${fault}`, "response_format");
}

function unauthorized(message: string): ChatError {
  return { status: 401, message, type: "invalid_request_error", param: null, code: "invalid_api_key" };
}

function masked(key: string): string {
  return key.length <= 8 ? "****" : `${key.slice(0, 4)}${"*".repeat(8)}${key.slice(-4)}`;
}

function quotaHeaders({ limits, left, resetMs }: QuotaAnswer): Record<string, string> {
  return {
    "x-ratelimit-limit-requests": String(limits.requestsPerMinute),
    "x-ratelimit-limit-tokens": String(limits.tokensPerMinute),
    "x-ratelimit-remaining-requests": String(left.requestsPerMinute),
    "x-ratelimit-remaining-tokens": String(left.tokensPerMinute),
    "x-ratelimit-reset-requests": spanOf(resetMs),
    "x-ratelimit-reset-tokens": spanOf(resetMs),
  };
}

function spanOf(ms: number): string {
  return ms < 1000 ? `${ms}ms` : `${ms / 1000}s`;
}
