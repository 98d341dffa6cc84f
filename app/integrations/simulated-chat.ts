import { type Answered, type Asked, partsOf, type ToolChoice } from "./simulated-model.ts";
import type { ChatRequest } from "./simulated-chat-wire.ts";

export type Completion = { id: string; createdSeconds: number; model: string };
export type Usage = { prompt_tokens: number; completion_tokens: number; total_tokens: number };

type Content = ChatRequest["messages"][number]["content"];

/** What a chat request asks, without its wire. */
export function askedInChat(request: ChatRequest): Asked {
  const lastUser = request.messages.findLastIndex(({ role }) => role === "user");
  const format = request.response_format;
  return {
    model: request.model,
    prompt: request.messages.map(({ content }) => textOf(content)).join("\n"),
    lastText: textOf(request.messages[lastUser]?.content),
    toolResults: request.messages.slice(lastUser + 1).flatMap((one) => (one.role === "tool" ? [textOf(one.content)] : [])),
    json: jsonAskedIn(format),
    tools: (request.tools ?? []).map((tool) => ({ name: tool.function.name, parameters: tool.function.parameters })),
    toolChoice: choiceOf(request.tool_choice),
    maxOutputTokens: request.max_completion_tokens ?? request.max_tokens ?? undefined,
  };
}

function jsonAskedIn(format: ChatRequest["response_format"]): Asked["json"] {
  if (format === undefined || format.type === "text") return undefined;
  return { schema: format.type === "json_schema" ? format.json_schema.schema : undefined };
}

export function choiceOf(choice: ChatRequest["tool_choice"]): ToolChoice {
  if (choice === undefined) return { kind: "auto" };
  return typeof choice === "string" ? { kind: choice } : { kind: "named", name: choice.function.name };
}

function textOf(content: Content): string {
  if (content === undefined || content === null) return "";
  if (typeof content === "string") return content;
  return content.map((part) => (part.type === "text" ? part.text : "")).join("\n");
}

export function usageOf({ promptTokens, outputTokens }: Answered): Usage {
  return { prompt_tokens: promptTokens, completion_tokens: outputTokens, total_tokens: promptTokens + outputTokens };
}

export function completionBody(said: Answered, completion: Completion): Record<string, unknown> {
  const message = {
    role: "assistant",
    content: (said.calls.length > 0 && said.text === "") || said.refusal !== undefined ? null : said.text,
    ...(said.refusal === undefined ? {} : { refusal: said.refusal }),
    ...(said.calls.length === 0 ? {} : { tool_calls: wireCalls(said, completion) }),
  };
  return {
    ...headOf(completion, "chat.completion"),
    choices: [{ index: 0, message, logprobs: null, finish_reason: finishOf(said) }],
    usage: usageOf(said),
  };
}

/** The chunks of a streamed answer, without what vendors add to the first and the last. */
export function completionChunks(said: Answered, completion: Completion): Record<string, unknown>[] {
  const chunk = (delta: unknown, finish: string | null = null) => ({
    ...headOf(completion, "chat.completion.chunk"),
    choices: [{ index: 0, delta, logprobs: null, finish_reason: finish }],
  });
  return [
    chunk({ role: "assistant", content: "" }),
    ...partsOf(said.text).map((content) => chunk({ content })),
    ...partsOf(said.refusal ?? "").map((refusal) => chunk({ refusal })),
    ...wireCalls(said, completion).flatMap((call, index) => [
      chunk({ tool_calls: [{ index, ...call, function: { ...call.function, arguments: "" } }] }),
      ...partsOf(call.function.arguments).map((part) => chunk({ tool_calls: [{ index, function: { arguments: part } }] })),
    ]),
    chunk({}, finishOf(said)),
  ];
}

function wireCalls(said: Answered, { id }: Completion) {
  return said.calls.map((call, index) => ({
    id: `call_${id.slice(-8)}${index}`,
    type: "function",
    function: { name: call.name, arguments: JSON.stringify(call.input) },
  }));
}

function headOf({ id, createdSeconds, model }: Completion, object: string): Record<string, unknown> {
  return { id, object, created: createdSeconds, model };
}

function finishOf({ finish }: Answered): string {
  switch (finish) {
    case "length":
      return "length";
    case "tool-calls":
      return "tool_calls";
    case "stop":
    case "refused":
      return "stop";
    default:
      return finish satisfies never;
  }
}
