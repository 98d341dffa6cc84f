import { type Answered, type Asked, partsOf, type ToolChoice } from "../../simulated-model.ts";
import type { GenerateRequest, Part } from "./wire.ts";

export type GeminiError = { status: number; name: string; message: string; details?: unknown[] };

const nameOfStatus: Record<number, string> = {
  400: "INVALID_ARGUMENT",
  401: "UNAUTHENTICATED",
  403: "PERMISSION_DENIED",
  404: "NOT_FOUND",
  408: "DEADLINE_EXCEEDED",
  409: "ABORTED",
  429: "RESOURCE_EXHAUSTED",
  500: "INTERNAL",
  503: "UNAVAILABLE",
  504: "DEADLINE_EXCEEDED",
};

export function errorBody({ status, name, message, details }: GeminiError): unknown {
  return { error: { code: status, message, status: name, ...(details === undefined ? {} : { details }) } };
}

export function errorOf(status: number, message: string, details?: unknown[]): GeminiError {
  return { status, name: nameOfStatus[status] ?? "UNKNOWN", message, ...(details === undefined ? {} : { details }) };
}

/** A key that is not one is a bad argument here, not a missing right. */
export const wrongKey = errorOf(400, "API key not valid. Please pass a valid API key.", [
  {
    "@type": "type.googleapis.com/google.rpc.ErrorInfo",
    reason: "API_KEY_INVALID",
    domain: "googleapis.com",
    metadata: { service: "generativelanguage.googleapis.com" },
  },
]);

export const noKey = errorOf(
  403,
  "Method doesn't allow unregistered callers (callers without established identity). Please use API Key or other form of API consumer identity to call this API.",
);

export function asked(model: string, request: GenerateRequest): Asked {
  const lastUser = request.contents.findLastIndex(({ role, parts }) => role !== "model" && parts.some((part) => "text" in part));
  const config = request.generationConfig;
  return {
    model,
    prompt: [...(request.systemInstruction?.parts ?? []), ...request.contents.flatMap(({ parts }) => parts)].map(textOf).join("\n"),
    lastText: (request.contents[lastUser]?.parts ?? []).map(textOf).join("\n"),
    toolResults: request.contents
      .slice(lastUser + 1)
      .flatMap(({ parts }) =>
        parts.flatMap((part) => ("functionResponse" in part ? [JSON.stringify(part.functionResponse.response)] : [])),
      ),
    json: config?.responseMimeType === "application/json" ? { schema: config.responseJsonSchema ?? config.responseSchema } : undefined,
    tools: (request.tools ?? []).flatMap(({ functionDeclarations }) =>
      functionDeclarations.map(({ name, parameters, parametersJsonSchema }) => ({ name, parameters: parametersJsonSchema ?? parameters })),
    ),
    toolChoice: choiceOf(request),
    maxOutputTokens: config?.maxOutputTokens,
  };
}

function choiceOf({ toolConfig }: GenerateRequest): ToolChoice {
  const { mode = "AUTO", allowedFunctionNames = [] } = toolConfig?.functionCallingConfig ?? {};
  if (mode === "NONE") return { kind: "none" };
  const [only, ...others] = allowedFunctionNames;
  if (mode === "ANY" && only !== undefined && others.length === 0) return { kind: "named", name: only };
  return { kind: mode === "ANY" ? "required" : "auto" };
}

function textOf(part: Part): string {
  if ("functionResponse" in part) return JSON.stringify(part.functionResponse.response);
  return "text" in part ? part.text : "";
}

export type Answering = { responseId: string; modelVersion: string };

export function wholeAnswer(said: Answered, answering: Answering): Record<string, unknown> {
  return response(said, answering, partsOfAnswer(said, [said.text]), finishOf(said));
}

/** One piece of text an event; only the last one says how it ended. Usage grows with them. */
export function streamedAnswers(said: Answered, answering: Answering): Record<string, unknown>[] {
  const texts = said.refusal !== undefined ? [] : partsOf(said.text).slice(0, -1);
  const last = said.text.slice(texts.join("").length);
  return [
    ...texts.map((text) => response(said, answering, [{ text }], undefined)),
    response(said, answering, partsOfAnswer(said, [last]), finishOf(said)),
  ];
}

function partsOfAnswer(said: Answered, texts: string[]): unknown[] {
  if (said.refusal !== undefined) return [];
  const spoken = texts.filter((text) => text !== "" || said.calls.length === 0).map((text) => ({ text }));
  return [...spoken, ...said.calls.map((call) => ({ functionCall: { name: call.name, args: call.input } }))];
}

function response(said: Answered, { responseId, modelVersion }: Answering, parts: unknown[], finishReason: string | undefined) {
  const content = parts.length === 0 ? {} : { content: { parts, role: "model" } };
  return {
    candidates: [{ ...content, ...(finishReason === undefined ? {} : { finishReason }), index: 0 }],
    usageMetadata: {
      promptTokenCount: said.promptTokens,
      candidatesTokenCount: said.outputTokens,
      totalTokenCount: said.promptTokens + said.outputTokens,
      promptTokensDetails: [{ modality: "TEXT", tokenCount: said.promptTokens }],
    },
    modelVersion,
    responseId,
  };
}

function finishOf({ finish }: Answered): string {
  switch (finish) {
    case "length":
      return "MAX_TOKENS";
    case "refused":
      return "SAFETY";
    case "stop":
    case "tool-calls":
      return "STOP";
    default:
      return finish satisfies never;
  }
}
