import { expect, test } from "vitest";
import type { KeptEvent } from "#app/domain/collect/judge-batch.ts";
import { cutByIdle, halfHourVisits, longestMs, mostEvents, partId, placeArrival, tellAt } from "./state.ts";

const hourMs = 3_600_000;
const start = 1_800_000_000_000;
const running = { id: "vis_1", openedAt: start, lastReceivedAt: start, events: 10, bytes: 1_000 };
const coming = (change = {}) => ({ receivedAt: start + 60_000, idleMs: hourMs, firstAt: start + 60_000, events: 1, bytes: 100, ...change });

function eventAt(at: number): KeptEvent {
  return { id: `e${at}`, type: "page", path: "/", at, clientAt: at, receivedAt: at };
}

test("what comes within the hour goes on with the visit, what comes after begins another", () => {
  expect(placeArrival(running, undefined, coming({ receivedAt: start + hourMs - 1 }))).toEqual({ ends: null, begins: null });
  expect(placeArrival(running, undefined, coming({ receivedAt: start + hourMs }))).toEqual({ ends: "idle", begins: { followsId: null } });
});

test("a visit that is too long, too full or too large goes on as another that names it", () => {
  const capped = { ends: "cap", begins: { followsId: "vis_1" } };
  const lasting = { ...running, lastReceivedAt: start + longestMs - 1 };
  expect(placeArrival(lasting, undefined, coming({ receivedAt: start + longestMs }))).toEqual(capped);
  expect(placeArrival({ ...running, events: mostEvents }, undefined, coming())).toEqual(capped);
  expect(placeArrival({ ...running, bytes: 20_000_000 }, undefined, coming())).toEqual(capped);
});

test("what happened before a visit was over and comes after names that visit; what happened later does not", () => {
  const ended = { id: "vis_0", endedAt: start };
  expect(placeArrival(undefined, ended, coming({ firstAt: start - 5_000 }))).toEqual({ ends: null, begins: { followsId: "vis_0" } });
  expect(placeArrival(undefined, ended, coming({ firstAt: start + hourMs }))).toEqual({ ends: null, begins: { followsId: null } });
});

test("what was gathered without a network is cut where nothing happened for an hour, also over midnight", () => {
  const midnight = Date.parse("2026-11-20T00:00:00Z");
  const events = [midnight - 1, midnight + 1, midnight + hourMs, midnight + 2 * hourMs].map(eventAt);
  expect(cutByIdle(events, hourMs).map((part) => part.length)).toEqual([3, 1]);
  expect([partId("vis_1", 0), partId("vis_1", 1)]).toEqual(["vis_1", "vis_1-2"]);
});

test("visits are also counted as others count them", () => {
  expect(halfHourVisits([0, 10, 45, 46, 80].map((minutes) => eventAt(start + minutes * 60_000)))).toBe(3);
});

test("a site hears of the first events at once and of the next now and then", () => {
  expect(tellAt(start, undefined)).toBe(start + 1_000);
  expect(tellAt(start, start - 1_000)).toBe(start + 14_000);
  expect(tellAt(start, start - 60_000)).toBe(start + 1_000);
});
