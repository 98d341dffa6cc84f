import { BrokenConnection } from "./simulator.ts";
import type { Pace } from "./simulated-script.ts";

export type Sleep = (ms: number) => Promise<void>;

export const sleepForReal: Sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Server-sent events as models send them: one at a time, in the pace that was asked for. */
export function eventStream(events: string[], pace: Pace, sleep: Sleep, headers: Record<string, string> = {}): Response {
  const encoder = new TextEncoder();
  let sent = 0;
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        if (sent >= pace.cutAfterEvents) return controller.error(new BrokenConnection());
        const event = events[sent];
        if (event === undefined) return controller.close();
        if (pace.delayMs > 0) await sleep(pace.delayMs);
        sent += 1;
        controller.enqueue(encoder.encode(`data: ${event}\n\n`));
      },
    },
    { highWaterMark: 0 },
  );
  return new Response(body, { headers: { "content-type": "text/event-stream; charset=utf-8", "cache-control": "no-cache", ...headers } });
}
