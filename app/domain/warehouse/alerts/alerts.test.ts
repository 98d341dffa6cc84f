import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hourMs, noWork } from "../monitoring/zone-metrics.ts";
import { detectAlerts, type Sample, type Watched } from "./detect.ts";
import { goneForMs, type KnownAlert, quietForMs, reconcileAlerts } from "./reconcile.ts";
import { lowerLimit, upperLimit, usualOf } from "./robust.ts";

/** A Wednesday, twenty minutes into an hour. */
const nowMs = Date.UTC(2026, 10, 25, 14, 20);
const thisHour = Date.UTC(2026, 10, 25, 14);
const minute = 60_000;

/** Hours up to this one, the newest last. */
function hours(count: number, make: (ago: number) => Partial<Sample>): Sample[] {
  return Array.from({ length: count }, (_, index) => {
    const ago = count - index;
    return { ...noWork, queueOldestMs: null, hourMs: thisHour - ago * hourMs, ...make(ago) };
  });
}

const quietZone: NonNullable<Watched["metrics"]> = { queue: [], waiting: 0, oldestWaitingMs: null };
const waitingPicks = (oldestAgeMs: number): NonNullable<Watched["metrics"]> => ({
  ...quietZone,
  queue: [{ kind: "pick", open: 6, claimed: 1, oldestAgeMs, p90AgeMs: oldestAgeMs }],
});
const look = (watched: Partial<Watched>) => detectAlerts({ nowMs, metrics: quietZone, drift: 0, twins: null, samples: [], ...watched });
const kindsOf = (watched: Partial<Watched>) => look(watched).findings.map(({ kind }) => kind);

describe("what is usual", () => {
  test("is moved by no minority, however wild", () => {
    const calm = fc.array(fc.integer({ min: 90, max: 110 }), { minLength: 21, maxLength: 40 });
    fc.assert(
      fc.property(calm, fc.array(fc.integer({ min: 0, max: 1e9 }), { maxLength: 10 }), (values, wild) => {
        const usual = usualOf([...values, ...wild], 10);
        expect(usual?.median).toBeGreaterThanOrEqual(90);
        expect(usual?.median).toBeLessThanOrEqual(110);
      }),
    );
  });

  test("is not told of fewer samples than it takes, and has limits on both sides", () => {
    expect(usualOf([1, 2, 3], 4)).toBeUndefined();
    expect(usualOf([], 0)).toBeUndefined();
    const usual = usualOf([8, 9, 10, 11, 12], 5);
    if (usual === undefined) throw new Error("five are enough");
    expect(usual).toMatchObject({ median: 10, samples: 5 });
    expect(upperLimit(usual)).toBeCloseTo(10 + 4 * 1.4826);
    expect(lowerLimit(usual)).toBeCloseTo(10 - 4 * 1.4826);
    expect(upperLimit({ median: 10, spread: 0, samples: 5 })).toBe(14);
    expect(lowerLimit({ median: 10, spread: 9, samples: 5 })).toBe(0);
  });
});

describe("queue age", () => {
  const usual = (ago: number) => ({ queueOldestMs: (18 + (ago % 5)) * minute });

  test("an age that the zone has often is none, one far beyond it is, and the figures say why", () => {
    const samples = hours(100, usual);
    expect(kindsOf({ samples, metrics: waitingPicks(25 * minute) })).toEqual([]);
    const { findings } = look({ samples, metrics: waitingPicks(70 * minute) });
    expect(findings).toMatchObject([{ kind: "queue-age", severity: "watch", facts: { task: "pick", median: 20 * minute, samples: 100 } }]);
    expect(look({ samples, metrics: waitingPicks(200 * minute) }).findings).toMatchObject([{ severity: "wrong" }]);
  });

  test("nothing is judged before a day of looks, and that is said", () => {
    const { findings, learning } = look({ samples: hours(23, usual), metrics: waitingPicks(500 * minute) });
    expect(findings).toEqual([]);
    expect(learning).toContainEqual({ kind: "queue-age", have: 23, need: 24 });
    expect(kindsOf({ samples: hours(24, usual), metrics: waitingPicks(500 * minute) })).toEqual(["queue-age"]);
  });

  test("minutes are never long, where nothing ever waited", () => {
    const samples = hours(100, () => ({ queueOldestMs: 0 }));
    expect(kindsOf({ samples, metrics: waitingPicks(14 * minute) })).toEqual([]);
    expect(kindsOf({ samples, metrics: waitingPicks(16 * minute) })).toEqual(["queue-age"]);
  });
});

describe("throughput", () => {
  const week = 7 * 24;
  /** Sixty lines in this hour of each week, none in others; the last hour as given. */
  const weeks = (last: number, count = 5) =>
    hours(count * week + 1, (ago) => ({ pickedLines: ago === 1 ? last : (ago - 1) % week === 0 ? 58 + (ago % 5) : 0 }));

  test("far fewer lines than in this hour of other weeks, while picks wait, is a drop", () => {
    expect(kindsOf({ samples: weeks(57), metrics: waitingPicks(0) })).toEqual([]);
    expect(look({ samples: weeks(20), metrics: waitingPicks(0) }).findings).toMatchObject([
      { kind: "throughput-drop", severity: "watch", facts: { value: 20, samples: 5, waiting: 7 } },
    ]);
    expect(look({ samples: weeks(0), metrics: waitingPicks(0) }).findings).toMatchObject([{ severity: "wrong" }]);
  });

  test("where nothing waits to be picked, nothing is missing", () => {
    expect(kindsOf({ samples: weeks(0) })).toEqual([]);
  });

  test("three weeks are too few, and that is said", () => {
    const { findings, learning } = look({ samples: weeks(0, 3), metrics: waitingPicks(0) });
    expect(findings).toEqual([]);
    expect(learning).toContainEqual({ kind: "throughput-drop", have: 3, need: 4 });
  });
});

describe("shares that go wrong", () => {
  const days = (count: number, today: { picks: number; shortPicks: number }) =>
    hours(24 * (count + 1), (ago) => {
      if (ago > 24) return { picks: 10, shortPicks: ago % 24 === 0 ? 3 : 0 };
      return ago === 1 ? today : {};
    });

  test("more short picks than the days before had is told, with both figures", () => {
    expect(kindsOf({ samples: days(10, { picks: 200, shortPicks: 3 }) })).toEqual([]);
    const { findings } = look({ samples: days(10, { picks: 200, shortPicks: 30 }) });
    expect(findings).toMatchObject([{ kind: "short-picks", severity: "wrong", facts: { value: 0.15, bad: 30, all: 200 } }]);
  });

  test("a few are no share: too little work, too few mistakes, too few days", () => {
    expect(kindsOf({ samples: days(10, { picks: 19, shortPicks: 19 }) })).toEqual([]);
    expect(kindsOf({ samples: days(10, { picks: 20, shortPicks: 2 }) })).toEqual([]);
    expect(kindsOf({ samples: days(6, { picks: 200, shortPicks: 200 }) })).toEqual([]);
    expect(kindsOf({ samples: days(7, { picks: 200, shortPicks: 200 }) })).toEqual(["short-picks"]);
  });

  test("wrong counts are judged the same way", () => {
    const samples = days(10, { picks: 200, shortPicks: 30 }).map(({ picks, shortPicks, ...rest }) => ({
      ...rest,
      picks: 0,
      shortPicks: 0,
      countedLines: picks,
      wrongLines: shortPicks,
    }));
    expect(kindsOf({ samples })).toEqual(["wrong-counts"]);
  });
});

describe("facts that need no history", () => {
  test("one difference in the books is wrong, none is not, and unknown is not judged", () => {
    expect(look({ drift: 1 }).findings).toMatchObject([{ kind: "drift", severity: "wrong", facts: { value: 1 } }]);
    expect(kindsOf({ drift: 0 })).toEqual([]);
    expect(look({ drift: null }).judged).not.toContain("drift");
    expect(look({ drift: 0 }).judged).toContain("drift");
  });

  test("goods on their way are taken in within minutes", () => {
    expect(kindsOf({ metrics: { ...quietZone, waiting: 2, oldestWaitingMs: 4 * minute } })).toEqual([]);
    expect(kindsOf({ metrics: { ...quietZone, waiting: 2, oldestWaitingMs: 6 * minute } })).toEqual(["messages-waiting"]);
  });

  test("of a zone that does not answer nothing else is judged", () => {
    expect(look({ metrics: null, drift: null })).toMatchObject({ findings: [{ kind: "zone-silent" }], judged: ["zone-silent"] });
  });
});

describe("an alert's life", () => {
  const drift = { kind: "drift", severity: "wrong", facts: { value: 1 } } as const;
  const found = { findings: [drift], judged: ["drift" as const], learning: [] };
  const gone = { findings: [], judged: ["drift" as const], learning: [] };
  const open: KnownAlert = { id: "alr_1", kind: "drift", lastSeenAt: nowMs, resolvedAt: null };

  test("opens once, is kept while it holds, and ends only after it has been gone for a while", () => {
    expect(reconcileAlerts([], found, nowMs)).toEqual({ opened: [drift], seen: [], resolved: [] });
    expect(reconcileAlerts([open], found, nowMs)).toEqual({ opened: [], seen: [{ id: "alr_1", finding: drift }], resolved: [] });
    expect(reconcileAlerts([open], gone, nowMs + goneForMs - 1).resolved).toEqual([]);
    expect(reconcileAlerts([open], gone, nowMs + goneForMs).resolved).toEqual(["alr_1"]);
  });

  test("what could not be judged is not over", () => {
    expect(reconcileAlerts([open], { ...gone, judged: [] }, nowMs + 10 * goneForMs).resolved).toEqual([]);
  });

  test("what a person has ended stays quiet for an hour, and another kind does not", () => {
    const ended = { ...open, resolvedAt: nowMs };
    expect(reconcileAlerts([ended], found, nowMs + quietForMs - 1).opened).toEqual([]);
    expect(reconcileAlerts([ended], found, nowMs + quietForMs).opened).toEqual([drift]);
    expect(reconcileAlerts([{ ...ended, kind: "queue-age" }], found, nowMs + 1).opened).toEqual([drift]);
  });
});

test("a number in two zones is told with both places, and is over only where somebody has looked", () => {
  const twins = { value: 1, serial: "S1", sku: "KET-18", zone: "A", bin: "A-01", otherZone: "B", otherBin: "B-02" };
  expect(look({ twins }).findings).toEqual([{ kind: "serial-twice", severity: "wrong", facts: twins }]);
  expect(look({ twins: null }).judged).toContain("serial-twice");
  expect(look({ twins: undefined }).judged).not.toContain("serial-twice");
});
