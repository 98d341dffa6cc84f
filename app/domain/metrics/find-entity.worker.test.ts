import { expect, test } from "vitest";
import { channels } from "#db/schema/channels.ts";
import { products, variants } from "#db/schema/catalog.ts";
import { testIds } from "#db/testing/basics.ts";
import { aChannel, aProduct, aVariant } from "#db/testing/shop-rows.ts";
import { createStage } from "#db/testing/stage.ts";
import { aWorkspace, writeRows } from "#db/testing/world.ts";
import { warehouses, zones } from "#db/schema/warehouse.ts";
import { insert } from "#db/writes.ts";
import { findEntity } from "./find-entity.server.ts";

async function aShop() {
  const [home, other] = [await aWorkspace(), await aWorkspace()];
  const [productId, channelId] = [testIds.next("prd"), testIds.next("chn")];
  await writeRows(
    home.id,
    insert(channels, aChannel({ id: channelId, name: "Loja do Centro", vendor: "shopee" })),
    insert(products, aProduct({ id: productId, title: "Garrafa térmica 1 L", brand: "Térmolar" })),
    insert(variants, aVariant({ productId, sku: "GAR-1L" })),
  );
  await writeRows(other.id, insert(products, aProduct({ title: "Garrafa térmica secreta" })));
  return { home, productId, channelId, stage: createStage() };
}

test("finds channels, vendors, products, brands and SKUs as people type them, the best first, and only the workspace's own", async () => {
  const { home, productId, channelId, stage } = await aShop();
  const ctx = stage.as(home, { role: "owner" });
  const best = async (text: string) => (await findEntity(ctx, { text }))[0];
  expect(await best("loja do centro")).toMatchObject({ dimension: "channel", id: channelId, score: 1 });
  expect(await best("SHOPEE")).toMatchObject({ dimension: "vendor", id: "shopee", score: 1 });
  expect(await best("mercadolivre")).toMatchObject({ dimension: "vendor", id: "mercado-livre" });
  expect(await best("garrafa termica")).toMatchObject({ dimension: "product", id: productId });
  expect(await best("garafa termica")).toMatchObject({ dimension: "product", id: productId });
  expect(await best("termolar")).toMatchObject({ dimension: "brand", id: "Térmolar", score: 1 });
  expect(await best("gar-1l")).toMatchObject({ dimension: "sku", label: "GAR-1L", score: 1 });
  expect(await findEntity(ctx, { text: "secreta" })).toEqual([]);
  expect(await findEntity(ctx, { text: "…" })).toEqual([]);
  expect(await findEntity(ctx, { text: '" OR workspace_id : "x' })).toEqual([]);
});

test("tells nobody of what they may not see, and only of what was asked for", async () => {
  const { home, stage } = await aShop();
  const ctx = stage.as(home, { scopes: ["chat:read", "channels:read"] });
  expect(await findEntity(ctx, { text: "garrafa" })).toEqual([]);
  expect((await findEntity(ctx, { text: "loja" })).map(({ dimension }) => dimension)).not.toContain("product");
  const all = stage.as(home, { role: "owner" });
  expect(await findEntity(all, { text: "garrafa", dimensions: ["channel"] })).toEqual([]);
});

test("finds a zone by its letter and calls it by its name", async () => {
  const { home, stage } = await aShop();
  const [warehouseId, zoneId] = [testIds.next("whs"), testIds.next("zon")];
  await writeRows(
    home.id,
    insert(warehouses, { id: warehouseId, code: "W1", name: "Galpão", createdAt: 0 }),
    insert(zones, { id: zoneId, warehouseId, code: "Q", name: "Zona Q · Separação", createdAt: 0 }),
  );
  const found = await findEntity(stage.as(home, { role: "owner" }), { text: "Q", dimensions: ["zone"] });
  expect(found).toEqual([{ dimension: "zone", id: zoneId, label: "Zona Q · Separação", score: 1 }]);
});
