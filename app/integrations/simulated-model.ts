import { excerptOf, instanceOf, isNode } from "./simulated-instance.ts";
import type { Scripted } from "./simulated-script.ts";

/** A tool as the request declares it. */
export type AskedTool = { name: string; parameters: unknown };
export type ToolChoice = { kind: "auto" | "none" | "required" } | { kind: "named"; name: string };

/** What a request asks of a model, whichever wire it came over. */
export type Asked = {
  model: string;
  /** All that is read, instructions included: it is what tokens are counted of. */
  prompt: string;
  /** The last thing the person said. */
  lastText: string;
  /** What tools answered since then; with any, the model sums up instead of calling again. */
  toolResults: string[];
  /** A schema of undefined: an object is asked for, and the prompt may say which. */
  json: { schema: unknown } | undefined;
  tools: AskedTool[];
  toolChoice: ToolChoice;
  maxOutputTokens: number | undefined;
};

export type ToolCall = { name: string; input: unknown };
export type Answered = {
  text: string;
  calls: ToolCall[];
  refusal: string | undefined;
  finish: "stop" | "length" | "tool-calls" | "refused";
  promptTokens: number;
  outputTokens: number;
};

const lettersPerToken = 4;
const partLetters = 16;

/** What the model says: what was scripted, or else an answer worked out from the request alone. */
export function answerAsked(asked: Asked, scripted: Scripted | undefined): Answered {
  const promptTokens = countTokens(asked.prompt);
  const said = scripted === undefined ? byItself(asked) : asScripted(asked, scripted);
  const written = said.text + said.calls.map((call) => call.name + JSON.stringify(call.input)).join("") + (said.refusal ?? "");
  const outputTokens = countTokens(written);
  const limit = asked.maxOutputTokens;
  if (limit !== undefined && outputTokens > limit) {
    return {
      text: said.text.slice(0, limit * lettersPerToken),
      calls: [],
      refusal: undefined,
      finish: "length",
      promptTokens,
      outputTokens: limit,
    };
  }
  return { ...said, finish: finishOf(said), promptTokens, outputTokens };
}

export function countTokens(text: string): number {
  return Math.ceil(text.length / lettersPerToken);
}

/** The pieces a text is streamed in: cut between words where there are any. */
export function partsOf(text: string): string[] {
  const parts: string[] = [];
  let part = "";
  for (const word of text.match(/\S+\s*|\s+/g) ?? []) {
    part += word;
    if (part.length < partLetters) continue;
    parts.push(part);
    part = "";
  }
  return part === "" ? parts : [...parts, part];
}

type Said = Pick<Answered, "text" | "calls" | "refusal">;

function byItself(asked: Asked): Said {
  const tool = toolToCall(asked);
  if (tool !== undefined) return { text: "", calls: [callOf(tool, asked)], refusal: undefined };
  if (asked.json !== undefined)
    return plain(JSON.stringify(instanceOf(asked.json.schema ?? schemaIn(asked.prompt), fencedIn(asked.lastText)) ?? {}));
  const source = asked.toolResults.length > 0 ? asked.toolResults.join(" ") : fencedIn(asked.lastText);
  return plain(`Simulated answer: ${excerptOf(source, 240)}`);
}

function asScripted(asked: Asked, scripted: Scripted): Said {
  switch (scripted.kind) {
    case "text":
      return plain(scripted.text);
    case "json":
      return plain(JSON.stringify(scripted.json));
    case "tools":
      return {
        text: scripted.text ?? "",
        calls: scripted.tools.map((tool) => ({ name: tool.name, input: tool.arguments })),
        refusal: undefined,
      };
    case "refusal":
      return { text: "", calls: [], refusal: scripted.text };
    case "invalid-json":
      return plain(`{"almost": "${excerptOf(fencedIn(asked.lastText), 40).replaceAll('"', "")}`);
    case "wrong-schema":
      return plain(JSON.stringify({ unexpected: true }));
    default:
      return scripted satisfies never;
  }
}

function plain(text: string): Said {
  return { text, calls: [], refusal: undefined };
}

function finishOf(said: Said): Answered["finish"] {
  if (said.refusal !== undefined) return "refused";
  return said.calls.length > 0 ? "tool-calls" : "stop";
}

/** Left to itself a model calls the tool that the person named, once. */
function toolToCall({ tools, toolChoice, toolResults, lastText }: Asked): AskedTool | undefined {
  if (toolChoice.kind === "none") return undefined;
  if (toolChoice.kind === "named") return tools.find((tool) => tool.name === toolChoice.name);
  const named = tools.find(
    (tool) => lastText.toLowerCase().includes(tool.name.toLowerCase().replaceAll("_", " ")) || lastText.includes(tool.name),
  );
  if (toolChoice.kind === "required") return named ?? tools[0];
  return toolResults.length === 0 ? named : undefined;
}

function callOf(tool: AskedTool, asked: Asked): ToolCall {
  return { name: tool.name, input: instanceOf(tool.parameters, fencedIn(asked.lastText)) ?? {} };
}

const fences = [/<([a-z][\w-]*)\b[^>]*>\s*([\s\S]*?)\s*<\/\1>/i, /(`{3,})\w*\n([\s\S]*?)\n\1/];

/** The data inside the first fence of a prompt; without a fence, all of it. */
function fencedIn(text: string): string {
  for (const fence of fences) {
    const inside = fence.exec(text)?.[2];
    if (inside !== undefined && inside !== "") return inside;
  }
  return text;
}

/** The schema that a prompt tells in words, on a line of its own. */
function schemaIn(prompt: string): unknown {
  for (const line of prompt.split("\n")) {
    const value = line.startsWith("{") ? parsed(line) : undefined;
    if (isNode(value) && "properties" in value) return value;
  }
  return undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
