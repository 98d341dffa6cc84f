import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { listings, products, variants } from "#db/schema/catalog.ts";
import { aListing, aProduct, aVariant } from "#db/testing/shop-rows.ts";
import { createStage } from "#db/testing/stage.ts";
import { aWorkspace, type TestWorkspace, writeRows } from "#db/testing/world.ts";
import { insert } from "#db/writes.ts";
import type { ServiceContext } from "../context.ts";
import { decideLinks } from "./decide-links.server.ts";
import { linkListing } from "./link-listing.server.ts";
import { linkListings, type LinkPlace, type LinkResult } from "./link-listings.server.ts";
import { makeProducts } from "./make-products.server.ts";

type ListingChange = Omit<Parameters<typeof aListing>[0], "channelId">;

/** Page after page, as a sync does it. */
async function linkAll(ctx: ServiceContext, asked: Omit<Parameters<typeof linkListings>[1], "after">): Promise<LinkResult> {
  const total: LinkResult = { linked: 0, suggested: 0, created: 0 };
  let after: LinkPlace | undefined;
  do {
    const { next, ...part } = await linkListings(ctx, { ...asked, after });
    for (const key of ["linked", "suggested", "created"] as const) total[key] += part[key];
    after = next;
  } while (after !== undefined);
  return total;
}

async function aHome() {
  const home = await aWorkspace();
  const stage = createStage();
  return {
    home,
    stage,
    person: stage.as(home, { role: "manager" }),
    system: stage.as(home, { system: "sync" }),
    channelId: home.shop.channelId,
  };
}

async function addListings(home: TestWorkspace, ...changes: ListingChange[]): Promise<string[]> {
  const rows = changes.map((change) => aListing({ channelId: home.shop.channelId, title: "Coisa sem par", ...change }));
  await writeRows(home.id, insert(listings, ...rows));
  return rows.map((row) => row.id);
}

async function addVariants(home: TestWorkspace, ...changes: Partial<Parameters<typeof aVariant>[0]>[]): Promise<string[]> {
  const rows = changes.map((change) => aVariant({ productId: home.shop.productId, ...change }));
  await writeRows(home.id, insert(variants, ...rows));
  return rows.map((row) => row.id);
}

async function stateOf(ctx: ServiceContext, id: string | undefined) {
  const row = await ctx.db.first(listings, eq(listings.id, id ?? ""));
  return [row?.linkState, row?.variantId ?? null, row?.suggestedVariantId ?? null, row?.suggestedBy ?? null];
}

test("the same SKU links whatever its case and spaces, a GTIN suggests, the rest stays open", async () => {
  const { home, system, channelId } = await aHome();
  const gtin = "7891000315507";
  const [exact, spelled, coded] = await addVariants(home, { sku: "AB-1" }, { sku: "cd 2" }, { sku: "EF-3", gtin });
  const ids = await addListings(home, { sku: "AB-1" }, { sku: "CD2" }, { sku: "Cd 2 " }, { gtin: `0${gtin}` }, { sku: "GH-4" });
  expect(await linkAll(system, { channelId, listingIds: ids })).toEqual({ linked: 3, suggested: 1, created: 0 });
  expect(await Promise.all(ids.map((id) => stateOf(system, id)))).toEqual([
    ["linked", exact, null, "sku"],
    ["linked", spelled, null, "sku"],
    ["linked", spelled, null, "sku"],
    ["suggested", null, coded, "gtin"],
    ["unlinked", null, null, null],
  ]);
});

test("a like title suggests, and of two like products none", async () => {
  const { home, system, channelId } = await aHome();
  const rows = [
    aProduct({ title: "Garrafa térmica inox 500 ml", brand: "Polo" }),
    aProduct({ title: "Panela de pressão 4,5 L", brand: null }),
    aProduct({ title: "Panela pressão 4,5 litros", brand: null }),
  ];
  await writeRows(home.id, insert(products, ...rows));
  const [bottle] = await addVariants(home, ...rows.map((row) => ({ productId: row.id })));
  const ids = await addListings(home, { title: "Garrafa Termica Polo Inox 500ml" }, { title: "Panela de Pressão 4,5 L" });
  await linkAll(system, { channelId, listingIds: ids });
  expect(await stateOf(system, ids[0])).toEqual(["suggested", null, bottle, "title"]);
  expect(await stateOf(system, ids[1])).toEqual(["unlinked", null, null, null]);
});

test("asked again, linking changes nothing, and a person's decision stays", async () => {
  const { home, system, person, channelId } = await aHome();
  const gtin = "7891000315507";
  const [own, other] = await addVariants(home, { sku: "AB-1", gtin }, { sku: "ZZ-9" });
  const ids = await addListings(home, { sku: "AB-1" }, { sku: "AB-1" }, { sku: "AB-1" }, { gtin }, { gtin });
  const [kept, unlinked, relinked, rejected, ignored] = ids;
  await linkAll(system, { channelId, listingIds: ids });
  await decideLinks(person, { ids: [unlinked ?? ""], decision: "unlink" });
  await linkListing(person, { id: relinked ?? "", variantId: other ?? "" });
  await decideLinks(person, { ids: [rejected ?? ""], decision: "reject" });
  await decideLinks(person, { ids: [ignored ?? ""], decision: "ignore" });
  const before = await system.db.all(listings);
  expect(await linkAll(system, { channelId, createMissing: true })).toEqual({ linked: 0, suggested: 0, created: 0 });
  expect(await system.db.all(listings)).toEqual(before);
  expect([await stateOf(system, kept), await stateOf(system, relinked), await stateOf(system, ignored)]).toEqual([
    ["linked", own, null, "sku"],
    ["linked", other, null, "person"],
    ["ignored", null, null, "person"],
  ]);
});

test("the first channel's SKUs become products: models of a listing one product, a SKU one variant", async () => {
  const { home, system, channelId } = await aHome();
  const shirt = { listingRef: "MLB77", title: "Camiseta básica" };
  const ids = await addListings(
    home,
    { ...shirt, modelRef: "1", modelName: "Azul", sku: "CAM-A" },
    { ...shirt, modelRef: "2", modelName: "Preta", sku: "CAM-P" },
    { sku: "cam-a", title: "Camiseta azul avulsa" },
    { sku: null },
  );
  expect(await linkAll(system, { channelId, listingIds: ids.slice(0, 1), createMissing: true })).toMatchObject({ created: 1 });
  expect(await linkAll(system, { channelId, listingIds: ids, createMissing: true })).toEqual({ linked: 2, suggested: 0, created: 1 });
  const made = (await system.db.all(variants)).filter((one) => one.sku.startsWith("CAM"));
  expect(made.map(({ sku, name }) => [sku, name])).toEqual([
    ["CAM-A", "Azul"],
    ["CAM-P", "Preta"],
  ]);
  expect(new Set(made.map((one) => one.productId)).size).toBe(1);
  expect((await stateOf(system, ids[3]))[0]).toBe("unlinked");
});

test("two pages that make the same SKU at once end with one", async () => {
  const { home, system, channelId } = await aHome();
  const ids = await addListings(home, { sku: "SAME-1" }, { sku: "SAME-1" });
  await Promise.all(ids.map((id) => linkAll(system, { channelId, listingIds: [id], createMissing: true })));
  expect((await system.db.all(variants)).filter((one) => one.sku === "SAME-1")).toHaveLength(1);
  expect((await Promise.all(ids.map((id) => stateOf(system, id)))).map(([state]) => state)).toEqual(["linked", "linked"]);
});

test("a whole channel is linked, however many listings it has", async () => {
  const { home, system, channelId } = await aHome();
  await addListings(home, ...Array.from({ length: 250 }, (_, index) => ({ sku: `BULK-${index}`, title: `Coisa ${index % 7}` })));
  expect(await linkAll(system, { channelId, createMissing: true })).toMatchObject({ linked: 250, created: 250 });
});

test("suggestions are confirmed in bulk, and what is none any more is left alone", async () => {
  const { home, person, stage } = await aHome();
  const { variantId } = home.shop;
  const suggested = { linkState: "suggested", suggestedVariantId: variantId, suggestedBy: "gtin" };
  const ids = await addListings(home, suggested, suggested, { linkState: "ignored" }, { ...suggested, suggestedVariantId: "var_gone" });
  expect(await decideLinks(person, { ids, decision: "confirm" })).toEqual({ ids: ids.slice(0, 2), decision: "confirm" });
  expect(await stateOf(person, ids[1])).toEqual(["linked", variantId, null, "person"]);
  expect((await stateOf(person, ids[2]))[0]).toBe("ignored");
  expect(stage.committed.map(({ event }) => event.type)).toEqual(expect.arrayContaining(["activity.recorded", "data.changed"]));
});

test("products are made of chosen listings, and a SKU that is taken is reported with its listing", async () => {
  const { home, person } = await aHome();
  await addVariants(home, { sku: "TAKEN-1" });
  const linkedRef = "MLB99";
  const shoe = { listingRef: "MLB88", title: "Tênis" };
  const ids = await addListings(
    home,
    { ...shoe, modelRef: "1", modelName: "38", sku: "TEN-38" },
    { ...shoe, modelRef: "2", modelName: "39", sku: null },
    { sku: " taken-1", title: "Outro" },
    { linkState: "linked", variantId: home.shop.variantId, title: "Já ligado", listingRef: linkedRef },
  );
  expect(await makeProducts(person, { ids })).toEqual({
    products: 1,
    variants: 2,
    linked: 2,
    skipped: [
      { listingId: ids[2], title: "Outro", sku: "taken-1", reason: "skuTaken" },
      { listingId: ids[3], title: "Já ligado", sku: linkedRef, reason: "alreadyLinked" },
    ],
  });
  expect((await person.db.all(variants)).map((one) => one.sku)).toEqual(expect.arrayContaining(["TEN-38", "MLB88-2"]));
});
