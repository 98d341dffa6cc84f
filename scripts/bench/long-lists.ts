import { demoWorkspaceId, otherWorkspaceId } from "#db/seed/people.ts";
import { listings, products, variants } from "#db/schema/catalog.ts";
import { channels } from "#db/schema/channels.ts";
import { orderItems, orders } from "#db/schema/orders.ts";
import { questions, reviews } from "#db/schema/service.ts";
import { statementsFor } from "#db/statements.server.ts";
import { aChannel, aListing, anOrder, anOrderItem, aProduct, aQuestion, aReview, aVariant } from "#db/testing/shop-rows.ts";
import { insert, type Write } from "#db/writes.ts";
import { withLocalData } from "#scripts/dev/local-data.ts";

const longList = 50_000;
const shortList = 50;
const others = 10_000;
const rowsAtOnce = 2_500;
const hourMs = 3_600_000;
const goods = ["Chaleira", "Panela", "Luminária", "Furadeira", "Toalha", "Vaso", "Caderno", "Comedouro"];

/** One shop with long lists and one with short ones, in the same tables. */
export async function fillLists(stateDir: string): Promise<void> {
  await withLocalData(stateDir, async ({ DB }) => {
    const fill = async (workspaceId: string, writes: Iterable<Write>) => {
      for (const write of writes) await DB.batch(statementsFor(DB, write, workspaceId));
    };
    await fill(demoWorkspaceId, shopWrites(longList, others));
    await fill(otherWorkspaceId, shopWrites(shortList, shortList));
  });
}

function* shopWrites(listingCount: number, otherCount: number): Iterable<Write> {
  const [one, two] = [aChannel({ name: "Loja um" }), aChannel({ vendor: "shopee", name: "Loja dois" })];
  const channelId = (index: number) => (index % 3 === 0 ? two.id : one.id);
  yield insert(channels, one, two);
  for (const part of parts(listingCount)) yield insert(listings, ...part.map((index) => listingRow(index, channelId(index))));
  for (const part of parts(otherCount)) {
    const made = part.map((index) => aProduct({ title: titleOf(index), archivedAt: index % 20 === 0 ? Date.now() : null }));
    yield insert(products, ...made);
    const ownVariant = (index: number) => ({ costCents: index % 7 === 0 ? null : 8_000, stock: index % 30 });
    yield insert(variants, ...made.map(({ id }, index) => aVariant({ productId: id, ...ownVariant(index) })));
    const sold = part.map((index) => orderRow(index, channelId(index)));
    yield insert(orders, ...sold);
    yield insert(
      orderItems,
      ...sold.map((row) => anOrderItem({ orderId: row.id, channelId: row.channelId, title: titleOf(row.totalCents) })),
    );
    yield insert(questions, ...part.map((index) => questionRow(index, channelId(index))));
    yield insert(reviews, ...part.map((index) => reviewRow(index, channelId(index))));
  }
}

function* parts(count: number): Iterable<number[]> {
  for (let start = 0; start < count; start += rowsAtOnce) {
    yield Array.from({ length: Math.min(rowsAtOnce, count - start) }, (_, index) => start + index);
  }
}

function titleOf(index: number): string {
  return `${goods[index % goods.length]} modelo ${String((index * 7_919) % longList).padStart(6, "0")}`;
}

function listingRow(index: number, channelId: string) {
  return aListing({
    channelId,
    title: titleOf(index),
    sku: `SKU-${index}`,
    priceCents: 1_000 + ((index * 31) % 49_999),
    stock: index % 50 === 0 ? 0 : 1 + (index % 40),
    sold: index % 300,
    status: ["active", "active", "active", "paused", "closed"][index % 5] ?? "active",
    linkState: index % 10 === 0 ? "suggested" : index % 7 === 0 ? "unlinked" : "linked",
    qualityScore: index % 4 === 0 ? null : index % 101,
    isPriceAutomated: index % 20 === 0,
    remoteUpdatedAt: Date.now() - index * 60_000,
  });
}

function orderRow(index: number, channelId: string) {
  const state = ["delivered", "delivered", "delivered", "shipped", "ready", "cancelled"][index % 6] ?? "delivered";
  return anOrder({
    channelId,
    state,
    totalCents: 1_000 + ((index * 17) % 30_000),
    placedAt: Date.now() - index * hourMs,
    cancelledBy: state === "cancelled" ? (index % 4 === 0 ? "seller" : "buyer") : null,
    shipBy: state === "ready" ? Date.now() + ((index % 5) - 2) * hourMs : null,
    buyerName: index % 2 === 0 ? "Ana Souza" : "Rui Lima",
  });
}

function questionRow(index: number, channelId: string) {
  const isOpen = index % 25 === 0;
  return aQuestion({
    channelId,
    listingRef: `MLB${index % 400}`,
    state: isOpen ? "open" : "answered",
    answer: isOpen ? null : "Sim",
    askedAt: Date.now() - index * hourMs,
  });
}

function reviewRow(index: number, channelId: string) {
  return aReview({ channelId, listingRef: `MLB${index % 400}`, rating: 1 + (index % 5), writtenAt: Date.now() - index * hourMs });
}
