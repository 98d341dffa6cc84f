import { expect, test } from "vitest";
import { aiSpendDays } from "#db/schema/ai.ts";
import { proposals } from "#db/schema/agents.ts";
import { floorSamples } from "#db/schema/floor-watch.ts";
import { orders } from "#db/schema/orders.ts";
import { returns } from "#db/schema/returns.ts";
import { questions, reviews } from "#db/schema/service.ts";
import { stageStartMs, testIds } from "#db/testing/basics.ts";
import { aSpendDay } from "#db/testing/model-rows.ts";
import { anOrder, aQuestion, aReview } from "#db/testing/shop-rows.ts";
import { writeRows } from "#db/testing/world.ts";
import { insert } from "#db/writes.ts";
import { noWork, type ZoneMetrics } from "../warehouse/monitoring/zone-metrics.ts";
import { queryMetrics } from "./query-metrics.server.ts";
import { anEmptyHouse } from "./testing/empty-house.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

test("what left late is late, and hours are counted from payment", async () => {
  const { home, valueOf, rowsOf } = await anEmptyHouse();
  const { channelId } = home.shop;
  const left = { channelId, state: "shipped", paidAt: stageStartMs - 50 * hourMs, shippedAt: stageStartMs - 40 * hourMs };
  await writeRows(
    home.id,
    insert(
      orders,
      anOrder({ ...left, shipBy: stageStartMs - 41 * hourMs }),
      anOrder({ ...left, isLate: true }),
      anOrder({ ...left, shipBy: stageStartMs, paidAt: stageStartMs - 44 * hourMs }),
      anOrder({ channelId, state: "ready" }),
      anOrder({ channelId, state: "held" }),
    ),
  );
  expect(await valueOf({ metric: "shipped-orders" })).toBe(3);
  expect(await valueOf({ metric: "late-shipments" })).toBe(2);
  expect(await valueOf({ metric: "late-rate" })).toBeCloseTo(2 / 3);
  expect(await valueOf({ metric: "hours-to-ship" })).toBeCloseTo(8);
  expect(await rowsOf({ metric: "open-orders", by: ["order-state"] })).toEqual({ ready: 1, held: 1 });
});

test("questions, reviews and returns are counted by when they came, and rates by what was sold", async () => {
  const { home, valueOf, rowsOf } = await anEmptyHouse();
  const { channelId } = home.shop;
  const asked = stageStartMs - 10 * hourMs;
  const back = {
    orderId: null,
    source: "person",
    note: null,
    trackingCode: null,
    createdBy: "Ana",
    arrivedAt: null,
    inspectedAt: null,
    endedAt: null,
  };
  await writeRows(
    home.id,
    insert(
      questions,
      aQuestion({ channelId, askedAt: asked, answeredAt: asked + 2 * hourMs, state: "answered" }),
      aQuestion({ channelId, askedAt: asked, answeredAt: asked + hourMs, state: "answered" }),
      aQuestion({ channelId, askedAt: asked, state: "open" }),
      aQuestion({ channelId, askedAt: stageStartMs - 90 * dayMs, state: "open" }),
    ),
    insert(reviews, ...[1, 2, 5, 5].map((rating) => aReview({ channelId, rating }))),
    insert(orders, ...[1, 2, 3, 4].map(() => anOrder({ channelId }))),
    insert(
      returns,
      { ...back, id: testIds.next("ret"), number: 90, channelId, reason: "damaged", state: "expected", createdAt: asked },
      { ...back, id: testIds.next("ret"), number: 91, channelId, reason: "damaged", state: "called-off", createdAt: asked },
    ),
  );
  expect(await valueOf({ metric: "questions" })).toBe(3);
  expect(await valueOf({ metric: "unanswered-questions" })).toBe(2);
  expect(await valueOf({ metric: "hours-to-answer" })).toBeCloseTo(1.5);
  expect(await rowsOf({ metric: "reviews", by: ["rating"] })).toEqual({ 1: 1, 2: 1, 5: 2 });
  expect(await valueOf({ metric: "average-rating" })).toBeCloseTo(13 / 4);
  expect(await valueOf({ metric: "complaints" })).toBe(2);
  expect(await rowsOf({ metric: "returns", by: ["return-reason"] })).toEqual({ damaged: 1 });
  expect(await valueOf({ metric: "return-rate" })).toBeCloseTo(1 / 4);
});

test("models: what was spent by whom, and how much people agreed to", async () => {
  const { home, valueOf, rowsOf } = await anEmptyHouse();
  const base = {
    agent: "sync",
    runId: "run_1",
    groupKey: null,
    position: 0,
    rule: "r",
    ruleVersion: 1,
    subjectType: "x",
    subjectId: "x",
    subjectLabel: "x",
  };
  const rest = {
    facts: {},
    effect: {},
    tool: "plan-count",
    call: {},
    createdAt: stageStartMs - hourMs,
    expiresAt: stageStartMs,
    decidedAt: null,
    endedAt: null,
    result: null,
    failure: null,
  };
  const proposal = (state: string, decidedBy: string | null) => ({
    ...base,
    ...rest,
    id: testIds.next("prp"),
    key: testIds.next("k"),
    state,
    decidedBy,
  });
  await writeRows(
    home.id,
    insert(
      aiSpendDays,
      aSpendDay({ askerId: "usr_1", costMicroUsd: 300, calls: 3 }),
      aSpendDay({ askerId: "usr_2", costMicroUsd: 100, calls: 1, model: "small" }),
    ),
    insert(proposals, proposal("applied", "Ana"), proposal("failed", "Ana"), proposal("rejected", "Ana"), proposal("applied", null)),
  );
  expect(await rowsOf({ metric: "ai-spend", by: ["asker"] })).toEqual({ usr_1: 300, usr_2: 100 });
  expect(await valueOf({ metric: "ai-cost-per-call" })).toBe(100);
  expect(await valueOf({ metric: "ai-tokens", where: [{ dimension: "model", values: ["small"] }] })).toBe(1_020);
  expect(await valueOf({ metric: "proposals" })).toBe(4);
  expect(await valueOf({ metric: "approval-rate" })).toBeCloseTo(2 / 3);
});

test("the floor: zones by what was written down of their hours, people by what the zones know", async () => {
  const { home, ctx, valueOf } = await anEmptyHouse();
  const { zoneId } = home.shop;
  const thisHour = Math.floor(stageStartMs / hourMs) * hourMs;
  const sample = (ago: number, work: Partial<typeof noWork>) => ({
    ...noWork,
    ...work,
    id: testIds.next("smp"),
    zoneId,
    hourMs: thisHour - ago * hourMs,
    takenAt: stageStartMs,
    queueDepth: null,
    queueOldestMs: null,
  });
  await writeRows(
    home.id,
    insert(
      floorSamples,
      sample(1, { pickedLines: 30, pickedUnits: 50, countedLines: 8, wrongLines: 2 }),
      sample(2, { pickedLines: 10 }),
      sample(3, { doneTasks: 1 }),
    ),
  );
  expect(await valueOf({ metric: "picks-per-hour" })).toBe(20);
  expect(await valueOf({ metric: "count-accuracy" })).toBeCloseTo(0.75);
  const { id: ana, name } = home.people.picker;
  const figures = (actorId: string, ago: number, pickedLines: number) => ({
    actorId,
    hourMs: thisHour - ago * hourMs,
    pickedUnits: pickedLines,
    pickedLines,
    doneTasks: 1,
  });
  const told: Pick<ZoneMetrics, "people" | "hours" | "queue"> = {
    people: [figures(ana, 1, 12), figures(ana, 2, 6), figures("usr_x", 2, 5)],
    hours: [],
    queue: [],
  };
  const zoneRooms = { ...ctx.ports.zoneRooms, metrics: () => Promise.resolve({ ...emptyMetrics, ...told }) };
  const asked = { metric: "picks-per-hour", by: ["person"], when: { from: "2026-11-20", to: "2026-11-21" } } as const;
  const { rows } = await queryMetrics({ ...ctx, ports: { ...ctx.ports, zoneRooms } }, { ...asked, by: [...asked.by] });
  expect(rows).toEqual([
    { person: name, personId: ana, value: 9 },
    { person: "usr_x", personId: "usr_x", value: 5 },
  ]);
  const tooLong = { ...asked, by: [...asked.by], when: { from: "2026-11-01", to: "2026-11-21" } };
  await expect(queryMetrics(ctx, tooLong)).rejects.toMatchObject({ fields: { when: "peopleForAWeek" } });
});

const emptyMetrics: ZoneMetrics = {
  atMs: 0,
  hours: [],
  people: [],
  corrected: [],
  shortPicks: [],
  queue: [],
  dwell: [],
  connections: 0,
  lastSeq: 0,
  untold: 0,
  waiting: 0,
  oldestWaitingMs: null,
  storageBytes: 0,
};

test("whoever may not see a number is refused it, and one that is always of now takes no time", async () => {
  const { home, stage, ctx } = await anEmptyHouse();
  const seller = stage.as(home, { scopes: ["selling:read"] });
  await expect(queryMetrics(seller, { metric: "gmv" })).resolves.toBeDefined();
  for (const metric of ["stock-on-hand", "visits", "ai-spend", "reviews"] as const)
    await expect(queryMetrics(seller, { metric })).rejects.toMatchObject({ code: "forbidden" });
  await expect(queryMetrics(ctx, { metric: "open-orders", when: { from: "2026-11-01", to: "2026-11-02" } })).rejects.toMatchObject({
    fields: { when: "fieldInvalid" },
  });
  await expect(queryMetrics(ctx, { metric: "open-orders", compare: "year" })).rejects.toMatchObject({
    fields: { compare: "fieldInvalid" },
  });
  await expect(queryMetrics(ctx, { metric: "gmv", by: ["zone"] })).rejects.toMatchObject({ fields: { "by.0": "fieldInvalid" } });
  await expect(queryMetrics(ctx, { metric: "gmv", grain: "hour", when: { from: "2000-01-01", to: "2026-01-01" } })).rejects.toMatchObject({
    fields: { grain: "fieldInvalid" },
  });
});
