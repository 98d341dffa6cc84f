import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { auditLog } from "#db/schema/audit.ts";
import { listings } from "#db/schema/catalog.ts";
import { listingChangeItems, recommendations } from "#db/schema/selling.ts";
import { createStage } from "#db/testing/stage.ts";
import { aWorkspace, type TestWorkspace, writeRows } from "#db/testing/world.ts";
import { updateWhere } from "#db/writes.ts";
import type { NewRow } from "#db/writes.ts";
import { applyRecommendation } from "./apply-recommendation.server.ts";
import { dismissRecommendation } from "./dismiss-recommendation.server.ts";
import { listRecommendations } from "./list-recommendations.server.ts";
import { measureRecommendations } from "./measure-recommendations.server.ts";
import { readRecommendation } from "./read-recommendation.server.ts";
import { reopenRecommendation } from "./reopen-recommendation.server.ts";

const dayMs = 24 * 3_600_000;

async function adviceWith(change: Partial<NewRow<typeof recommendations>>) {
  const home = await aWorkspace();
  await writeRows(home.id, updateWhere(recommendations, eq(recommendations.id, home.shop.adviceId), change));
  const stage = createStage();
  return { home, stage, id: home.shop.adviceId, ctx: stage.as(home, { role: "manager" }) };
}

const priceOf = (home: TestWorkspace, value: number) => ({ kind: "price", listingId: home.shop.listingId, value, currency: "BRL" });

test("applying a price asks for the change of that listing, and says in the log what was done", async () => {
  const { home, stage, id, ctx } = await adviceWith({});
  const remedy = priceOf(home, 17_500);
  await writeRows(home.id, updateWhere(recommendations, eq(recommendations.id, id), { remedy }));
  expect(await applyRecommendation(ctx, { id })).toMatchObject({ state: "applied", decidedAt: stage.clock.now() });
  const [item] = await ctx.db.all(listingChangeItems, { where: eq(listingChangeItems.after, 17_500) });
  expect(item).toMatchObject({ listingId: home.shop.listingId, before: 18_990, state: "waiting" });
  expect(stage.committed.map(({ event }) => event.type)).toContain("listing-change.requested");
  const [entry] = await ctx.db.all(auditLog, { where: eq(auditLog.action, "recommendation.applied") });
  expect(entry?.after).toMatchObject({ rule: "few-pictures", value: 17_500 });
});

test("advice is decided once: the second press changes nothing", async () => {
  const { home, id, ctx } = await adviceWith({});
  await writeRows(home.id, updateWhere(recommendations, eq(recommendations.id, id), { remedy: priceOf(home, 17_500) }));
  const answers = await Promise.allSettled([applyRecommendation(ctx, { id }), applyRecommendation(ctx, { id })]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  expect(await ctx.db.count(listingChangeItems, eq(listingChangeItems.after, 17_500))).toBe(1);
  await expect(dismissRecommendation(ctx, { id, reason: "other" })).rejects.toMatchObject({ code: "conflict" });
});

test("advice that could not be carried out is open again", async () => {
  const { home, id, ctx } = await adviceWith({});
  await writeRows(
    home.id,
    updateWhere(recommendations, eq(recommendations.id, id), { remedy: { ...priceOf(home, 17_500), listingId: "lst_gone" } }),
  );
  await expect(applyRecommendation(ctx, { id })).rejects.toMatchObject({ code: "not_found" });
  expect(await readRecommendation(ctx, { id })).toMatchObject({ state: "open", decidedAt: null });
});

test("a dismissal keeps its reason, and reopening takes both back", async () => {
  const { id, ctx } = await adviceWith({});
  expect(await dismissRecommendation(ctx, { id, reason: "on-purpose" })).toMatchObject({ state: "dismissed", dismissReason: "on-purpose" });
  expect((await listRecommendations(ctx, { state: "dismissed" })).data.map((one) => one.id)).toEqual([id]);
  expect(await reopenRecommendation(ctx, { id })).toMatchObject({ state: "open", dismissReason: null, evidence: [] });
  expect(await reopenRecommendation(ctx, { id })).toMatchObject({ state: "open" });
});

test("what has settled cannot be opened, for its cause is gone", async () => {
  const { id, ctx } = await adviceWith({ state: "settled" });
  await expect(reopenRecommendation(ctx, { id })).rejects.toMatchObject({ code: "conflict" });
});

test("advice is listed by urgency, page after page, and narrowed by kind and channel", async () => {
  const { home, id, ctx } = await adviceWith({ priority: 40 });
  const [row] = await ctx.db.all(recommendations);
  if (row === undefined) throw new Error("no advice");
  const rows = Array.from({ length: 5 }, (_, index) => ({
    ...row,
    id: `rec_${home.id}_${index}`,
    subjectId: `lst_${index}`,
    priority: 40 + (index % 2) * 20,
  }));
  const other = { ...row, id: `rec_${home.id}_stock`, ruleId: "dead-stock", channelId: "chn_other" };
  const { insert } = await import("#db/writes.ts");
  await writeRows(home.id, insert(recommendations, ...rows, other));
  const seen: number[] = [];
  let cursor: string | undefined;
  do {
    const page = await listRecommendations(ctx, { limit: 2, ...(cursor === undefined ? {} : { cursor }) });
    seen.push(...page.data.map(({ priority }) => priority));
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  expect(seen).toEqual([60, 60, 40, 40, 40, 40, 40]);
  expect((await listRecommendations(ctx, { group: "stock" })).data.map(({ ruleId }) => ruleId)).toEqual(["dead-stock"]);
  expect((await listRecommendations(ctx, { channelId: "chn_other" })).data).toHaveLength(1);
  expect((await listRecommendations(ctx, { state: "applied" })).data).toEqual([]);
  expect(id).not.toBe("");
});

test("a week and two weeks after applying, the figure is read again and stands beside what was predicted", async () => {
  const { home, stage, id, ctx } = await adviceWith({});
  const system = stage.as(home, { system: "measure-advice" });
  await applyRecommendation(ctx, { id });
  stage.clock.advance(7 * dayMs - 1);
  expect(await measureRecommendations(system)).toEqual({ measured: 0 });
  await writeRows(home.id, updateWhere(listings, eq(listings.id, home.shop.listingId), { imageUrls: ["a", "b"] }));
  stage.clock.advance(1);
  expect(await measureRecommendations(system)).toEqual({ measured: 1 });
  expect(await measureRecommendations(system)).toEqual({ measured: 0 });
  stage.clock.advance(7 * dayMs);
  await writeRows(home.id, updateWhere(listings, eq(listings.id, home.shop.listingId), { imageUrls: ["a", "b", "c", "d"] }));
  expect(await measureRecommendations(system)).toEqual({ measured: 1 });
  const advice = await readRecommendation(ctx, { id });
  expect([advice.measuredAfter7?.value, advice.measuredAfter14?.value]).toEqual([2, 4]);
  expect(advice.expected).toMatchObject({ before: 60, after: 70 });
});

test("a measure that comes too late for the first week fills the second and is then done", async () => {
  const { home, stage, id, ctx } = await adviceWith({});
  await applyRecommendation(ctx, { id });
  stage.clock.advance(20 * dayMs);
  const system = stage.as(home, { system: "measure-advice" });
  expect(await measureRecommendations(system)).toEqual({ measured: 1 });
  expect(await measureRecommendations(system)).toEqual({ measured: 0 });
  expect(await readRecommendation(ctx, { id })).toMatchObject({ measuredAfter7: null, measuredAfter14: { at: stage.clock.now() } });
});

test("the figure of a thing that is gone is null, not zero", async () => {
  const { home, stage, id, ctx } = await adviceWith({ subjectId: "lst_gone" });
  await applyRecommendation(ctx, { id });
  stage.clock.advance(7 * dayMs);
  await measureRecommendations(stage.as(home, { system: "measure-advice" }));
  expect((await readRecommendation(ctx, { id })).measuredAfter7).toMatchObject({ value: null });
});
