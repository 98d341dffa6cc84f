import type { SocketPeer, VendorSocket } from "../../simulator.ts";
import { hear, perceive, takeToolResponse } from "./live-turns.ts";
import type { LiveHouse, LiveLine, Session } from "./live-types.ts";
import { type ClientMessage, clientMessage, type LiveSetup } from "./live-wire.ts";

export const liveModels = ["gemini-3.8-live", "gemini-3.8-live-extended-thinking", "gemini-3.1-flash-live-preview"];

const connectionMs = 10 * 60_000;
const warnedBeforeMs = 60_000;
/** With moving pictures, and nothing that forgets the oldest of them. */
const uncompressedVideoMs = 2 * 60_000;

/** One socket of Gemini Live: it hears and sees, calls tools, and speaks. */
export function createLiveSession(house: LiveHouse, version: string, peer: SocketPeer): VendorSocket {
  let session: Session | undefined;
  let leave: (() => void) | undefined;
  const line: LiveLine = {
    house,
    send: (message) => peer.send(JSON.stringify(message)),
    end(code, reason) {
      leave?.();
      session = undefined;
      peer.close(code, reason);
    },
    isOpen: (asked) => session === asked,
  };

  function begin(setup: LiveSetup): void {
    const problem = problemOf(setup, version);
    if (problem !== undefined) return line.end(problem.code, problem.reason);
    const { handle } = setup.sessionResumption ?? {};
    const before = handle === undefined ? [] : house.kept.get(handle);
    if (before === undefined || (handle !== undefined && house.live.refusesResumption()))
      return line.end(1007, "Request contains an invalid argument: session handle.");
    session = openSession(setup, before, house.nowMs());
    leave = house.live.joined({ goAway: (ms) => line.send({ goAway: { timeLeft: `${ms / 1_000}s` } }), close: line.end });
    line.send({ setupComplete: {} });
  }

  return {
    onMessage(frame) {
      const message = parse(frame);
      if (message === undefined) return line.end(1007, "Invalid JSON payload received.");
      if (session !== undefined) return continueSession(line, session, message);
      if ("setup" in message) return begin(message.setup);
      line.end(1007, "setup must be the first message and only the first message.");
    },
    onClose() {
      leave?.();
      session = undefined;
    },
  };
}

function continueSession(line: LiveLine, at: Session, message: ClientMessage): void {
  if ("setup" in message) return line.end(1007, "setup must be the first message and only the first message.");
  const ageMs = line.house.nowMs() - at.startedAtMs;
  const isVideoTooLong = at.frames > 0 && at.setup.contextWindowCompression === undefined && ageMs >= uncompressedVideoMs;
  if (ageMs >= connectionMs || isVideoTooLong) return line.end(1008, "The session duration limit was reached.");
  if (ageMs >= connectionMs - warnedBeforeMs && !at.isWarned) {
    at.isWarned = true;
    line.send({ goAway: { timeLeft: `${(connectionMs - ageMs) / 1_000}s` } });
  }
  if ("toolResponse" in message) return takeToolResponse(line, at, message.toolResponse);
  if ("realtimeInput" in message) return perceive(line, at, message.realtimeInput);
  const { turns = [], turnComplete = false } = message.clientContent;
  hear(line, at, turns.flatMap(({ parts }) => parts.map((one) => ("text" in one ? one.text : ""))).join("\n"), turnComplete);
}

function openSession(setup: LiveSetup, before: string[], startedAtMs: number): Session {
  const declared = (setup.tools ?? []).flatMap(({ functionDeclarations }) => functionDeclarations);
  return {
    setup,
    tools: declared.map(({ name, parameters, parametersJsonSchema }) => ({ name, parameters: parametersJsonSchema ?? parameters })),
    blocking: new Set(declared.flatMap(({ name, behavior }) => (behavior === "BLOCKING" ? [name] : []))),
    said: [...(setup.systemInstruction?.parts ?? []).map((one) => ("text" in one ? one.text : "")), ...before],
    frames: 0,
    isAudioHeard: false,
    startedAtMs,
    isWarned: false,
    waiting: new Map(),
    cancelled: new Set(),
    turn: 0,
    isSpeaking: false,
  };
}

function problemOf({ model, generationConfig }: LiveSetup, version: string): { code: number; reason: string } | undefined {
  if (!liveModels.includes(model.replace(/^models\//, "")))
    return { code: 1008, reason: `${model} is not found for API version ${version}, or is not supported for bidiGenerateContent.` };
  if (generationConfig?.responseModalities?.join() !== "AUDIO")
    return { code: 1007, reason: "Cannot extract text from an audio response: responseModalities must be AUDIO." };
  return undefined;
}

function parse(frame: string): ClientMessage | undefined {
  try {
    const parsed = clientMessage.safeParse(JSON.parse(frame));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}
