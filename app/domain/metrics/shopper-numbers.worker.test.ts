import { expect, test } from "vitest";
import { eq } from "drizzle-orm";
import { interactionProducts, interactions, shopperSessions } from "#db/schema/interactions.ts";
import { siteStatistics } from "#db/schema/site-statistics.ts";
import { stageStartMs, testIds } from "#db/testing/basics.ts";
import { someFeatures } from "#db/testing/shopper-rows.ts";
import { writeRows } from "#db/testing/world.ts";
import { insert, updateWhere } from "#db/writes.ts";
import { queryMetrics } from "./query-metrics.server.ts";
import { anEmptyHouse } from "./testing/empty-house.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

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
  const seen = {
    source: "web",
    sourceId: siteId,
    visitorKey: "v_same",
    text: "x",
    describedBy: "rules",
    aiCallId: null,
    occurredAt,
    durationMs: 1,
    channel: "phone",
    products: [],
    moments: [],
    createdAt: occurredAt,
  };
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
          ...seen,
          id,
          subjectId,
          kind,
          isBot,
          tags,
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
