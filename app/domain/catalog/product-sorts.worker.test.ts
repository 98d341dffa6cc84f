import { env } from "cloudflare:workers";
import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { createOrm } from "#db/client.server.ts";
import { listings, products, variants } from "#db/schema/catalog.ts";
import { aListing, aProduct, aVariant } from "#db/testing/shop-rows.ts";
import { createStage } from "#db/testing/stage.ts";
import { aWorkspace, type TestWorkspace, writeRows } from "#db/testing/world.ts";
import { insert, removeWhere } from "#db/writes.ts";
import { stretchesOf } from "../sorted-page.ts";
import { decideLinks } from "./decide-links.server.ts";
import { linkListing } from "./link-listing.server.ts";
import { listProducts } from "./list-products.server.ts";
import { planProducts } from "./product-query.ts";
import { updateVariant } from "./save-variant.server.ts";
import { productSorts } from "./schemas.ts";

async function aHome() {
  const home = await aWorkspace();
  await writeRows(
    home.id,
    removeWhere(variants, eq(variants.workspaceId, home.id)),
    removeWhere(products, eq(products.workspaceId, home.id)),
  );
  return { home, ctx: createStage().as(home, { role: "manager" }) };
}

type Skus = { stock: number; costCents: number | null }[];

async function add(home: TestWorkspace, title: string, updatedAt: number, skus: Skus) {
  const product = aProduct({ title, updatedAt });
  const own = skus.map((sku) => aVariant({ ...sku, productId: product.id }));
  await writeRows(home.id, insert(products, product), insert(variants, ...own));
  return { productId: product.id, variantIds: own.map((one) => one.id) };
}

async function inOrder(ctx: Parameters<typeof listProducts>[0], sort: (typeof productSorts)[number]): Promise<string> {
  const titles: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await listProducts(ctx, { sort, limit: 2, ...(cursor === undefined ? {} : { cursor }) });
    titles.push(...page.data.map((row) => row.title));
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return titles.join("");
}

test("products are sorted by what all their SKUs and listings say, page after page, and what is unknown comes last", async () => {
  const { home, ctx } = await aHome();
  const a = await add(home, "a", 30, [
    { stock: 5, costCents: 900 },
    { stock: 4, costCents: 200 },
  ]);
  const b = await add(home, "b", 10, [{ stock: 7, costCents: 300 }]);
  await add(home, "c", 20, [{ stock: 0, costCents: null }]);
  await add(home, "d", 40, [{ stock: 1, costCents: null }]);
  const offered = (variantId: string | undefined) =>
    aListing({ channelId: home.shop.channelId, variantId: variantId ?? "", linkState: "linked" });
  await writeRows(home.id, insert(listings, offered(b.variantIds[0]), offered(b.variantIds[0]), offered(a.variantIds[1])));
  expect([await inOrder(ctx, "stock"), await inOrder(ctx, "-stock")]).toEqual(["cdba", "abdc"]);
  expect([await inOrder(ctx, "cost"), await inOrder(ctx, "-cost")]).toEqual([
    expect.stringMatching(/^ab(cd|dc)$/),
    expect.stringMatching(/^ba(cd|dc)$/),
  ]);
  expect([await inOrder(ctx, "updated"), await inOrder(ctx, "-updated")]).toEqual(["bcad", "dacb"]);
  expect((await inOrder(ctx, "-listings")).slice(0, 2)).toBe("ba");
});

test("the sums follow every change of a SKU and of a link", async () => {
  const { home, ctx } = await aHome();
  const { productId, variantIds } = await add(home, "a", 1, [{ stock: 5, costCents: 900 }]);
  const [variantId = ""] = variantIds;
  const listing = aListing({ channelId: home.shop.channelId });
  await writeRows(home.id, insert(listings, listing), insert(variants, aVariant({ productId, stock: 2, costCents: 100 })));
  const sums = async () => {
    const row = await ctx.db.first(products, eq(products.id, productId));
    return [row?.stockTotal, row?.lowestCostCents, row?.listingCount];
  };
  expect(await sums()).toEqual([7, 100, 0]);
  await linkListing(ctx, { id: listing.id, variantId });
  await updateVariant(ctx, { id: variantId, version: 1, stock: 1, costCents: 50 });
  expect(await sums()).toEqual([3, 50, 1]);
  await decideLinks(ctx, { ids: [listing.id], decision: "unlink" });
  await writeRows(home.id, removeWhere(variants, eq(variants.id, variantId)));
  expect(await sums()).toEqual([2, 100, 0]);
});

test.each(productSorts)("the order by %s is read from an index and nothing is sorted", async (sort) => {
  const orm = createOrm(env.DB);
  const plan = planProducts("wsp_1", { sort });
  for (const { where, orderBy } of stretchesOf(plan, products.id, undefined)) {
    const query = orm
      .select({ id: products.id })
      .from(products)
      .where(and(eq(products.workspaceId, "wsp_1"), where))
      .orderBy(...orderBy)
      .limit(51)
      .toSQL();
    const { results } = await env.DB.prepare(`explain query plan ${query.sql}`)
      .bind(...query.params)
      .all<{ detail: string }>();
    const steps = results.map((row) => row.detail);
    expect(steps).toHaveLength(1);
    expect(steps[0]).toMatch(/^SEARCH products USING (COVERING )?INDEX products_/);
  }
});
