import { type Answered, answerAsked, type Asked, countTokens, partsOf } from "../../simulated-model.ts";
import type { Pace } from "../../simulated-script.ts";
import type { LiveHouse, LiveLine, Session } from "./live-types.ts";
import type { RealtimeInput, ToolResponse } from "./live-wire.ts";

const tokensPerFrame = { MEDIA_RESOLUTION_LOW: 66, MEDIA_RESOLUTION_MEDIUM: 258, MEDIA_RESOLUTION_HIGH: 1_120 } as const;
/** A tenth of a second of silence, 16 bits at 24 kHz. */
const soundOfAPart = "A".repeat(6_400);

/** What is seen is told through tools: nothing is said of a picture aloud. */
const framePrefix = "[video frame";

export function perceive(line: LiveLine, at: Session, input: RealtimeInput): void {
  if (input.activityStart !== undefined) interrupt(line, at);
  if (input.audio !== undefined) at.isAudioHeard = true;
  if (input.text !== undefined) return hear(line, at, input.text, true);
  if (input.video !== undefined) {
    at.frames += 1;
    // One look at a time: what is not answered yet is not asked again.
    if (at.tools.length > 0 && at.waiting.size === 0) answer(line, at, `${framePrefix} ${at.frames}]`);
  }
  if ((input.activityEnd === undefined && input.audioStreamEnd !== true) || !at.isAudioHeard) return;
  at.isAudioHeard = false;
  answer(line, at, "[speech]");
}

export function hear(line: LiveLine, at: Session, text: string, isWhole: boolean): void {
  if (text !== "") at.said.push(text);
  if (isWhole) answer(line, at, text);
}

function interrupt(line: LiveLine, at: Session): void {
  if (at.waiting.size > 0) cancel(line, at, [...at.waiting.keys()]);
  if (!at.isSpeaking || at.setup.realtimeInputConfig?.activityHandling === "NO_INTERRUPTION") return;
  at.turn += 1;
  at.isSpeaking = false;
  line.send({ serverContent: { interrupted: true } });
}

function cancel(line: LiveLine, at: Session, ids: string[]): void {
  for (const id of ids) {
    at.waiting.delete(id);
    at.cancelled.add(id);
  }
  line.send({ toolCallCancellation: { ids } });
}

function answer(line: LiveLine, at: Session, lastText: string, toolResults: string[] = []): void {
  const { script, live, nextId } = line.house;
  const asked = askedOf(at, lastText, toolResults);
  const said = answerAsked(asked, script.answerFor(asked));
  if (said.calls.length === 0) return void speak(line, at, said, script.paceFor(asked));
  const functionCalls = said.calls.map(({ name, input }) => ({ id: nextId(), name, args: input }));
  for (const { id, name } of functionCalls) at.waiting.set(id, name);
  line.send({ toolCall: { functionCalls }, usageMetadata: usageOf(at, asked, said) });
  const ids = functionCalls.map(({ id }) => id);
  if (live.cancelsCall()) cancel(line, at, ids);
}

export function takeToolResponse(line: LiveLine, at: Session, { functionResponses }: ToolResponse): void {
  // What was taken back may be answered all the same, by whoever had begun.
  const wanted = functionResponses.filter(({ id }) => !at.cancelled.has(id));
  if (wanted.some(({ id, name }) => at.waiting.get(id) !== name)) return line.end(1007, "No function call matches the response.");
  for (const { id, willContinue } of wanted) if (willContinue !== true) at.waiting.delete(id);
  const isToldAloud = wanted.some(({ name, scheduling }) => at.blocking.has(name) || scheduling !== "SILENT");
  const results = wanted.map(({ response }) => JSON.stringify(response));
  const before = at.said.at(-1) ?? "";
  at.said.push(...results);
  if (isToldAloud) answer(line, at, before, results);
}

async function speak(line: LiveLine, at: Session, said: Answered, pace: Pace): Promise<void> {
  const { house, send } = line;
  at.turn += 1;
  const { turn } = at;
  at.isSpeaking = true;
  const isTranscribed = at.setup.outputAudioTranscription !== undefined && house.live.isTranscribed();
  for (const [index, text] of partsOf(said.refusal ?? said.text).entries()) {
    if (pace.delayMs > 0) await house.sleep(pace.delayMs);
    if (!line.isOpen(at) || at.turn !== turn) return;
    if (index >= pace.cutAfterEvents) return line.end(1011, "Internal error encountered.");
    const sound = { inlineData: { mimeType: "audio/pcm;rate=24000", data: soundOfAPart } };
    send({ serverContent: { modelTurn: { role: "model", parts: [sound] } } });
    if (isTranscribed) send({ serverContent: { outputTranscription: { text } } });
  }
  at.isSpeaking = false;
  at.said.push(said.text);
  send({ serverContent: { generationComplete: true } });
  send({ serverContent: { turnComplete: true }, usageMetadata: usageOf(at, askedOf(at, "", []), said) });
  tellHandle(house, at, send);
}

function tellHandle(house: LiveHouse, at: Session, send: LiveLine["send"]): void {
  if (at.setup.sessionResumption === undefined) return;
  const newHandle = house.nextId();
  house.kept.set(newHandle, [...at.said]);
  send({ sessionResumptionUpdate: { newHandle, resumable: true } });
}

function askedOf({ tools, said, setup }: Session, lastText: string, toolResults: string[]): Asked {
  const { model, generationConfig } = setup;
  const prompt = [...said, lastText].join("\n");
  const maxOutputTokens = generationConfig?.maxOutputTokens;
  return {
    model,
    prompt,
    lastText,
    toolResults,
    json: undefined,
    tools,
    toolChoice: { kind: lastText.startsWith(framePrefix) && toolResults.length === 0 ? "required" : "auto" },
    maxOutputTokens,
  };
}

function usageOf({ frames, setup }: Session, { prompt }: Asked, { outputTokens }: Answered) {
  const text = countTokens(prompt);
  const video = frames * tokensPerFrame[setup.generationConfig?.mediaResolution ?? "MEDIA_RESOLUTION_MEDIUM"];
  return {
    promptTokenCount: text + video,
    responseTokenCount: outputTokens,
    totalTokenCount: text + video + outputTokens,
    promptTokensDetails: [{ modality: "TEXT", tokenCount: text }, ...(frames === 0 ? [] : [{ modality: "VIDEO", tokenCount: video }])],
    responseTokensDetails: [{ modality: "AUDIO", tokenCount: outputTokens }],
  };
}
