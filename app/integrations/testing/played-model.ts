import type { ModelAccess } from "#app/domain/ai/model-kits.ts";
import { seededRandom } from "#app/platform/seeded-random.ts";
import type { Simulator } from "../simulator.ts";

export type PlayedModel = {
  access: ModelAccess;
  act(action: string, input?: Record<string, unknown>): void;
  /** The bodies it was sent, newest last. */
  sent: Record<string, unknown>[];
  advance(ms: number): void;
};

/** A vendor of models reached without a socket, with a clock that only moves when told to. */
export function playModel(simulator: Simulator, { apiKey, baseUrl }: { apiKey: string; baseUrl: string }): PlayedModel {
  let nowMs = Date.UTC(2026, 10, 28);
  const sent: Record<string, unknown>[] = [];
  const random = seededRandom(1);
  const tools = () => ({ nowMs, random, sendWebhook: () => undefined });
  simulator.reset(1);
  return {
    sent,
    act: (action, input = {}) => void simulator.act?.(action, input, tools()),
    advance: (ms) => void (nowMs += ms),
    access: {
      apiKey,
      baseUrl: `http://sim.test${baseUrl}`,
      async fetch(url, init) {
        const request = new Request(url, init);
        if (request.method === "POST") sent.push(await request.clone().json());
        return simulator.fetch(request, tools());
      },
    },
  };
}
