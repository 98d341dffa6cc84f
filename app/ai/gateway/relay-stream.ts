import type { Begun, Part } from "./answer-stream.ts";
import type { Call } from "./call.ts";
import { CutStreamError, GatewayError } from "./errors.ts";
import type { House } from "./house.ts";
import { judgeFailure } from "./judge-failure.ts";
import { keptAnswer } from "./kept-answer.ts";
import { looksCut, tokenUse } from "./usage.ts";

/**
 * Hands a stream on as it comes and books its end. One that breaks says so, with an error in its place: what was shown of it
 * cannot be taken back, so nobody else is asked.
 */
export function relayStream(house: House, call: Call, begun: Begun): ReadableStream<Part> {
  const waiting = [...begun.head];
  let text = "";
  let isPlain = true;
  const finish = (part: Extract<Part, { type: "finish" }>) => {
    if (looksCut(part.finishReason)) throw new CutStreamError("it ended without its end");
    call.noteAttempt(begun.candidate, "answered", begun.startedAtMs);
    const isWhole = part.finishReason.unified === "stop" && isPlain;
    const outcome = part.finishReason.unified === "content-filter" ? "refused" : "answered";
    call.end({ outcome, candidate: begun.candidate, use: tokenUse(part.usage) }, isWhole ? keptAnswer(begun.candidate, text) : undefined);
  };
  const breakOff = (error: unknown) => {
    const failure = judgeFailure(error, house.clock.now());
    call.noteAttempt(begun.candidate, failure.outcome === "cancelled" ? "cancelled" : "cut", begun.startedAtMs);
    call.end({ outcome: failure.outcome === "cancelled" ? "cancelled" : "cut", candidate: begun.candidate });
    begun.cancel();
    return new GatewayError("cut", call.id, error);
  };
  return new ReadableStream<Part>({
    async pull(controller) {
      try {
        const part = waiting.shift() ?? (await begun.read());
        if (part === undefined) return controller.close();
        if (part.type === "error") throw part.error;
        if (part.type === "text-delta") text += part.delta;
        else if (part.type.startsWith("tool") || part.type === "file") isPlain = false;
        if (part.type === "finish") finish(part);
        controller.enqueue(part);
        if (part.type === "finish") controller.close();
      } catch (error) {
        controller.enqueue({ type: "error", error: breakOff(error) });
        controller.close();
      }
    },
    cancel() {
      call.noteAttempt(begun.candidate, "cancelled", begun.startedAtMs);
      call.end({ outcome: "cancelled", candidate: begun.candidate });
      begun.cancel();
    },
  });
}
