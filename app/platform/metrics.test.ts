import fc from "fast-check";
import { expect, test } from "vitest";
import { createMemoryLog } from "./logging/logger.ts";
import { createLogMetrics, createMemoryMetrics } from "./metrics.ts";

test("counts are summed per name and tags, whatever the order of the tags, and logged once per flush", () => {
  const log = createMemoryLog();
  const metrics = createLogMetrics(log);
  metrics.count("queue.acked", { queue: "export", kind: "a" });
  metrics.count("queue.acked", { kind: "a", queue: "export" });
  metrics.count("queue.acked", { queue: "social", kind: "a" });
  metrics.flush();
  metrics.flush();
  expect(log.events).toMatchObject([
    { event: "metric", kind: "count", name: "queue.acked", tags: { queue: "export", kind: "a" }, value: 2 },
    { event: "metric", kind: "count", name: "queue.acked", tags: { queue: "social", kind: "a" }, value: 1 },
  ]);
});

test("the quantiles of a duration are within ten per cent of the true ones", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0.2, max: 60_000, noNaN: true }), { minLength: 1, maxLength: 300 }), (samplesMs) => {
      const log = createMemoryLog();
      const metrics = createLogMetrics(log);
      for (const ms of samplesMs) metrics.duration("db.read", ms);
      metrics.flush();
      const [event] = log.events;
      if (event?.event !== "metric" || event.kind !== "duration") throw new Error("no duration logged");
      const sorted = samplesMs.toSorted((a, b) => a - b);
      for (const [share, seenMs] of [
        [0.5, event.p50Ms],
        [0.95, event.p95Ms],
        [0.99, event.p99Ms],
      ] as const) {
        const trueMs = sorted[Math.ceil(share * sorted.length) - 1] ?? 0;
        expect(Math.abs(seenMs - trueMs)).toBeLessThanOrEqual(trueMs * 0.1);
      }
      expect(event).toMatchObject({ count: sorted.length, minMs: sorted[0], maxMs: sorted.at(-1) });
    }),
  );
});

test("a tag with endless values falls back to the untagged series and loses no count", () => {
  const log = createMemoryLog();
  const metrics = createLogMetrics(log);
  for (let index = 0; index < 2_000; index += 1) metrics.count("hit", { id: String(index) });
  metrics.flush();
  expect(log.events.length).toBeLessThanOrEqual(501);
  expect(log.events.reduce((sum, event) => sum + (event.event === "metric" && event.kind === "count" ? event.value : 0), 0)).toBe(2_000);
});

test("the memory metrics keep every measurement", () => {
  const metrics = createMemoryMetrics();
  metrics.count("a");
  metrics.duration("b", 5, { queue: "export" });
  expect(metrics.recorded).toEqual([
    { name: "a", tags: {} },
    { name: "b", tags: { queue: "export" }, ms: 5 },
  ]);
});
