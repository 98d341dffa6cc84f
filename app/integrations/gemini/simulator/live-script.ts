import { z } from "zod";
import type { Sleep } from "../../simulated-events.ts";

/** What the next sessions and calls are to meet, and how to reach those that are open. */
export type LiveScript = {
  /** Undefined for an action that is not of a live session. */
  act(action: string, input: Record<string, unknown>): Record<string, unknown> | undefined;
  state(): Record<string, unknown>;
  reset(): void;
  joined(session: OpenSession): () => void;
  isTranscribed(): boolean;
  /** True once for each resumption that is to be refused. */
  refusesResumption(): boolean;
  /** True once for each call of a tool that is taken back while it is answered. */
  cancelsCall(): boolean;
};

export type OpenSession = { goAway(timeLeftMs: number): void; close(code: number, reason: string): void };

const goAwayInput = z.strictObject({ timeLeftMs: z.number().int().min(0).max(600_000).default(10_000) });
const closeInput = z.strictObject({
  code: z.union([z.literal(1007), z.literal(1008), z.literal(1011)]),
  reason: z.string().max(120).default(""),
});
const timesInput = z.strictObject({ times: z.number().int().min(1).max(1_000).default(1) });
const transcriptionInput = z.strictObject({ isOn: z.boolean() });

export function createLiveScript(sleep: Sleep): LiveScript {
  const open = new Set<OpenSession>();
  const fresh = () => ({ refusals: 0, cancellations: 0, isTranscribed: true });
  let left = fresh();
  const actions = new Map<string, (input: Record<string, unknown>) => void>([
    [
      "live-go-away",
      (input) => {
        const { timeLeftMs } = goAwayInput.parse(input);
        for (const session of open) {
          session.goAway(timeLeftMs);
          void sleep(timeLeftMs).then(() => session.close(1011, "The session was aborted."));
        }
      },
    ],
    [
      "live-close",
      (input) => {
        const { code, reason } = closeInput.parse(input);
        for (const session of open) session.close(code, reason);
      },
    ],
    ["live-refuse-resumption", (input) => void (left.refusals += timesInput.parse(input).times)],
    ["live-cancel-call", (input) => void (left.cancellations += timesInput.parse(input).times)],
    ["live-transcription", (input) => void (left.isTranscribed = transcriptionInput.parse(input).isOn)],
  ]);
  return {
    act(action, input) {
      const run = actions.get(action);
      if (run === undefined) return undefined;
      run(input);
      return { liveSessions: open.size };
    },
    state: () => ({ liveSessions: open.size }),
    reset() {
      for (const session of open) session.close(1011, "The service was restarted.");
      left = fresh();
    },
    joined(session) {
      open.add(session);
      return () => void open.delete(session);
    },
    isTranscribed: () => left.isTranscribed,
    refusesResumption() {
      if (left.refusals === 0) return false;
      left.refusals -= 1;
      return true;
    },
    cancelsCall() {
      if (left.cancellations === 0) return false;
      left.cancellations -= 1;
      return true;
    },
  };
}
