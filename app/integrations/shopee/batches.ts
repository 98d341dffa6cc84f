import type { TimeWindow } from "#app/domain/channels/ports.ts";
import { limits } from "./wire.ts";

/** Keeps the order of the items; starts no further work once one has failed. */
export async function mapConcurrently<T, R>(items: readonly T[], limit: number, work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const queue = items.entries();
  let hasFailed = false;
  async function worker(): Promise<void> {
    for (const [index, item] of queue) {
      if (hasFailed) return;
      try {
        results[index] = await work(item);
      } catch (error) {
        hasFailed = true;
        throw error;
      }
    }
  }
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
  return results;
}

/** Whole seconds and at most 15 days each; neighbours share their border second, which both include. */
export function splitWindow({ fromMs, toMs }: TimeWindow): TimeWindow[] {
  const fromS = Math.floor(fromMs / 1_000);
  const windows: TimeWindow[] = [];
  if (toMs <= fromMs) return windows;
  for (let endS = Math.ceil(toMs / 1_000); endS > fromS; endS -= limits.orderSpanS) {
    windows.push({ fromMs: Math.max(fromS, endS - limits.orderSpanS) * 1_000, toMs: endS * 1_000 });
  }
  return windows;
}
