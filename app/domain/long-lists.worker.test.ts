import { beforeAll, describe, expect, test } from "vitest";
import { listings, products, variants } from "#db/schema/catalog.ts";
import { channels } from "#db/schema/channels.ts";
import { orderItems, orders } from "#db/schema/orders.ts";
import { questions, reviews } from "#db/schema/service.ts";
import { stageStartMs } from "#db/testing/basics.ts";
import { aChannel, aListing, anOrder, anOrderItem, aProduct, aQuestion, aReview, aVariant } from "#db/testing/shop-rows.ts";
import { createStage } from "#db/testing/stage.ts";
import { watchReads } from "#db/testing/watch-reads.ts";
import { aWorkspace, type TestWorkspace, writeRows } from "#db/testing/world.ts";
import { insert } from "#db/writes.ts";
import { listListings } from "./catalog/list-listings.server.ts";
import { listProducts } from "./catalog/list-products.server.ts";
import { summarizeListings } from "./catalog/summarize-listings.server.ts";
import { orderStates } from "./channels/remote.ts";
import type { ServiceContext } from "./context.ts";
import { listOrders } from "./orders/list-orders.server.ts";
import { cancellers } from "./orders/policy.ts";
import { orderSorts } from "./orders/schemas.ts";
import { listQuestions } from "./service/list-questions.server.ts";
import { listReviews } from "./service/list-reviews.server.ts";

const many = 4_000;
const limit = 30;
const hourMs = 3_600_000;
/** A page, what belongs to its rows, and rows that a filter passes over: far from the whole list. */
const someRows = 500;
const rareWord = "Samovar";
const second = aChannel({ vendor: "shopee", name: "Loja dois" });
let home: TestWorkspace;

beforeAll(async () => {
  home = await aWorkspace();
  const { channelId: first } = home.shop;
  const rows = Array.from({ length: many }, (_, index) => {
    const channelId = index % 500 === 0 ? second.id : first;
    const title = index % 400 === 0 ? `${rareWord} ${index}` : `Produto ${String((index * 7_919) % many).padStart(5, "0")}`;
    const at = stageStartMs - (index + 1) * hourMs;
    const isCancelled = index % 3 === 0;
    const product = aProduct({ title, archivedAt: index % 4 === 0 ? at : null });
    const variant = aVariant({ productId: product.id, costCents: index % 10 === 0 ? null : 1_000, stock: index % 10 });
    const listingRef = `MLB${10_000 + index}`;
    const order = anOrder({
      channelId,
      state: isCancelled ? "cancelled" : index % 400 === 1 ? "unpaid" : "delivered",
      cancelledBy: isCancelled ? (index % 600 === 0 ? "seller" : "buyer") : null,
      totalCents: 1_000 + ((index * 31) % 997),
      placedAt: at,
    });
    const rating = index % 100 === 0 ? 1 : 3 + (index % 3);
    return {
      product,
      variant,
      order,
      item: anOrderItem({ orderId: order.id, channelId, title }),
      listing: aListing({ channelId, listingRef, title, variantId: variant.id, linkState: "linked", isPriceAutomated: index % 800 === 0 }),
      question: aQuestion({ channelId, listingRef, text: title, state: index % 50 === 0 ? "open" : "answered", askedAt: at }),
      review: aReview({ channelId, listingRef, text: title, rating, writtenAt: at }),
    };
  });
  await writeRows(
    home.id,
    insert(channels, second),
    insert(products, ...rows.map((row) => row.product)),
    insert(variants, ...rows.map((row) => row.variant)),
    insert(listings, ...rows.map((row) => row.listing)),
    insert(orders, ...rows.map((row) => row.order)),
    insert(orderItems, ...rows.map((row) => row.item)),
    insert(questions, ...rows.map((row) => row.question)),
    insert(reviews, ...rows.map((row) => row.review)),
  );
});

type Paged = (ctx: ServiceContext, place: { limit: number; cursor?: string }) => Promise<{ data: unknown[]; nextCursor: string | null }>;

/** The first page and the second: a cursor is a condition of its own. */
async function readPages(list: Paged): Promise<{ rows: number; dearest: { sql: string; rowsRead: number } | undefined }> {
  const { database, reads } = watchReads();
  const ctx = createStage({ database }).as(home, { role: "viewer" });
  const first = await list(ctx, { limit });
  if (first.nextCursor !== null) await list(ctx, { limit, cursor: first.nextCursor });
  return { rows: first.data.length, dearest: reads.toSorted((a, b) => b.rowsRead - a.rowsRead)[0] };
}

const cases: [label: string, list: Paged][] = [
  ["automated listings", (ctx, place) => listListings(ctx, { ...place, only: "automated" })],
  ["listings with a rare word", (ctx, place) => listListings(ctx, { ...place, search: rareWord })],
  ["products", (ctx, place) => listProducts(ctx, place)],
  ["archived products", (ctx, place) => listProducts(ctx, { ...place, state: "archived" })],
  ["products with a rare word", (ctx, place) => listProducts(ctx, { ...place, search: rareWord })],
  ...orderSorts.flatMap((sort): typeof cases => [
    [`orders by ${sort}`, (ctx, place) => listOrders(ctx, { ...place, sort })],
    [`orders of a small channel by ${sort}`, (ctx, place) => listOrders(ctx, { ...place, sort, channelId: second.id })],
    ...orderStates.map((state): (typeof cases)[number] => [
      `${state} orders by ${sort}`,
      (ctx, place) => listOrders(ctx, { ...place, sort, state }),
    ]),
  ]),
  ...cancellers.map((by): (typeof cases)[number] => [
    `orders cancelled by ${by}`,
    (ctx, place) => listOrders(ctx, { ...place, cancelledBy: by }),
  ]),
  ["orders with a rare word", (ctx, place) => listOrders(ctx, { ...place, search: rareWord })],
  ["late orders", (ctx, place) => listOrders(ctx, { ...place, late: "1" })],
  ["questions", (ctx, place) => listQuestions(ctx, place)],
  ["open questions", (ctx, place) => listQuestions(ctx, { ...place, state: "open", sort: "asked" })],
  ["overdue questions", (ctx, place) => listQuestions(ctx, { ...place, overdue: "1", sort: "asked" })],
  ["questions about a listing", (ctx, place) => listQuestions(ctx, { ...place, listingRef: "MLB10400" })],
  ["questions of a small channel", (ctx, place) => listQuestions(ctx, { ...place, channelId: second.id })],
  ["questions with a rare word", (ctx, place) => listQuestions(ctx, { ...place, search: rareWord })],
  ["reviews", (ctx, place) => listReviews(ctx, place)],
  ["complaints", (ctx, place) => listReviews(ctx, { ...place, complaints: "1" })],
  ["reviews with one star", (ctx, place) => listReviews(ctx, { ...place, rating: 1 })],
  ["reviews of a listing", (ctx, place) => listReviews(ctx, { ...place, listingRef: "MLB10400" })],
  ["reviews of a small channel", (ctx, place) => listReviews(ctx, { ...place, channelId: second.id })],
  ["reviews with a rare word", (ctx, place) => listReviews(ctx, { ...place, search: rareWord })],
];

describe("a page of a long list reads a few rows and not the list:", () => {
  test.each(cases)("%s", async (_label, list) => {
    const { dearest } = await readPages(list);
    expect(dearest?.rowsRead, dearest?.sql).toBeLessThan(someRows);
  });
});

test.each(["listing", "cost", "stock"] as const)(
  "products that lack a %s cost a few rows for each that is passed on the way",
  async (lacks) => {
    const { dearest } = await readPages((ctx, place) => listProducts(ctx, { ...place, lacks }));
    expect(dearest?.rowsRead).toBeLessThan(4 * many);
  },
);

test("the numbers above the listings cost the same, however many there are", async () => {
  const { database, reads } = watchReads();
  await summarizeListings(createStage({ database }).as(home, { role: "viewer" }));
  expect(Math.max(...reads.map(({ rowsRead }) => rowsRead))).toBeLessThan(1_100);
});
