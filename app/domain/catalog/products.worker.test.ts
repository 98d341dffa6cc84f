import { expect, test } from "vitest";
import { listings, products, variants } from "#db/schema/catalog.ts";
import { aListing, aProduct, aVariant } from "#db/testing/shop-rows.ts";
import { createStage } from "#db/testing/stage.ts";
import { aWorkspace, type TestWorkspace, writeRows } from "#db/testing/world.ts";
import { insert } from "#db/writes.ts";
import { archiveProducts } from "./archive-products.server.ts";
import { createProduct } from "./create-product.server.ts";
import { exportProducts } from "./export-lists.server.ts";
import { listProducts } from "./list-products.server.ts";
import { readProduct } from "./read-product.server.ts";
import { addVariant, updateVariant } from "./save-variant.server.ts";
import { searchVariants } from "./search-variants.server.ts";
import { updateProduct } from "./update-product.server.ts";

async function aHome() {
  const home = await aWorkspace();
  return { home, ctx: createStage().as(home, { role: "manager" }) };
}

type NewVariant = Partial<Parameters<typeof aVariant>[0]>;

async function add(home: TestWorkspace, title: string, change: NewVariant = {}): Promise<{ productId: string; variantId: string }> {
  const product = aProduct({ title });
  const variant = aVariant({ ...change, productId: product.id });
  await writeRows(home.id, insert(products, product), insert(variants, variant));
  return { productId: product.id, variantId: variant.id };
}

test("products are found by their words and by the SKU or GTIN of a variant", async () => {
  const { home, ctx } = await aHome();
  await add(home, "Panela de pressão", { sku: "PAN-45X", gtin: "7891000315507" });
  for (const search of ["panela", "PRESSAO pan", "pan-45", "7891000315507"]) {
    expect(
      (await listProducts(ctx, { search })).data.map((row) => row.title),
      search,
    ).toEqual(["Panela de pressão"]);
  }
  expect((await searchVariants(ctx, { search: "pressao" })).map((one) => one.sku)).toEqual(["PAN-45X"]);
  expect((await searchVariants(ctx, { search: "pan-45" })).map((one) => one.productTitle)).toEqual(["Panela de pressão"]);
});

test("products that lack something are found by what they lack", async () => {
  const { home, ctx } = await aHome();
  const sold = await add(home, "Com anúncio");
  await writeRows(home.id, insert(listings, aListing({ channelId: home.shop.channelId, variantId: sold.variantId, linkState: "linked" })));
  await add(home, "Sem custo", { costCents: null });
  await add(home, "Sem estoque", { stock: 0 });
  const titles = async (lacks: "listing" | "cost" | "stock") => (await listProducts(ctx, { lacks })).data.map((row) => row.title);
  expect(await titles("listing")).toEqual(["Chaleira elétrica 1,8 L", "Sem custo", "Sem estoque"]);
  expect(await titles("cost")).toEqual(["Sem custo"]);
  expect(await titles("stock")).toEqual(["Sem estoque"]);
  const [row] = (await listProducts(ctx, { search: "anuncio" })).data;
  expect(row?.listings).toEqual([{ channelId: home.shop.channelId, channel: "Loja de teste", count: 1 }]);
});

test("pages follow each other by name, and an export brings every product once", async () => {
  const { home, ctx } = await aHome();
  for (let index = 0; index < 12; index += 1) await add(home, index % 3 === 0 ? "Igual" : `Produto ${index}`);
  const paged: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await listProducts(ctx, { limit: 5, sort: "-title", ...(cursor === undefined ? {} : { cursor }) });
    paged.push(...page.data.map((row) => row.id));
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  const exported: string[] = [];
  for await (const row of await exportProducts(ctx, { sort: "-title" })) exported.push(row.id);
  expect([new Set(paged).size, paged]).toEqual([13, exported]);
});

test("a product is made with its SKUs, and a SKU that is taken is refused at its field", async () => {
  const { ctx } = await aHome();
  const { id } = await createProduct(ctx, {
    title: " Copo ",
    variants: [{ sku: "CP-1", gtin: "789 1000 315507", costCents: 500 }, { sku: "CP-2" }],
  });
  expect(await readProduct(ctx, { id })).toMatchObject({
    title: "Copo",
    variants: [
      { sku: "CP-1", gtin: "7891000315507", costCents: 500, currency: "USD" },
      { sku: "CP-2", gtin: null, costCents: null, stock: 0 },
    ],
  });
  const again = createProduct(ctx, { title: "Outro", variants: [{ sku: "CP-3" }, { sku: "CP-2" }] });
  await expect(again).rejects.toMatchObject({ code: "conflict", fields: { "variants.1.sku": "skuTaken" } });
  await expect(createProduct(ctx, { title: "Outro", variants: [{ sku: "A 1" }, { sku: "a1" }] })).rejects.toMatchObject({
    fields: { "variants.1.sku": "skuTaken" },
  });
  await expect(createProduct(ctx, { title: " ", variants: [{ sku: "X", costCents: Number.NaN }] })).rejects.toMatchObject({
    fields: { title: "required", "variants.0.costCents": "moneyInvalid" },
  });
  await expect(createProduct(ctx, { title: "Outro", variants: [{ sku: "X", gtin: "7891000315508" }] })).rejects.toMatchObject({
    fields: { "variants.0.gtin": "gtinInvalid" },
  });
});

test("a stale writer changes neither a product nor a variant", async () => {
  const { home, ctx } = await aHome();
  const { productId, variantId } = home.shop;
  expect(await updateProduct(ctx, { id: productId, version: 1, brand: "" })).toMatchObject({ version: 2 });
  await expect(updateProduct(ctx, { id: productId, version: 1, title: "Tarde" })).rejects.toMatchObject({ code: "conflict" });
  expect(await updateVariant(ctx, { id: variantId, version: 1, costCents: "", stock: "7" })).toMatchObject({ version: 2 });
  await expect(updateVariant(ctx, { id: variantId, version: 1, stock: 1 })).rejects.toMatchObject({ code: "conflict" });
  expect(await readProduct(ctx, { id: productId })).toMatchObject({
    title: "Chaleira elétrica 1,8 L",
    brand: null,
    variants: [{ costCents: null, stock: 7, weightGrams: 1_100 }],
  });
});

test("a variant keeps its own SKU and cannot take another's", async () => {
  const { home, ctx } = await aHome();
  const { id } = await addVariant(ctx, { productId: home.shop.productId, sku: "OWN-1" });
  const [first] = (await readProduct(ctx, { id: home.shop.productId })).variants;
  await expect(updateVariant(ctx, { id, version: 1, sku: first?.sku ?? "" })).rejects.toMatchObject({ fields: { sku: "skuTaken" } });
  expect(await updateVariant(ctx, { id, version: 1, sku: "OWN-1", name: "Azul" })).toMatchObject({ version: 2 });
});

test("archiving takes out of the list what it names, and the answer can be undone", async () => {
  const { home, ctx } = await aHome();
  const { productId } = await add(home, "Velho");
  const { ids } = await archiveProducts(ctx, { ids: [productId, home.shop.productId, "prd_nobody"], isArchived: true });
  expect([ids.length, (await listProducts(ctx)).data, (await listProducts(ctx, { state: "archived" })).data.length]).toEqual([2, [], 2]);
  expect(await archiveProducts(ctx, { ids, isArchived: true })).toEqual({ ids: [] });
  await archiveProducts(ctx, { ids, isArchived: false });
  expect((await listProducts(ctx)).data).toHaveLength(2);
});
