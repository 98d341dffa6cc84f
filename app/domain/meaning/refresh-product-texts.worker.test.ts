import { like } from "drizzle-orm";
import { expect, test } from "vitest";
import { archiveProducts } from "#app/domain/catalog/archive-products.server.ts";
import { createProduct } from "#app/domain/catalog/create-product.server.ts";
import { products, variants } from "#db/schema/catalog.ts";
import { aProduct, aVariant } from "#db/testing/shop-rows.ts";
import { createStage } from "#db/testing/stage.ts";
import { aWorkspace, writeRows } from "#db/testing/world.ts";
import { insert, updateWhere } from "#db/writes.ts";
import { refreshProductTexts, workspacesWithNewProducts } from "./refresh-product-texts.server.ts";
import { searchAllTexts } from "./search-texts.server.ts";

async function aCatalogue() {
  const stage = createStage();
  const home = await aWorkspace();
  const ctx = stage.as(home, { role: "owner" });
  await refreshProductTexts(ctx);
  const find = async (q: string) => (await searchAllTexts(ctx, { q, kind: "product" })).data.map(({ subjectId }) => subjectId);
  return { stage, home, ctx, find };
}

const samovar = { title: "Samovar de cobre", variants: [{ sku: "SAM-7", costCents: 9_000 }] };

test("a new product is found by what it is and by its SKU once the index has come by, and each only once", async () => {
  const { stage, home, ctx, find } = await aCatalogue();
  stage.clock.advance(1_000);
  const { id } = await createProduct(ctx, samovar);
  expect(await find("samovares")).toEqual([]);
  expect(await workspacesWithNewProducts(stage.deps.orm)).toContain(home.id);
  await refreshProductTexts(ctx);
  expect(await find("samovares")).toEqual([id]);
  expect((await find("SAM-7"))[0]).toBe(id);
  expect(await workspacesWithNewProducts(stage.deps.orm)).not.toContain(home.id);
});

test("what was archived is found no longer", async () => {
  const { stage, ctx, find } = await aCatalogue();
  stage.clock.advance(1_000);
  const { id } = await createProduct(ctx, samovar);
  await refreshProductTexts(ctx);
  stage.clock.advance(1_000);
  await archiveProducts(ctx, { ids: [id], isArchived: true });
  await refreshProductTexts(ctx);
  expect(await find("samovar")).toEqual([]);
});

test("a catalogue of more products than one query takes ids is found whole, and forgotten whole", async () => {
  const { stage, home, ctx, find } = await aCatalogue();
  const many = Array.from({ length: 150 }, (_, number) => aProduct({ title: `Xicara ${number}`, updatedAt: stage.clock.now() + number }));
  await writeRows(home.id, ...many.map((product) => insert(products, product)));
  await writeRows(home.id, ...many.map(({ id }) => insert(variants, aVariant({ productId: id }))));
  expect(await refreshProductTexts(ctx)).toMatchObject({ products: many.length + 1 });
  expect((await searchAllTexts(ctx, { q: "xicara", kind: "product", limit: 100 })).data).toHaveLength(100);
  await writeRows(
    home.id,
    updateWhere(products, like(products.title, "Xicara%"), { archivedAt: stage.clock.now(), updatedAt: stage.clock.now() + 1_000 }),
  );
  await refreshProductTexts(ctx);
  expect(await find("xicara")).toEqual([]);
});
