import fc from "fast-check";
import { expect, test } from "vitest";
import type { Happening } from "./events.ts";
import { deepestChain, stopReasonFor } from "./guard.ts";
import { matchEvents } from "./match-events.ts";
import { isAllowedTarget } from "../outside-target.ts";

const hour = 3_600_000;
const anything = { match: "all" as const, conditions: [] };
const event = (index: number, atMs: number, same: string): Happening => ({
  id: `e${index}`,
  event: "pick-short",
  atMs,
  subject: { type: "bin", id: same, label: same },
  facts: {},
  same,
  refs: {},
  cause: null,
});
const streams = fc
  .array(fc.record({ gap: fc.integer({ min: 1, max: 3 * hour }), same: fc.constantFrom("a", "b") }), { maxLength: 30 })
  .map((steps) => {
    let at = 0;
    return steps.map(({ gap, same }, index) => event(index, (at += gap), same));
  });
const firesOf = (matched: ReturnType<typeof matchEvents>) =>
  matched.filter(({ verdict }) => verdict === "fires").map((one) => one.happening.id);

test("looked at piece by piece, with what fired remembered, the same fires as when looked at once", () => {
  const waiting = { conditions: anything, repeats: { times: 2, withinHours: 2 } };
  fc.assert(
    fc.property(streams, (events) => {
      const fired = new Set<string>();
      for (let seen = 1; seen <= events.length; seen += 1)
        for (const id of firesOf(matchEvents(waiting, events.slice(0, seen), fired))) fired.add(id);
      expect([...fired].toSorted()).toEqual(firesOf(matchEvents(waiting, events, new Set())).toSorted());
    }),
  );
});

test("nothing that fired fires again, and what is waited for in numbers was there in numbers", () => {
  fc.assert(
    fc.property(streams, fc.integer({ min: 2, max: 4 }), (events, times) => {
      const waiting = { conditions: anything, repeats: { times, withinHours: 4 } };
      const once = firesOf(matchEvents(waiting, events, new Set()));
      expect(firesOf(matchEvents(waiting, events, new Set(once)))).toEqual([]);
      for (const id of once) {
        const last = events.find((one) => one.id === id);
        const before = events.filter(
          (one) => one.same === last?.same && one.atMs <= (last?.atMs ?? 0) && one.atMs > (last?.atMs ?? 0) - 4 * hour,
        );
        expect(before.length).toBeGreaterThanOrEqual(times);
      }
    }),
  );
});

test("a trigger stops where it would fire itself, where it goes too deep, and where it fires too often", () => {
  const usual = { triggerId: "t", chain: [] as string[], firedLastHour: 0, mostPerHour: 5 };
  expect(stopReasonFor(usual)).toBeUndefined();
  expect(stopReasonFor({ ...usual, chain: ["x", "t"] })).toBe("itself");
  expect(stopReasonFor({ ...usual, chain: Array.from({ length: deepestChain }, (_one, index) => `x${index}`) })).toBe("depth");
  expect(stopReasonFor({ ...usual, firedLastHour: 5 })).toBe("rate");
});

test("webhooks only go to names the whole world knows, over https; on one's own machine anywhere", () => {
  const refused = [
    "http://example.com",
    "https://localhost/x",
    "https://10.0.0.1/",
    "https://[::1]/",
    "https://2130706433/",
    "https://db.internal/",
  ];
  const also = [
    "https://u:p@example.com/",
    "https://example.com:8443/",
    "https://intranet/",
    "ftp://example.com",
    "nonsense",
    "https://printer.local./",
  ];
  for (const url of [...refused, ...also]) expect(isAllowedTarget(url, false), url).toBe(false);
  expect(isAllowedTarget("https://hooks.example.com/in?x=1", false)).toBe(true);
  expect(isAllowedTarget("http://127.0.0.1:9999/in", true)).toBe(true);
});
