import { asc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { auditLog } from "#db/schema/audit.ts";
import { products, variants } from "#db/schema/catalog.ts";
import { aProduct, aVariant } from "#db/testing/shop-rows.ts";
import { createStage } from "#db/testing/stage.ts";
import { aWorkspace, writeRows } from "#db/testing/world.ts";
import { insert } from "#db/writes.ts";
import { updateVariant } from "./save-variant.server.ts";
import { previewCosts, setCosts } from "./set-costs.server.ts";

async function aShelf(skus: Record<string, { costCents: number | null; currency?: string }>) {
  const home = await aWorkspace();
  const product = aProduct({ title: "Panela" });
  const rows = Object.entries(skus).map(([sku, change]) => aVariant({ ...change, sku, productId: product.id }));
  await writeRows(home.id, insert(products, product), ...rows.map((row) => insert(variants, row)));
  const stage = createStage();
  const ctx = stage.as(home, { role: "manager" });
  const costs = async () =>
    Object.fromEntries(
      (await ctx.db.all(variants, { where: eq(variants.productId, product.id), orderBy: asc(variants.sku), limit: 9_000 })).map((row) => [
        row.sku,
        row.costCents,
      ]),
    );
  return { home, stage, ctx, costs };
}

test("a preview tells what each cost would do, and writes nothing", async () => {
  const { ctx, costs } = await aShelf({ A: { costCents: 500 }, B: { costCents: 700 }, C: { costCents: null, currency: "USD" } });
  const wanted = ["A", "B", "C", "Z"].map((sku) => ({ sku, costCents: 700, currency: "BRL" }));
  const { rows } = await previewCosts(ctx, { costs: wanted });
  expect(rows.map(({ sku, outcome, beforeCents }) => [sku, outcome, beforeCents])).toEqual([
    ["A", "changes", 500],
    ["B", "same", 700],
    ["C", "currency", null],
    ["Z", "unknown", null],
  ]);
  expect(await costs()).toEqual({ A: 500, B: 700, C: null });
});

test("what can be set is set, told in one entry of the log, and taken back with the costs of before", async () => {
  const { ctx, costs, stage } = await aShelf({ 'A"1': { costCents: 500 }, B: { costCents: null }, C: { costCents: 10 } });
  const { rows } = await setCosts(ctx, {
    costs: [
      { sku: 'A"1', costCents: 900 },
      { sku: "B", costCents: 800 },
      { sku: "Z", costCents: 1 },
    ],
  });
  expect(await costs()).toEqual({ 'A"1': 900, B: 800, C: 10 });
  const [entry, ...others] = await ctx.db.all(auditLog, { where: eq(auditLog.action, "costs.set"), limit: 9 });
  expect(others).toEqual([]);
  expect([entry?.before, entry?.after]).toEqual([
    { 'A"1': 500, B: null },
    { 'A"1': 900, B: 800 },
  ]);
  expect(stage.committed.map(({ event }) => event.type)).toContain("advice.outdated");
  const before = rows.flatMap(({ sku, outcome, beforeCents }) => (outcome === "changes" ? [{ sku, costCents: beforeCents }] : []));
  await setCosts(ctx, { costs: before });
  expect(await costs()).toEqual({ 'A"1': 500, B: null, C: 10 });
});

test("who has the row open finds it changed", async () => {
  const { ctx } = await aShelf({ A: { costCents: 500 } });
  const row = await ctx.db.first(variants, eq(variants.sku, "A"));
  await setCosts(ctx, { costs: [{ sku: "A", costCents: 900 }] });
  await expect(updateVariant(ctx, { id: row?.id ?? "", version: row?.version ?? 0, costCents: 1 })).rejects.toMatchObject({
    code: "conflict",
  });
});

test("two thousand costs are set at once, more are refused", async () => {
  const skus = Array.from({ length: 2_000 }, (_, index) => `S-${index}`);
  const { ctx, costs } = await aShelf(Object.fromEntries(skus.map((sku) => [sku, { costCents: null }])));
  const wanted = skus.map((sku, index) => ({ sku, costCents: index }));
  await setCosts(ctx, { costs: wanted });
  expect(await costs()).toEqual(Object.fromEntries(wanted.map(({ sku, costCents }) => [sku, costCents])));
  await expect(setCosts(ctx, { costs: [...wanted, { sku: "X", costCents: 1 }] })).rejects.toMatchObject({
    fields: { costs: "costsTooMany" },
  });
});

test("another workspace's SKU is one nobody here knows", async () => {
  const other = await aShelf({ A: { costCents: 500 } });
  const { ctx } = await aShelf({ B: { costCents: 1 } });
  const { rows } = await setCosts(ctx, { costs: [{ sku: "A", costCents: 900 }] });
  expect(rows.map(({ outcome }) => outcome)).toEqual(["unknown"]);
  expect(await other.costs()).toEqual({ A: 500 });
});
