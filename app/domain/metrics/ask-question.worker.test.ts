import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { answerableEn } from "#app/ai/evals/ask/answerable-en.ts";
import { answerableOdd, answerablePt } from "#app/ai/evals/ask/answerable-pt.ts";
import { ambiguous, hostile, unanswerable } from "#app/ai/evals/ask/refused.ts";
import { dayOfWeek, zonedDay } from "#app/platform/zoned-days.ts";
import { listings, products, variants } from "#db/schema/catalog.ts";
import { channels } from "#db/schema/channels.ts";
import { orderItems, orders } from "#db/schema/orders.ts";
import { stageStartMs, testIds } from "#db/testing/basics.ts";
import { numbersIn, numbersOf } from "#db/testing/said-numbers.ts";
import { aChannel, aListing, anOrder, anOrderItem, aProduct, aVariant } from "#db/testing/shop-rows.ts";
import { createStage } from "#db/testing/stage.ts";
import { aWorkspace, writeRows } from "#db/testing/world.ts";
import { insert, removeWhere } from "#db/writes.ts";
import type { ServiceContext } from "../context.ts";
import { countsAsSale } from "../orders/policy.ts";
import type { AskAnswer, Answered } from "./answer.ts";
import { answerQuery } from "./answer-query.server.ts";
import { askQuestion } from "./ask-question.server.ts";

const dayMs = 86_400_000;
const zone = "America/Sao_Paulo";
const states = ["delivered", "shipped", "ready", "cancelled", "delivered", "delivered"] as const;

type Sale = { channel: "ml" | "shopee"; product: "kettle" | "bottle"; state: (typeof states)[number]; placedAt: number; quantity: number; cents: number };

/** Four orders a day for ninety days, of two products on two channels, the same each time. */
const sales: Sale[] = Array.from({ length: 360 }, (_, index) => ({
  channel: index % 3 === 0 ? "shopee" : "ml",
  product: index % 5 < 2 ? "bottle" : "kettle",
  state: states[index % states.length] ?? "delivered",
  placedAt: stageStartMs - Math.floor(index / 4) * dayMs - (index % 4) * 3 * 3_600_000,
  quantity: 1 + (index % 3),
  cents: 1_990 + 100 * (index % 7),
}));

async function aShop() {
  const home = await aWorkspace();
  await writeRows(home.id, ...[orders, orderItems, listings, products, variants, channels].map((table) => removeWhere(table, sql`1`)));
  const ids = { ml: testIds.next("chn"), shopee: testIds.next("chn"), kettle: testIds.next("prd"), bottle: testIds.next("prd") };
  const skus = { kettle: testIds.next("var"), bottle: testIds.next("var") };
  const offer = (channel: "ml" | "shopee", product: "kettle" | "bottle") =>
    aListing({ channelId: ids[channel], listingRef: `${channel}-${product}`, variantId: skus[product], linkState: "linked" });
  await writeRows(
    home.id,
    insert(channels, aChannel({ id: ids.ml, name: "Loja Um" }), aChannel({ id: ids.shopee, name: "Loja Dois", vendor: "shopee" })),
    insert(
      products,
      aProduct({ id: ids.kettle, title: "Chaleira elétrica inox", brand: "Brastemp" }),
      aProduct({ id: ids.bottle, title: "Garrafa térmica 1L", brand: "Termolar" }),
    ),
    insert(variants, aVariant({ id: skus.kettle, productId: ids.kettle, costCents: 500 }), aVariant({ id: skus.bottle, productId: ids.bottle, costCents: 300 })),
    insert(listings, offer("ml", "kettle"), offer("ml", "bottle"), offer("shopee", "kettle"), offer("shopee", "bottle")),
  );
  const rows = sales.map(({ channel, product, state, placedAt, quantity, cents }) => {
    const channelId = ids[channel];
    const cancelledBy = state === "cancelled" ? "buyer" : null;
    const order = anOrder({ channelId, state, placedAt, units: quantity, totalCents: quantity * cents, currency: "BRL", cancelledBy });
    const line = { orderId: order.id, channelId, listingRef: `${channel}-${product}`, quantity, unitPriceCents: cents, placedAt, currency: "BRL" };
    return { order, item: anOrderItem({ ...line, isCancelled: !countsAsSale(state) }) };
  });
  await writeRows(home.id, insert(orders, ...rows.map(({ order }) => order)), insert(orderItems, ...rows.map(({ item }) => item)));
  return { home, ids, stage: createStage() };
}

function answered(answer: AskAnswer): Answered {
  if (answer.kind !== "answered") throw new Error(`refused: ${answer.reason} ${answer.answer}`);
  return answer;
}

const needsZone = /zone|zona|Ana Lima/i;
const answerable = [...answerableEn, ...answerablePt, ...answerableOdd].filter(({ question }) => !needsZone.test(question));

type Cut = { keyOf: (sale: Sale) => string; fits: (sale: Sale) => boolean };
const measures: Readonly<Record<string, (some: readonly Sale[]) => number>> = {
  gmv: (some) => some.filter(({ state }) => countsAsSale(state)).reduce((sum, { quantity, cents }) => sum + quantity * cents, 0),
  orders: (some) => some.filter(({ state }) => countsAsSale(state)).length,
  "units-sold": (some) => some.filter(({ state }) => countsAsSale(state)).reduce((sum, { quantity }) => sum + quantity, 0),
  "cancelled-orders": (some) => some.filter(({ state }) => state === "cancelled").length,
};

/** The same cut of the sales as an answer's query names, made from the list they were written from. */
function cutOf({ query }: Answered, ids: Readonly<Record<Sale["channel"] | Sale["product"], string>>): Cut | null {
  if (query.type !== "metric" || query.when === null || query.having !== null) return null;
  const { by, grain, where } = query;
  const { from, to } = query.when;
  if (grain !== null && grain !== "day") return null;
  if (from.length > 10 || to.length > 10) return null;
  const keys: Readonly<Record<string, (sale: Sale) => string>> = {
    channel: ({ channel }) => ids[channel],
    vendor: ({ channel }) => (channel === "ml" ? "mercado-livre" : "shopee"),
    product: ({ product }) => ids[product],
    brand: ({ product }) => (product === "kettle" ? "Brastemp" : "Termolar"),
    weekday: ({ placedAt }) => String(dayOfWeek(zonedDay(placedAt, zone))),
    "cancelled-by": () => "buyer",
  };
  if ([...by, ...where.map(({ dimension }) => dimension)].some((one) => keys[one] === undefined)) return null;
  const day = ({ placedAt }: Sale) => zonedDay(placedAt, zone);
  return {
    keyOf: (sale) => [...(grain === null ? [] : [day(sale)]), ...by.map((one) => keys[one]?.(sale) ?? "")].join("|"),
    fits: (sale) =>
      day(sale) >= from && day(sale) < to && where.every(({ dimension, values, isNot }) => values.includes(keys[dimension]?.(sale) ?? "") !== isNot),
  };
}

describe("the own set of questions, asked of a shop", () => {
  test("is answered, each with no number that does not stand in what was counted, and with the sums of the shop's own list", async () => {
    const { home, ids, stage } = await aShop();
    const ctx = stage.as(home, { role: "owner" });
    let compared = 0;
    for (const { question } of answerable) {
      const answer = await askQuestion(ctx, { question });
      if (answer.kind === "refused") throw new Error(`${question}: ${answer.reason} ${answer.answer}`);
      const said = numbersIn(answer.answer);
      const known = numbersOf(answer);
      expect(said.filter((one) => !known.has(one)), `${question}\n${answer.answer}`).toEqual([]);
      const cut = cutOf(answer, ids);
      const measure = answer.query.type === "metric" ? measures[answer.query.metric] : undefined;
      if (cut === null || measure === undefined || answer.query.type !== "metric") continue;
      const groups = Map.groupBy(sales.filter(cut.fits), cut.keyOf);
      const expected = new Map([...groups].map(([key, own]) => [key, measure(own)]).filter(([, value]) => value !== 0) as [string, number][]);
      const { by, grain } = answer.query;
      const keyOfRow = (row: Answered["rows"][number]) => [...(grain === null ? [] : [row["time"]]), ...by.map((one) => row[`${one}Id`])].join("|");
      const got = new Map(answer.rows.filter((row) => row["value"] !== 0).map((row) => [keyOfRow(row), row["value"]]));
      if (answer.result?.isCut === false) expect(got, question).toEqual(expected);
      compared++;
    }
    expect(compared).toBeGreaterThan(25);
  });

  test("what cannot be answered is refused, in words without numbers, with questions that can be", async () => {
    const { home, stage } = await aShop();
    const ctx = stage.as(home, { role: "owner" });
    for (const { question } of [...ambiguous, ...unanswerable, ...hostile]) {
      const answer = await askQuestion(ctx, { question });
      expect(answer.kind, question).toBe("refused");
      expect(answer.suggestions.length, question).toBeGreaterThanOrEqual(2);
      expect(answer.suggestions.length).toBeLessThanOrEqual(4);
      for (const suggestion of answer.suggestions) expect((await askQuestion(ctx, { question: suggestion })).kind, `${question} → ${suggestion}`).toBe("answered");
    }
  });
});

async function ask(ctx: ServiceContext, question: string, locale?: "en" | "pt-BR"): Promise<AskAnswer> {
  return askQuestion(ctx, locale === undefined ? { question } : { question, locale });
}

test("an answer is in the language of its question, with the dates it is of, and in the other one where that is asked for", async () => {
  const { home, stage } = await aShop();
  const ctx = stage.as(home, { role: "owner" });
  const english = answered(await ask(ctx, "orders by channel yesterday"));
  expect(english.answer).toMatch(/^Orders, Nov 20, 2026: \d/);
  const portuguese = answered(await ask(ctx, "pedidos por canal ontem"));
  expect(portuguese.answer).toMatch(/^Pedidos, 20 de nov\. de 2026: \d/);
  expect(portuguese.rows).toEqual(english.rows);
  expect(answered(await ask(ctx, "orders by channel yesterday", "pt-BR")).answer).toBe(portuguese.answer);
});

test("nothing to count is said to be nothing", async () => {
  const { home, stage } = await aShop();
  const ctx = stage.as(home, { role: "owner" });
  expect(answered(await ask(ctx, "GMV in March 2025")).answer).toBe("GMV, March 2025: there is nothing to count.");
  expect(answered(await ask(ctx, "produtos com mais de 900 unidades vendidas ontem")).answer).toContain("nada se encaixa nisso");
});

test("what moved a number is told with its largest parts", async () => {
  const { home, stage } = await aShop();
  const ctx = stage.as(home, { role: "owner" });
  const why = answered(await ask(ctx, "why did GMV change last week?"));
  expect(why.query.type).toBe("why");
  expect(why.explanation).not.toBeNull();
  expect(why.answer).toMatch(/Most of it by (?:channel|marketplace|product|brand|category|order state)/);
  const said = numbersIn(why.answer);
  const known = numbersOf(why);
  expect(said.filter((one) => !known.has(one))).toEqual([]);
});

test("a follow-up goes on from the answer before, and every suggestion can be followed", async () => {
  const { home, stage } = await aShop();
  const ctx = stage.as(home, { role: "owner" });
  const first = answered(await ask(ctx, "GMV by channel last month"));
  const next = answered(await askQuestion(ctx, { question: "only Shopee", previous: first.query }));
  expect(next.query).toMatchObject({ metric: "gmv", by: ["channel"], where: [{ dimension: "vendor", values: ["shopee"] }] });
  expect(next.rows.length).toBe(1);
  for (const suggestion of first.suggestions)
    expect((await askQuestion(ctx, { question: suggestion, previous: first.query })).kind, suggestion).toBe("answered");
  const portuguese = answered(await ask(ctx, "GMV por canal no mês passado"));
  for (const suggestion of portuguese.suggestions)
    expect((await askQuestion(ctx, { question: suggestion, previous: portuguese.query })).kind, suggestion).toBe("answered");
});

test("who may not see a number is told so, and nothing of it", async () => {
  const { home, stage } = await aShop();
  const key = stage.as(home, { scopes: ["chat:read", "catalog:read"] });
  const answer = await ask(key, "GMV by channel last month");
  expect(answer).toMatchObject({ kind: "refused", reason: "forbidden" });
  expect(numbersIn(answer.answer)).toEqual([]);
  for (const suggestion of answer.suggestions) expect((await ask(key, suggestion)).kind, suggestion).toBe("answered");
  expect(await ask(key, "who gave up because of shipping?")).toMatchObject({ kind: "refused", reason: "forbidden" });
  await expect(ask(stage.as(home, { scopes: ["orders:read"] }), "orders yesterday")).rejects.toMatchObject({ code: "forbidden" });
});

test("a query put together by hand is answered as a question is", async () => {
  const { home, stage } = await aShop();
  const ctx = stage.as(home, { role: "owner" });
  const asked = answered(await ask(ctx, "units sold by product last month", "en"));
  const again = answered(await answerQuery(ctx, { query: asked.query, locale: "en" }));
  expect({ ...again, result: { ...again.result, asOfMs: 0 } }).toEqual({ ...asked, result: { ...asked.result, asOfMs: 0 }, answer: again.answer });
  expect(await answerQuery(ctx, { query: { type: "metric", metric: "gmv", by: ["zone"] } })).toMatchObject({ kind: "refused" });
});

test("things are found by name and number, and texts of shoppers by what they mean", async () => {
  const { home, ids, stage } = await aShop();
  const ctx = stage.as(home, { role: "owner" });
  expect(answered(await ask(ctx, "find Garrafa térmica 1L")).found[0]).toMatchObject({ kind: "product", id: ids.bottle, href: `/catalog/${ids.bottle}` });
  expect(answered(await ask(ctx, "ache o SKU nao-existe-9")).found).toEqual([]);
  expect(answered(await ask(ctx, "quem desistiu por causa do frete?")).query).toMatchObject({ type: "search", text: "desistiu por causa do frete" });
});
