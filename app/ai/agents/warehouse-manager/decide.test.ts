import { describe, expect, test } from "vitest";
import { agentSettings } from "#app/domain/agents/settings.ts";
import type { PersonFigures } from "#app/domain/warehouse/monitoring/zone-metrics.ts";
import type { Messages } from "../brain.ts";
import type { SeenZone } from "../shared/seen-zone.ts";
import {
  aLine,
  aSeenZone,
  aShelf,
  aTask,
  aWaitingOrder,
  expectSound,
  hourMs,
  minuteMs,
  nowMs,
  ofRule,
  rulesOf,
} from "../testing/planted.ts";
import { decideManager } from "./decide.ts";
import type { ManagerSeen, ZoneWork } from "./seen.ts";

const settings = agentSettings["warehouse-manager"].parse({});
const thisHour = Math.floor(nowMs / hourMs) * hourMs;

/** Somebody who picks as much in each of so many past hours. */
const aPicker = (hours: number, lines: number, actorId = "ana"): PersonFigures[] =>
  Array.from({ length: hours }, (_, index) => ({
    actorId,
    hourMs: thisHour - (index + 1) * hourMs,
    pickedLines: lines,
    pickedUnits: lines,
    doneTasks: lines,
  }));
const somePicks = (count: number, change = {}) => Array.from({ length: count }, (_, index) => aTask({ id: `t${index}`, ...change }));

function decide(zone: SeenZone, work: Partial<ZoneWork> = {}, change: Partial<ManagerSeen> = {}, set: Partial<typeof settings> = {}) {
  const seen: ManagerSeen = {
    zones: [zone],
    unseen: [],
    work: new Map([["zone", { people: [], corrected: [], ...work }]]),
    promises: [],
    waiting: [],
    heard: [],
    pace: { value: {}, version: 7 },
    ...change,
  };
  const outcome = decideManager(seen, { ...settings, ...set }, nowMs);
  expectSound(outcome);
  expect(decideManager(seen, { ...settings, ...set }, nowMs)).toEqual(outcome);
  return outcome;
}
const empty = aSeenZone([]);

test("an empty zone in which nothing waits needs nothing", () => {
  const outcome = decide(empty);
  expect(outcome.decisions).toEqual([]);
  expect(outcome.messages).toEqual([]);
});

describe("people", () => {
  test("a queue longer than those there get through in time is an alert, and twice that a loud one", () => {
    const work = { people: aPicker(5, 10) };
    const [short] = ofRule(decide({ ...empty, tasks: somePicks(50) }, work), "manager.understaffed");
    expect(short).toMatchObject({
      verdict: "proposed",
      facts: { picks: 50, people: 1, linesPerPersonHour: 10, hoursOfWork: 5, peopleNeeded: 2 },
    });
    expect(short?.proposal?.call).toMatchObject({ tool: "raise-alert", input: { kind: "understaffed", severity: "watch" } });
    const [shorter] = ofRule(decide({ ...empty, tasks: somePicks(90) }, work), "manager.understaffed");
    expect(shorter?.proposal?.call).toMatchObject({ input: { severity: "wrong" } });
    expect(rulesOf(decide({ ...empty, tasks: somePicks(30) }, work))).toEqual(["manager.staffed"]);
  });
  test("one wild hour moves the remembered pace little", () => {
    const wild = { ...aPicker(1, 900)[0], hourMs: thisHour - 9 * hourMs } as PersonFigures;
    const { memory } = decide(empty, { people: [...aPicker(6, 10), wild] });
    expect(memory["floor.pace"]).toEqual({ value: { zone: { linesPerPersonHour: 10, people: 1, lookedAtMs: nowMs } }, basedOn: 7 });
  });
  test("without enough hours it learns, and uses what it remembers", () => {
    const zone = { ...empty, tasks: somePicks(50) };
    expect(rulesOf(decide(zone, { people: aPicker(2, 10) }))).toEqual(["manager.pace-learning"]);
    const known = { value: { zone: { linesPerPersonHour: 5, people: 1, lookedAtMs: 0 } }, version: 1 };
    expect(ofRule(decide(zone, {}, { pace: known }), "manager.understaffed")[0]?.facts).toMatchObject({ hoursOfWork: 10, people: 0 });
  });
});

describe("priorities", () => {
  const picks = (shipByMs: number, change = {}) =>
    decide(
      { ...empty, tasks: [aTask({ wave: "w", sku: "kettle", ...change })] },
      {},
      { promises: [{ zoneId: "zone", waveId: "w", sku: "kettle", shipByMs }] },
    );
  test("what has to leave soon or had to comes first", () => {
    expect(ofRule(picks(nowMs + 30 * minuteMs), "manager.reprioritise-promise")[0]?.proposal?.call).toEqual({
      tool: "prioritise-task",
      input: { zoneId: "zone", taskId: "task", priority: 500, was: 100 },
    });
    expect(ofRule(picks(nowMs - 5 * minuteMs), "manager.reprioritise-late")[0]?.facts).toMatchObject({ minutes: 5, priority: 600 });
  });
  test("what has time, stands high enough, or belongs to another wave stays", () => {
    const none = (outcome: ReturnType<typeof picks>) =>
      expect(rulesOf(outcome).filter((rule) => rule.startsWith("manager.reprioritise"))).toEqual([]);
    none(picks(nowMs + 24 * hourMs));
    none(picks(nowMs + 30 * minuteMs, { priority: 500 }));
    none(picks(nowMs + 30 * minuteMs, { wave: "other" }));
  });
  test("what waits for very long comes before what is new, and only so many at once", () => {
    const tasks = somePicks(9, { createdAt: nowMs - 5 * hourMs });
    expect(ofRule(decide({ ...empty, tasks }, {}, {}, { mostReprioritised: 3 }), "manager.reprioritise-age")).toHaveLength(3);
  });
});

describe("counts", () => {
  const shelf = aShelf("far", 4, [aLine("kettle", 3, { reserved: 3 })]);
  const corrected = [{ sku: "kettle", binId: "far", byHand: 2, counted: 0, lastAtMs: nowMs - minuteMs }];
  const oversell: Messages = [
    {
      id: "m",
      from: "sync",
      type: "oversell-risk",
      to: "warehouse-manager",
      body: { channelId: "c", sku: "kettle", shown: 9, available: 1 },
    },
  ];
  test("of a bin that was corrected again and again, unless it was counted or is about to be", () => {
    const zone = aSeenZone([shelf]);
    expect(ofRule(decide(zone, { corrected }), "manager.count-corrected")[0]?.proposal?.call).toMatchObject({
      tool: "plan-count",
      input: { binId: "far" },
    });
    const some = [
      decide(zone, { corrected: corrected.map((one) => ({ ...one, counted: 1 })) }),
      decide(zone, { corrected: corrected.map((one) => ({ ...one, byHand: 1 })) }),
      decide({ ...zone, tasks: [aTask({ kind: "count", fromBin: "far" })] }, { corrected }),
      decide(zone, { corrected: corrected.map((one) => ({ ...one, lastAtMs: nowMs - 3 * hourMs })) }),
    ];
    for (const outcome of some) expect(ofRule(outcome, "manager.count-corrected")).toEqual([]);
  });
  test("of where most of what is oversold lies, and once only", () => {
    const zone = {
      ...aSeenZone([aShelf("near", 1, [aLine("kettle", 1)]), shelf]),
      tasks: [aTask({ sku: "kettle", fromBin: "far", qty: 4 })],
    };
    const outcome = decide(zone, {}, { heard: oversell });
    const counts = outcome.decisions.filter(({ proposal }) => proposal?.call.tool === "plan-count");
    expect(counts.map(({ rule, facts }) => [rule, facts["bin"]])).toEqual([["manager.count-contradicts", "FAR"]]);
    expect(ofRule(decide({ ...zone, tasks: [] }, {}, { heard: oversell }), "manager.count-oversold")[0]?.facts).toMatchObject({
      bin: "FAR",
    });
  });
  test("corrections since the last look are told to who tells marketplaces", () => {
    const told = decide(aSeenZone([shelf]), { corrected }).messages;
    expect(told).toEqual([{ type: "stock-corrected", to: "sync", body: { zoneId: "zone", skus: ["kettle"] } }]);
    const pace = { value: { zone: { linesPerPersonHour: 0, people: 0, lookedAtMs: nowMs } }, version: 1 };
    expect(decide(aSeenZone([shelf]), { corrected }, { pace }).messages).toEqual([]);
  });
});

describe("asking others", () => {
  test("for refills of shelves that picks run dry, unless somebody refills them", () => {
    const bins = [aShelf("face", 1, [aLine("kettle", 2, { reserved: 2 })]), aShelf("top", 9, [aLine("kettle", 50)], { kind: "bulk" })];
    const tasks = [aTask({ sku: "kettle", fromBin: "face", qty: 2 })];
    expect(decide(aSeenZone(bins, { tasks })).messages).toEqual([
      { type: "replenishment-wanted", to: "optimizer", body: { zoneId: "zone", skus: ["kettle"] } },
    ]);
    const refilled = [...tasks, aTask({ id: "r", kind: "replenish", sku: "kettle", fromBin: "top", toBin: "face", qty: 5 })];
    expect(decide(aSeenZone(bins, { tasks: refilled })).messages).toEqual([]);
  });
  test("for a wave when orders wait for long or people have nothing left to do", () => {
    const zone = aSeenZone([aShelf("face", 1, [aLine("kettle", 9)])]);
    const waiting = [aWaitingOrder("a", [["kettle", 1]])];
    expect(decide(zone, {}, { waiting }).messages).toEqual([]);
    expect(decide(zone, { people: aPicker(1, 10) }, { waiting }).messages).toMatchObject([
      { type: "wave-wanted", body: { warehouseId: "wh", waiting: 1 } },
    ]);
    const old = [aWaitingOrder("a", [["kettle", 1]], { placedAt: nowMs - 2 * hourMs })];
    expect(rulesOf(decide(zone, {}, { waiting: old }))).toEqual(["manager.ask-wave"]);
  });
  test("what others propose and what did not answer is noted", () => {
    const heard: Messages = [
      { id: "m", from: "optimizer", type: "moves-proposed", to: "warehouse-manager", body: { zoneId: "zone", moves: 2, metresPerDay: 90 } },
    ];
    expect(rulesOf(decide(empty, {}, { heard, unseen: ["Bulk"] }))).toEqual(["manager.moves-heard", "manager.unseen"]);
  });
});
