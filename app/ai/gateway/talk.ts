import type { ToolSet } from "ai";
import type { Asker } from "#app/domain/ai/ports.ts";
import type { Talk, Talked, TalkMessage, TalkReason, TalkTool } from "#app/domain/ai/talk.ts";
import { GatewayError } from "./errors.ts";
import { fencedData, fencedInstructions, fenceToken } from "./fence.ts";
import { createGateway } from "./gateway.ts";
import type { Answered, House } from "./house.ts";
import { untraced } from "./untraced.ts";

/** A model that asks the same again was not listening; one that does so twice will not stop by itself. */
const mostRepeats = 2;
const longestResult = 60_000;

/** The model went round in circles. */
class LoopError extends Error {
  override name = "LoopError";
}

/** Where a talk stands. `hasCalled`: its last step asked for tools. */
type Progress = {
  answered?: Answered;
  lastCallId: string | null;
  fault?: unknown;
  isStopped: boolean;
  endedWith?: string;
  hasCalled: boolean;
};

/** A model answers in its own words and looks things up on the way. What it or its provider does never throws. */
export async function talkWithTools(house: House, asker: Asker, talk: Talk): Promise<Talked> {
  const progress: Progress = { lastCallId: null, isStopped: false, hasCalled: false };
  try {
    await runTalk(house, asker, talk, progress);
  } catch (error) {
    progress.fault ??= error;
  }
  const { answered, fault, endedWith, hasCalled } = progress;
  if (talk.signal.aborted || progress.isStopped) return ended("stopped", progress);
  if (fault !== undefined) return failed(house, progress);
  if (hasCalled) return ended("loop", progress);
  if (endedWith === "content-filter") return ended("refused", progress);
  if (answered === undefined) return ended("unavailable", progress);
  return { source: "model", ...answered };
}

function ended(reason: TalkReason, { lastCallId }: Progress): Talked {
  return { source: "rules", reason, callId: lastCallId };
}

function failed(house: House, progress: Progress): Talked {
  const { fault } = progress;
  if (fault instanceof LoopError) return ended("loop", progress);
  if (fault instanceof GatewayError) {
    const isLogged = fault.outcome !== "no-models" && fault.callId !== "";
    return { source: "rules", reason: fault.reason, callId: isLogged ? fault.callId : progress.lastCallId };
  }
  house.logger.error({ event: "unexpected.error", where: "ai-talk", error: fault });
  return ended("unavailable", progress);
}

/** The SDK is loaded with the first talk, as with the first question. */
async function runTalk(house: House, asker: Asker, talk: Talk, progress: Progress): Promise<void> {
  const { streamText, isStepCount, ToolChoiceViolationError } = await import("ai");
  const token = fenceToken(house.ids);
  const working = new AbortController();
  const onAnswered = (by: Answered) => {
    progress.answered = by;
    progress.lastCallId = by.callId;
  };
  const { name, version, instructions } = talk.prompt;
  const result = streamText({
    model: createGateway(house, { asker, prompt: { name, version }, answerKey: null, onAnswered }).languageModel(talk.purpose),
    instructions: fencedInstructions(instructions, token),
    messages: talk.messages.map((message) => ({ role: message.role, content: contentOf(message, token) })),
    tools: toolsOf(talk.tools, { token, giveUp: (error) => stopWith(error, progress, working) }),
    stopWhen: isStepCount(talk.mostSteps),
    prepareStep: ({ stepNumber }) => {
      const persona = talk.persona?.();
      return {
        ...(persona === undefined
          ? {}
          : { instructions: fencedInstructions(persona.instructions, token), activeTools: [...persona.tools] }),
        // The last time it may only answer.
        ...(stepNumber >= talk.mostSteps - 1 ? { toolChoice: "none" } : {}),
      };
    },
    abortSignal: AbortSignal.any([talk.signal, working.signal]),
    maxRetries: 0,
    ...untraced,
    onError: ({ error }) => {
      progress.fault ??= ToolChoiceViolationError.isInstance(error) ? new LoopError("it was to answer and asked again") : error;
    },
  });
  for await (const part of result.stream) {
    if (part.type === "text-delta" && part.text !== "") await talk.onText(part.text);
    else if (part.type === "abort") progress.isStopped = progress.fault === undefined;
    else if (part.type === "start-step") progress.hasCalled = false;
    // Not every vendor says that its answer ended with calls.
    else if (part.type === "tool-call") progress.hasCalled = true;
    else if (part.type === "finish-step") progress.endedWith = part.finishReason;
    if (progress.fault !== undefined) working.abort();
  }
}

function stopWith(error: unknown, progress: Progress, working: AbortController): void {
  progress.fault ??= error;
  working.abort();
}

function contentOf({ text, data }: TalkMessage, token: string): string {
  return data === undefined ? text : `${text}\n\n${fencedData(data, token)}`;
}

type Rules = { token: string; giveUp: (error: unknown) => void };

function toolsOf(tools: readonly TalkTool[], { token, giveUp }: Rules): ToolSet {
  const asked = new Set<string>();
  let repeats = 0;
  const run = async (tool: TalkTool, input: unknown, callId: string): Promise<string> => {
    const call = `${tool.name} ${stableText(input)}`;
    if (asked.has(call)) {
      repeats += 1;
      if (repeats >= mostRepeats) giveUp(new LoopError("the same was asked again and again"));
      return "You have asked this before, with the same input. Its answer stands above: go on with it.";
    }
    asked.add(call);
    try {
      return fencedData(JSON.stringify(await tool.run(input, callId)).slice(0, longestResult), token);
    } catch (error) {
      giveUp(error);
      throw error;
    }
  };
  return Object.fromEntries(
    tools.map((tool) => {
      const { name, description, input: inputSchema } = tool;
      return [
        name,
        { description, inputSchema, execute: (input: unknown, { toolCallId }: { toolCallId: string }) => run(tool, input, toolCallId) },
      ];
    }),
  );
}

/** The same input in another order of its fields is the same. */
function stableText(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (typeof part !== "object" || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).toSorted(([one], [other]) => one.localeCompare(other)));
  });
}
