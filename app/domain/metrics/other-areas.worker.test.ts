import { expect, test } from "vitest";
import { eq, sql } from "drizzle-orm";
import { aiSpendDays } from "#db/schema/ai.ts";
import { proposals } from "#db/schema/agents.ts";
import { alerts, floorSamples } from "#db/schema/floor-watch.ts";
import { interactionProducts, interactions, shopperSessions } from "#db/schema/interactions.ts";
import { orders } from "#db/schema/orders.ts";
import { returns } from "#db/schema/returns.ts";
import { questions, reviews } from "#db/schema/service.ts";
import { siteStatistics } from "#db/schema/site-statistics.ts";
import { stageStartMs, testIds } from "#db/testing/basics.ts";
import { aSpendDay } from "#db/testing/model-rows.ts";
import { anOrder, aQuestion, aReview } from "#db/testing/shop-rows.ts";
import { someFeatures } from "#db/testing/shopper-rows.ts";
import { createStage } from "#db/testing/stage.ts";
import { aWorkspace, writeRows } from "#db/testing/world.ts";
import { insert, removeWhere, updateWhere } from "#db/writes.ts";
import type { ZoneMetrics } from "../warehouse/monitoring/zone-metrics.ts";
import { noWork } from "../warehouse/monitoring/zone-metrics.ts";
import { queryMetrics } from "./query-metrics.server.ts";
import type { MetricQueryInput } from "./schemas.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

async function anEmptyHouse() {
  const home = await aWorkspace();
  const tables = [orders, questions, reviews, returns, alerts, proposals, aiSpendDays, siteStatistics, interactions, interactionProducts];
  await writeRows(home.id, ...tables.map((table) => removeWhere(table, sql`1`)), removeWhere(shopperSessions, sql`1`));
  const stage = createStage();
  const ctx = stage.as(home, { role: "owner" });
  const valueOf = async (query: MetricQueryInput) => (await queryMetrics(ctx, query)).totals[0]?.value;
  const rowsOf = async (query: MetricQueryInput) => {
    const { rows } = await queryMetrics(ctx, query);
    return Object.fromEntries(rows.map((row) => [row[`${query.by?.[0]}Id`], row["value"]]));
  };
  return { home, stage, ctx, valueOf, rowsOf };
}

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

test("visits come from the sums of their days, pages overlap, and hours are told where they are known", async () => {
  const { home, ctx, valueOf, rowsOf } = await anEmptyHouse();
  const { siteId } = home.shop;
  const day = new Date(stageStartMs - dayMs).toISOString().slice(0, 10);
  const row = (kind: string, value: string, visits: number) => ({
    id: testIds.next("sts"),
    siteId,
    day,
    kind,
    value,
    visits,
    halfHourVisits: visits,
    pageViews: visits * 3,
    visibleMs: visits * 90_000,
    bounces: 2,
    orders: 1,
    orderCents: 100,
  });
  await writeRows(
    home.id,
    insert(
      siteStatistics,
      row("all", "", 10),
      row("device", "phone", 6),
      row("device", "desktop", 4),
      row("page", "/a", 9),
      row("page", "/b", 8),
      row("hour", "09", 7),
      row("hour", "10", 3),
    ),
  );
  expect(await valueOf({ metric: "visits" })).toBe(10);
  expect(await rowsOf({ metric: "visits", by: ["device"] })).toEqual({ phone: 6, desktop: 4 });
  expect(await rowsOf({ metric: "visits", by: ["hour-of-day"] })).toEqual({ "09": 7, 10: 3 });
  const pages = await queryMetrics(ctx, { metric: "visits", by: ["page"] });
  expect(pages.rows.map((one) => one["value"])).toEqual([9, 8]);
  expect(pages.totals[0]?.value).toBe(10);
  const hours = await queryMetrics(ctx, { metric: "visits", grain: "hour", when: { from: day, to: `${day}T12:00` } });
  expect(hours.rows).toHaveLength(12);
  expect(hours.rows.find((one) => one["time"] === `${day}T09:00`)?.["value"]).toBe(7);
  expect(await valueOf({ metric: "conversion-rate" })).toBeCloseTo(0.1);
  expect(await valueOf({ metric: "bounce-rate" })).toBeCloseTo(0.2);
  expect(await valueOf({ metric: "visit-duration" })).toBeCloseTo(1.5);
  await expect(queryMetrics(ctx, { metric: "visits", by: ["device", "hour-of-day"] })).rejects.toMatchObject({ code: "invalid" });
});

test("shoppers: who looked and did not buy, left carts, and what purchases on the site came to, without programs", async () => {
  const { home, ctx, valueOf, rowsOf } = await anEmptyHouse();
  const { siteId } = home.shop;
  const occurredAt = stageStartMs - 5 * hourMs;
  const visit = (kind: string, change: { isBot?: boolean; tags?: string[]; cents?: number } = {}) => {
    const [id, subjectId] = [testIds.next("int"), testIds.next("vis")];
    const { isBot = false, tags = [], cents } = change;
    const features = { ...someFeatures, orderRef: cents === undefined ? null : subjectId, orderCents: cents ?? null };
    const session = {
      siteId,
      userRef: null,
      events: 3,
      halfHourVisits: 1,
      followsId: null,
      endedBy: "idle",
      archiveKey: null,
      processing: "done",
    };
    return {
      id,
      writes: [
        insert(shopperSessions, {
          ...session,
          id: subjectId,
          visitorKey: "v_same",
          startedAt: occurredAt,
          endedAt: occurredAt,
          isBot,
          features,
          createdAt: occurredAt,
        }),
        insert(interactions, {
          ...{
            id,
            source: "web",
            sourceId: siteId,
            subjectId,
            visitorKey: "v_same",
            kind,
            text: "x",
            describedBy: "rules",
            aiCallId: null,
          },
          ...{ occurredAt, durationMs: 1, channel: "phone", isBot, products: [], moments: [], tags, createdAt: occurredAt },
        }),
      ],
    };
  };
  const bought = visit("bought", { cents: 12_345 });
  const left = visit("left-checkout", { tags: ["hesitation:price", "hesitation:shipping-cost"] });
  const looked = visit("viewed");
  const bot = visit("left-cart", { isBot: true });
  const met = (interactionId: string, productId: string, role: string) => ({
    id: testIds.next("inp"),
    interactionId,
    productKey: productId,
    productId,
    role,
    occurredAt,
  });
  await writeRows(
    home.id,
    ...[bought, left, looked, bot].flatMap(({ writes }) => writes),
    insert(
      interactionProducts,
      met(bought.id, "prd_a", "bought"),
      met(left.id, "prd_a", "carted"),
      met(looked.id, "prd_b", "viewed"),
      met(left.id, "prd_b", "removed"),
      met(bot.id, "prd_c", "carted"),
    ),
  );
  expect(await rowsOf({ metric: "views-without-purchase", by: ["product"] })).toEqual({ prd_a: 1, prd_b: 2 });
  expect(await valueOf({ metric: "product-views" })).toBe(4);
  const unknown = visit("viewed");
  const shown = [{ key: "sku:NEW", productId: null, name: "Panela nova" }];
  await writeRows(
    home.id,
    ...unknown.writes,
    updateWhere(interactions, eq(interactions.id, unknown.id), { products: shown }),
    insert(interactionProducts, { ...met(unknown.id, "", "viewed"), productKey: "sku:NEW", productId: null }),
  );
  const only = await queryMetrics(ctx, {
    metric: "product-views",
    by: ["product"],
    where: [{ dimension: "product", values: ["sku:NEW"] }],
  });
  expect(only.rows).toEqual([{ product: "Panela nova", productId: "sku:NEW", value: 1 }]);
  expect(await rowsOf({ metric: "cart-adds", by: ["product"] })).toEqual({ prd_a: 2, prd_b: 1 });
  expect(await valueOf({ metric: "cart-abandonment-rate" })).toBeCloseTo(1 / 2);
  expect(await valueOf({ metric: "site-revenue" })).toBe(12_345);
  expect(await valueOf({ metric: "interactions" })).toBe(4);
  expect(await rowsOf({ metric: "interactions", by: ["hesitation"] })).toEqual({ price: 1, "shipping-cost": 1 });
  expect(await valueOf({ metric: "visitors" })).toBe(1);
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
  ...{ atMs: 0, hours: [], people: [], corrected: [], shortPicks: [], queue: [], dwell: [], connections: 0, lastSeq: 0, untold: 0 },
  ...{ waiting: 0, oldestWaitingMs: null, storageBytes: 0 },
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
