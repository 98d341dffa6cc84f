import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import type { Wake } from "#app/domain/market/decide.ts";
import type { Signal } from "#app/domain/market/signals.ts";
import { createDisk, type Disk } from "#scripts/floor-sim/sql-in-node.ts";
import { createPipeline, type Outside } from "./pipeline.server.ts";
import { readStatus } from "./status.server.ts";

const nowMs = Date.UTC(2026, 10, 25, 12);
const dayMs = 24 * 3_600_000;
const disks: Disk[] = [];
afterEach(() => disks.splice(0).forEach((disk) => disk.close()));

function aDisk(): Disk["storage"] {
  const disk = createDisk();
  disks.push(disk);
  return disk.storage;
}

function aReview(number: number, change: Partial<Extract<Signal, { kind: "review" }>> = {}): Signal {
  const id = `rev_${String(number).padStart(5, "0")}`;
  return { kind: "review", id, subject: "chn/MLB1", rating: 1, text: "Veio quebrado", atMs: nowMs - dayMs, ...change };
}

/** A world whose rows can grow, and that hears what agents are told: under one name once. */
function aWorld(rows: Signal[] = []) {
  const woken = new Map<string, Wake>();
  let tellings = 0;
  const outside: Outside = {
    sources: [
      {
        name: "reviews",
        read: (afterId, most) =>
          Promise.resolve(
            rows
              .filter(({ id }) => afterId === null || id > afterId)
              .toSorted((a, b) => (a.id < b.id ? -1 : 1))
              .slice(0, most),
          ),
      },
    ],
    wake: (wake) => {
      tellings += 1;
      if (!woken.has(wake.key)) woken.set(wake.key, wake);
      return Promise.resolve();
    },
    nowMs: () => nowMs,
  };
  return { rows, outside, woken, tellings: () => tellings };
}

async function untilQuiet(storage: Disk["storage"], outside: Outside): Promise<void> {
  for (let steps = 0; steps < 100; steps += 1) {
    const { hasMore, hasFailed } = await createPipeline(storage, outside).step();
    if (!hasMore && !hasFailed) return;
  }
  throw new Error("the line does not come to rest");
}

const stateOf = (storage: Disk["storage"]) => {
  const { stages, detections } = readStatus(storage.sql, nowMs);
  const counts = storage.sql.exec("select * from counts order by subject, measure, day").toArray();
  return { done: stages.map(({ stage, done, waiting }) => [stage, done, waiting]), detections, counts };
};

test("complaints of a week beside a quiet month are seen, and wake whoever reads reviews once", async () => {
  const world = aWorld([1, 2, 3, 4].map((number) => aReview(number)));
  const storage = aDisk();
  await untilQuiet(storage, world.outside);
  expect([...world.woken.values()]).toMatchObject([
    { agent: "review-gaps", message: { type: "complaints-rising", body: { listings: ["chn/MLB1"], complaints: 4 } } },
  ]);
  expect(readStatus(storage.sql, nowMs).detections).toMatchObject([{ kind: "complaints-rising", recent: 4, outcome: "woken" }]);
});

test("as many complaints as always are no news", async () => {
  const world = aWorld(Array.from({ length: 35 }, (_, number) => aReview(number, { atMs: nowMs - number * dayMs })));
  const storage = aDisk();
  await untilQuiet(storage, world.outside);
  expect(world.woken.size).toBe(0);
  expect(readStatus(storage.sql, nowMs).stages.map(({ stage, done }) => [stage, done])).toEqual([
    ["sources", 35],
    ["normalise", 35],
    ["detect", 35],
    ["decide", 0],
    ["propose", 0],
  ]);
});

test("rows that show up a little behind their time are not lost", async () => {
  const world = aWorld(Array.from({ length: 120 }, (_, number) => aReview(2 * number)));
  const storage = aDisk();
  await untilQuiet(storage, world.outside);
  world.rows.push(aReview(201), aReview(237));
  await untilQuiet(storage, world.outside);
  expect(stateOf(storage).done[0]).toEqual(["sources", 122, 0]);
});

test("a loop is guarded: what is seen within the hour wakes nobody again", async () => {
  const world = aWorld([1, 2, 3].map((number) => aReview(number)));
  const storage = aDisk();
  await untilQuiet(storage, world.outside);
  world.rows.push(...[4, 5, 6].map((number) => aReview(number, { subject: "chn/MLB2" })));
  await untilQuiet(storage, world.outside);
  expect(world.tellings()).toBe(1);
  expect(readStatus(storage.sql, nowMs).detections.map(({ outcome }) => outcome)).toEqual(["guarded", "woken"]);
});

test("a source that fails is counted, said, and keeps the others from nothing", async () => {
  const world = aWorld([1, 2, 3].map((number) => aReview(number)));
  const storage = aDisk();
  const broken = { name: "orders", read: () => Promise.reject(new Error("no answer")) };
  const outside = { ...world.outside, sources: [broken, ...world.outside.sources] };
  expect(await createPipeline(storage, outside).step()).toMatchObject({ hasFailed: true });
  const [sources] = readStatus(storage.sql, nowMs).stages;
  expect(sources).toMatchObject({ errors: 1, lastError: "Error: no answer", done: 3 });
  expect(world.woken.size).toBe(1);
});

test("what waits shows how long", async () => {
  const world = aWorld([aReview(1), aReview(2), aReview(3)]);
  const storage = aDisk();
  const silent = { ...world.outside, wake: () => Promise.reject(new Error("agents are away")) };
  await createPipeline(storage, silent).step();
  const propose = readStatus(storage.sql, nowMs + 90_000).stages.at(-1);
  expect(propose).toMatchObject({ stage: "propose", waiting: 1, lagMs: 90_000, errors: 1, lastError: "agents are away" });
});

describe("ended anywhere", () => {
  /** Dies at the given moments: before or after a commit, and before or after something outside was asked. */
  function dying(storage: Disk["storage"], { sources, wake, nowMs: clock }: Outside, deaths: Set<number>) {
    let moment = 0;
    const mayDie = () => {
      moment += 1;
      if (deaths.delete(moment)) throw new Error("killed");
    };
    const fragile = {
      sql: storage.sql,
      transactionSync: <Result>(run: () => Result): Result => {
        mayDie();
        const result = storage.transactionSync(run);
        mayDie();
        return result;
      },
    };
    const around = async <Value>(work: () => Promise<Value>): Promise<Value> => {
      mayDie();
      const value = await work();
      mayDie();
      return value;
    };
    const outside: Outside = {
      sources: sources.map(({ name, read }) => ({ name, read: (afterId, most) => around(() => read(afterId, most)) })),
      wake: (one) => around(() => wake(one)),
      nowMs: clock,
    };
    return { fragile, outside };
  }

  test("it goes on without losing or repeating anything", async () => {
    const signal = fc.record({
      number: fc.nat(400),
      rating: fc.integer({ min: 1, max: 5 }),
      subject: fc.constantFrom("a/1", "a/2"),
      days: fc.nat(40),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(signal, { selector: ({ number }) => number, maxLength: 250 }),
        fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { maxLength: 12 }),
        async (drawn, deaths) => {
          const rows = () =>
            drawn.map(({ number, rating, subject, days }) => aReview(number, { rating, subject, atMs: nowMs - days * dayMs, text: "" }));
          const [calm, wild] = [aWorld(rows()), aWorld(rows())];
          const [calmDisk, wildDisk] = [aDisk(), aDisk()];
          await untilQuiet(calmDisk, calm.outside);
          const left = new Set(deaths);
          const { fragile, outside } = dying(wildDisk, wild.outside, left);
          await untilQuiet(fragile as Disk["storage"], outside);
          await untilQuiet(wildDisk, wild.outside);
          expect(stateOf(wildDisk)).toEqual(stateOf(calmDisk));
          expect([...wild.woken.keys()].toSorted()).toEqual([...calm.woken.keys()].toSorted());
        },
      ),
      { numRuns: 60 },
    );
  });
});
