import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { channels } from "#db/schema/channels.ts";
import { listings } from "#db/schema/catalog.ts";
import { stageStartMs } from "#db/testing/basics.ts";
import { aChannel, aListing } from "#db/testing/shop-rows.ts";
import { createStage } from "#db/testing/stage.ts";
import { watchReads } from "#db/testing/watch-reads.ts";
import { aWorkspace, type TestWorkspace, writeRows } from "#db/testing/world.ts";
import { insert } from "#db/writes.ts";
import { listListings } from "./list-listings.server.ts";
import { driverRows } from "./listing-query.ts";
import { listingStatuses } from "../channels/remote.ts";
import { linkStates, listingNeeds, listingSorts } from "./schemas.ts";
import { countBound, summarizeListings } from "./summarize-listings.server.ts";

const many = 6_000;
const second = aChannel({ vendor: "shopee", name: "Loja dois" });
let home: TestWorkspace;

/** What the database read, and how, while something ran. */
async function watched<Answer>(run: (ctx: ReturnType<ReturnType<typeof createStage>["as"]>) => Promise<Answer>) {
  const { database, reads } = watchReads();
  const answer = await run(createStage({ database }).as(home, { role: "viewer" }));
  return { answer, queries: reads.map(({ sql }) => sql), rowsRead: reads.reduce((sum, read) => sum + read.rowsRead, 0) };
}

async function planOf(query: string): Promise<string[]> {
  const marks = query.split("?").length - 1;
  const { results } = await env.DB.prepare(`explain query plan ${query}`)
    .bind(...Array.from({ length: marks }, () => "1"))
    .all<{ detail: string }>();
  return results.map((row) => row.detail);
}

beforeAll(async () => {
  home = await aWorkspace();
  const rows = Array.from({ length: many }, (_, index) =>
    aListing({
      channelId: index % 3 === 0 ? second.id : home.shop.channelId,
      title: `Produto ${String((index * 7919) % many).padStart(6, "0")}`,
      priceCents: 1_000 + ((index * 31) % 997),
      stock: index % 50 === 0 ? 0 : 1 + (index % 40),
      sold: index % 300,
      status: index % 100 === 0 ? "paused" : "active",
      linkState: index % 500 === 0 ? "suggested" : "linked",
      qualityScore: index % 4 === 0 ? null : index % 101,
      isPriceAutomated: index % 10 === 0,
      remoteUpdatedAt: stageStartMs - index,
      ...(index === 17 ? { title: "Açaí em pó orgânico", sku: "ACA-17" } : {}),
    }),
  );
  await writeRows(home.id, insert(channels, second), insert(listings, ...rows));
});

const filters = [
  {},
  ...listingStatuses.map((status) => ({ status })),
  ...linkStates.map((link) => ({ link })),
  ...listingNeeds.map((only) => ({ only })),
  { channelId: second.id },
  { channelId: second.id, status: "active", link: "linked" },
  { search: "produto 00" },
] as const;

describe.each(filters)("listings narrowed by %j", (filter) => {
  test("are read through an index in every order, and no more than a bounded number of rows", async () => {
    for (const sort of listingSorts) {
      const { answer, queries, rowsRead } = await watched((ctx) => listListings(ctx, { ...filter, sort, limit: 50 }));
      const label = `${JSON.stringify(filter)} by ${sort}`;
      for (const query of queries) {
        const plan = await planOf(query);
        expect(
          plan.filter((step) => /SCAN (?!some|json_each|\(|CONSTANT|listings_fts)/.test(step)),
          `${label}: ${query}`,
        ).toEqual([]);
        const isLed = /\+("\w+"\.)?"(title|price_cents|stock|sold|quality_score|remote_updated_at)" (asc|desc|is )/.test(query);
        expect(isLed || !plan.some((step) => step.includes("TEMP B-TREE")), `${label}: ${plan.join("; ")}`).toBe(true);
      }
      // A search costs a few steps of the full-text index a match.
      expect(rowsRead, label).toBeLessThan("search" in filter ? 9 * driverRows : 5_500);
      expect(answer.data.length, label).toBeLessThanOrEqual(50);
    }
  });
});

test("pages follow each other without a gap or a repeat in every order, unrated listings last", async () => {
  const ctx = createStage().as(home, { role: "viewer" });
  for (const filter of [{ link: "suggested" }, { status: "paused" }] as const) {
    for (const sort of ["title", "-price", "quality", "-quality"] as const) {
      const paged: string[] = [];
      const scores: (number | null)[] = [];
      let cursor: string | undefined;
      do {
        const page = await listListings(ctx, { ...filter, sort, limit: 11, ...(cursor === undefined ? {} : { cursor }) });
        paged.push(...page.data.map((row) => row.id));
        scores.push(...page.data.map((row) => row.qualityScore));
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);
      const whole = await listListings(ctx, { ...filter, sort, limit: 200 });
      expect(paged, sort).toEqual(whole.data.map((row) => row.id));
      const unrated = sort.endsWith("quality") ? scores.slice(scores.indexOf(null)) : [];
      expect(unrated.every((score) => score === null)).toBe(true);
    }
  }
});

test("a search finds words without their accents, a SKU and a reference, with every word typed so far", async () => {
  const ctx = createStage().as(home, { role: "viewer" });
  for (const search of ["acai", "AÇAÍ organ", "aca-17", "po acai"]) {
    expect(
      (await listListings(ctx, { search })).data.map((row) => row.title),
      search,
    ).toEqual(["Açaí em pó orgânico"]);
  }
  expect((await listListings(ctx, { search: "acai marte" })).data).toEqual([]);
});

test("a cursor of another order is refused", async () => {
  const ctx = createStage().as(home, { role: "viewer" });
  const { nextCursor } = await listListings(ctx, { sort: "price", limit: 1 });
  await expect(listListings(ctx, { sort: "-price", cursor: nextCursor ?? "" })).rejects.toMatchObject({
    fields: { cursor: "fieldInvalid" },
  });
});

test("the numbers above the list stop counting where they are no longer shown", async () => {
  const { answer, rowsRead } = await watched((ctx) => summarizeListings(ctx));
  expect(answer).toMatchObject({ total: countBound + 1, suggested: 12, ignored: 0, outOfStock: 120 });
  expect(answer.channels).toHaveLength(2);
  expect(rowsRead).toBeLessThan(6 * (countBound + 10));
});
