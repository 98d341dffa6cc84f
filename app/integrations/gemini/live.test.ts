import { expect, test } from "vitest";
import type { SimulatorTools, SocketPeer, VendorSocket } from "../simulator.ts";
import { createGeminiSimulator, geminiLocalKey } from "./simulator.ts";

type Message = Record<string, unknown>;
const path = "ws/google.ai.generativelanguage.v1beta.GenerativeService.BidiGenerateContent";
const setup = { model: "models/gemini-3.8-live", generationConfig: { responseModalities: ["AUDIO"] }, outputAudioTranscription: {} };
const observe = {
  functionDeclarations: [
    { name: "observe", parametersJsonSchema: { type: "object", properties: { people: { type: "integer" } }, required: ["people"] } },
  ],
};
const frame = { realtimeInput: { video: { mimeType: "image/jpeg", data: "AAAA" } } };

function open(
  input: { setup?: object; key?: string; simulator?: ReturnType<typeof createGeminiSimulator>; clock?: { nowMs: number } } = {},
) {
  const simulator = input.simulator ?? createGeminiSimulator(() => Promise.resolve());
  const clock = input.clock ?? { nowMs: 0 };
  let drawn = 0;
  const tools = (): SimulatorTools => ({ nowMs: clock.nowMs, random: () => (drawn += 0.001), sendWebhook: () => undefined });
  const heard: Message[] = [];
  const closed: { code: number; reason: string }[] = [];
  const peer: SocketPeer = {
    send: (text) => heard.push(JSON.parse(text) as Message),
    close: (code, reason) => void closed.push({ code, reason }),
  };
  const taken = simulator.accept?.(new Request(`http://g/${path}?key=${input.key ?? geminiLocalKey}`), tools, peer);
  if (taken === undefined || taken instanceof Response) throw new Error("no socket");
  const socket: VendorSocket = taken;
  const say = async (message: object) => {
    socket.onMessage(JSON.stringify(message));
    await Promise.resolve();
  };
  const act = (action: string, more: Record<string, unknown> = {}) => simulator.act?.(action, more, tools());
  return { simulator, clock, heard, closed, say, act, socket };
}

async function started(more: object = {}, rest: Parameters<typeof open>[0] = {}) {
  const line = open(rest);
  await line.say({ setup: { ...setup, ...more } });
  expect(line.heard.shift()).toEqual({ setupComplete: {} });
  return line;
}

const texts = (heard: Message[]) =>
  heard.flatMap(({ serverContent }) => {
    const { outputTranscription } = (serverContent ?? {}) as { outputTranscription?: { text: string } };
    return outputTranscription === undefined ? [] : [outputTranscription.text];
  });
const callOf = (heard: Message[]) => {
  const found = heard.findLast((message) => "toolCall" in message) as
    | { toolCall: { functionCalls: { id: string; name: string }[] } }
    | undefined;
  const [call] = found?.toolCall.functionCalls ?? [];
  if (call === undefined) throw new Error("no call");
  return call;
};

test("a text is answered aloud, with its words beside, and the turn is counted", async () => {
  const { act, say, heard } = await started();
  act("script", { text: "Three people wait at the counter." });
  await say({ clientContent: { turns: [{ role: "user", parts: [{ text: "Who is there?" }] }], turnComplete: true } });
  expect(texts(heard).join("")).toBe("Three people wait at the counter.");
  expect(JSON.stringify(heard[0])).toContain("audio/pcm;rate=24000");
  expect(heard.at(-2)).toEqual({ serverContent: { generationComplete: true } });
  expect(heard.at(-1)).toMatchObject({ serverContent: { turnComplete: true }, usageMetadata: { responseTokenCount: 9 } });
});

test("pictures lead to calls of the tool, one at a time, and silent answers stay silent", async () => {
  const { say, heard } = await started({ tools: [observe] });
  await say(frame);
  await say(frame);
  expect(heard).toHaveLength(1);
  const { id, name } = callOf(heard);
  expect(name).toBe("observe");
  await say({ toolResponse: { functionResponses: [{ id, name, response: { kept: true }, scheduling: "SILENT" }] } });
  expect(heard).toHaveLength(1);
  await say(frame);
  expect(callOf(heard).id).not.toBe(id);
  expect(JSON.stringify(heard.at(-1))).toContain('"modality":"VIDEO","tokenCount":774');
});

test("a call that is taken back may be answered late and hurts nobody, an unknown one ends the session", async () => {
  const { act, say, heard, closed } = await started({ tools: [observe] });
  act("live-cancel-call");
  await say(frame);
  const { id, name } = callOf(heard);
  expect(heard.at(-1)).toEqual({ toolCallCancellation: { ids: [id] } });
  await say({ toolResponse: { functionResponses: [{ id, name, response: {}, scheduling: "SILENT" }] } });
  expect(closed).toEqual([]);
  await say({ toolResponse: { functionResponses: [{ id: "other", name, response: {} }] } });
  expect(closed).toEqual([{ code: 1007, reason: "No function call matches the response." }]);
});

test.each([
  [{ ...setup, generationConfig: { responseModalities: ["TEXT"] } }, 1007],
  [{ ...setup, model: "models/gemini-3.8-flash" }, 1008],
  [{ ...setup, generationConfig: { ...setup.generationConfig, thinkingConfig: {} } }, 1007],
  [{ ...setup, sessionResumption: { handle: "never-given" } }, 1007],
])("a setup that the vendor refuses ends the socket: %j", async (wrong, code) => {
  const { say, closed, heard } = open();
  await say({ setup: wrong });
  expect(closed.map((one) => one.code)).toEqual([code]);
  expect(heard).toEqual([]);
});

test("nothing is heard before the setup, and no second one", async () => {
  const early = open();
  await early.say(frame);
  expect(early.closed[0]?.code).toBe(1007);
  const twice = await started();
  await twice.say({ setup });
  expect(twice.closed[0]?.code).toBe(1007);
});

test("a session is taken up by its handle, unless that is refused", async () => {
  const { act, say, heard, simulator } = await started({ sessionResumption: {} });
  act("script", { text: "The blue one." });
  await say({ realtimeInput: { text: "Which one?" } });
  const { sessionResumptionUpdate } = heard.at(-1) as { sessionResumptionUpdate: { newHandle: string; resumable: boolean } };
  expect(sessionResumptionUpdate.resumable).toBe(true);
  const handle = sessionResumptionUpdate.newHandle;
  await started({ sessionResumption: { handle } }, { simulator });
  act("live-refuse-resumption");
  const refused = open({ simulator });
  await refused.say({ setup: { ...setup, sessionResumption: { handle } } });
  expect(refused.closed[0]?.code).toBe(1007);
});

test("a connection is warned before it ends, and pictures that nothing forgets end it sooner", async () => {
  const long = await started();
  long.clock.nowMs = 9 * 60_000 + 1_000;
  await long.say({ realtimeInput: { text: "Still there?" } });
  expect(long.heard[0]).toEqual({ goAway: { timeLeft: "59s" } });
  long.clock.nowMs = 10 * 60_000;
  await long.say({ realtimeInput: { text: "And now?" } });
  expect(long.closed[0]?.code).toBe(1008);
  const seeing = await started();
  await seeing.say(frame);
  seeing.clock.nowMs = 2 * 60_000;
  await seeing.say(frame);
  expect(seeing.closed[0]?.code).toBe(1008);
  const forgetting = await started({ contextWindowCompression: { slidingWindow: {} } });
  await forgetting.say(frame);
  forgetting.clock.nowMs = 2 * 60_000;
  await forgetting.say(frame);
  expect(forgetting.closed).toEqual([]);
});

test("from outside a session is told to leave, cut, or left without words", async () => {
  const { act, say, heard, closed } = await started();
  act("live-transcription", { isOn: false });
  await say({ realtimeInput: { text: "Say something" } });
  expect(texts(heard)).toEqual([]);
  act("live-go-away", { timeLeftMs: 5_000 });
  expect(heard.at(-1)).toEqual({ goAway: { timeLeft: "5s" } });
  await Promise.resolve();
  expect(closed).toEqual([{ code: 1011, reason: "The session was aborted." }]);
  const other = await started();
  other.act("cut-stream", { afterEvents: 1 });
  other.act("script", { text: "A sentence that is long enough to be said in several parts of sound." });
  await other.say({ realtimeInput: { text: "Go on" } });
  expect(other.closed[0]?.code).toBe(1011);
  expect(texts(other.heard)).toHaveLength(1);
});

test("somebody who begins to speak interrupts what is said", async () => {
  const waits: (() => void)[] = [];
  const simulator = createGeminiSimulator(() => new Promise((resolve) => waits.push(resolve)));
  const { act, say, heard } = await started({}, { simulator });
  act("slow-stream", { delayMs: 10 });
  act("script", { text: "A sentence that is long enough to be said in several parts of sound." });
  await say({ realtimeInput: { text: "Tell me" } });
  waits.shift()?.();
  await Promise.resolve();
  await say({ realtimeInput: { activityStart: {} } });
  expect(heard.at(-1)).toEqual({ serverContent: { interrupted: true } });
  waits.shift()?.();
  await Promise.resolve();
  expect(heard.at(-1)).toEqual({ serverContent: { interrupted: true } });
});

test("a wrong key and a wrong path are refused before there is a socket", async () => {
  const simulator = createGeminiSimulator();
  const tools = (): SimulatorTools => ({ nowMs: 0, random: () => 0, sendWebhook: () => undefined });
  const peer: SocketPeer = { send: () => undefined, close: () => undefined };
  const refused = (url: string) => simulator.accept?.(new Request(url), tools, peer) as Response;
  expect(refused(`http://g/${path}`).status).toBe(403);
  expect(refused(`http://g/${path}?key=wrong`).status).toBe(400);
  expect(refused(`http://g/ws/else?key=${geminiLocalKey}`).status).toBe(404);
  expect(simulator.accept?.(new Request(`http://g//${path}?key=${geminiLocalKey}`), tools, peer)).not.toBeInstanceOf(Response);
});
