import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { listings } from "#db/schema/catalog.ts";
import { auditLog } from "#db/schema/audit.ts";
import { reviews } from "#db/schema/service.ts";
import { supplierIssues } from "#db/schema/review-gaps.ts";
import { stageStartMs } from "#db/testing/basics.ts";
import { aReview } from "#db/testing/shop-rows.ts";
import { createStage } from "#db/testing/stage.ts";
import { aWorkspace, writeRows } from "#db/testing/world.ts";
import { insert, removeWhere, updateWhere } from "#db/writes.ts";
import { storeReviews } from "../service/store-reviews.server.ts";
import { decideReviewGap } from "./decide-review-gap.server.ts";
import { countReviewGaps, listReviewGaps } from "./list-review-gaps.server.ts";
import { listSupplierIssues } from "./list-supplier-issues.server.ts";
import { noteSupplierIssue } from "./note-supplier-issue.server.ts";
import { refreshReviewGaps } from "./refresh-review-gaps.server.ts";
import { resolveSupplierIssue } from "./resolve-supplier-issue.server.ts";

const dayMs = 24 * 3_600_000;

async function aShop() {
  const home = await aWorkspace();
  const stage = createStage();
  const { channelId, issueId } = home.shop;
  // What every test's shop has open with a supplier would count with what a test notes.
  await writeRows(home.id, removeWhere(supplierIssues, eq(supplierIssues.id, issueId)));
  const say = (texts: readonly string[], change: Partial<typeof reviews.$inferInsert> = {}) =>
    writeRows(home.id, insert(reviews, ...texts.map((text) => aReview({ channelId, rating: 1, title: "", text, ...change }))));
  const gaps = async () => (await listReviewGaps(stage.as(home, { role: "manager" }))).data;
  const system = stage.as(home, { system: "events" });
  return { home, stage, system, manager: stage.as(home, { role: "manager" }), channelId, say, gaps };
}

test("complaints of a product's reviews are counted, quoted and linked to what mends them", async () => {
  const { home, system, say, gaps } = await aShop();
  await writeRows(
    home.id,
    updateWhere(listings, eq(listings.id, home.shop.listingId), {
      listingRef: "MLB1",
      variantId: home.shop.variantId,
      linkState: "linked",
      attributes: [{ key: "VOLTAGE", name: "Voltagem", value: "220V" }],
    }),
  );
  await say(["Comprei e veio 110v", "Voltagem errada", "Veio 127v", "A tampa vaza", "Vazou tudo", "Vazamento"]);
  await refreshReviewGaps(system);
  const found = await gaps();
  expect(found.map(({ topic, reviews: count, reviewsOf, productId }) => [topic, count, reviewsOf, productId])).toEqual(
    expect.arrayContaining([
      ["voltage", 3, 7, home.shop.productId],
      ["leak", 3, 7, home.shop.productId],
    ]),
  );
  expect(found.find(({ topic }) => topic === "voltage")?.fix).toMatchObject({ target: "description", known: "Voltagem: 220V" });
  expect(found.find(({ topic }) => topic === "leak")).toMatchObject({ fix: { target: "supplier" }, state: "open", mending: null });
});

test("reviews that arrive ask for counting anew, once however many come before it", async () => {
  const { system, stage, channelId } = await aShop();
  const aRemote = (reviewRef: string) => ({
    reviewRef,
    listingRef: "MLB1",
    modelRef: null,
    rating: 1,
    title: "",
    text: "Vaza",
    likes: 0,
    reply: null,
    writtenAtMs: stageStartMs,
  });
  await storeReviews(system, { channelId, reviews: [aRemote("1")] });
  await storeReviews(system, { channelId, reviews: [aRemote("2")] });
  expect(stage.committed.filter(({ event }) => event.type === "gaps.outdated")).toHaveLength(1);
});

test("what nobody says any more is gone; what people decided stays, with how it went since", async () => {
  const { home, stage, system, manager, say, gaps } = await aShop();
  await say(["A tampa vaza", "Vazou tudo", "Vazamento", "Veio quebrado", "Quebrou logo", "Quebrada"]);
  await refreshReviewGaps(system);
  const leak = (await gaps()).find(({ topic }) => topic === "leak");
  await decideReviewGap(manager, { id: leak?.id ?? "", state: "fixed" });
  stage.clock.advance(200 * dayMs);
  const later = Array.from({ length: 30 }, (_, index) => `Tudo certo ${index}`);
  await say(later, { rating: 5, writtenAt: stage.clock.now() - dayMs });
  await refreshReviewGaps(stage.as(home, { system: "events" }));
  expect(await gaps()).toMatchObject([{ id: leak?.id, topic: "leak", state: "fixed", reviews: 0, after: { found: 0, of: 30 } }]);
});

test("counting twice is counting once, and another workspace's reviews are not counted", async () => {
  const { system, say, gaps } = await aShop();
  const other = await aShop();
  await say(["A tampa vaza", "Vazou tudo", "Vazamento"]);
  await refreshReviewGaps(system);
  const once = await gaps();
  await refreshReviewGaps(system);
  await refreshReviewGaps(other.system);
  expect((await gaps()).map(({ version: _version, ...rest }) => rest)).toEqual(once.map(({ version: _version, ...rest }) => rest));
  expect(await other.gaps()).toEqual([]);
});

describe("people decide", () => {
  async function aLeak() {
    const shop = await aShop();
    await shop.say(["A tampa vaza", "Vazou tudo", "Vazamento"]);
    await refreshReviewGaps(shop.system);
    const [gap] = await shop.gaps();
    if (gap === undefined) throw new Error("nobody complained");
    return { ...shop, gap };
  }

  test("how far a complaint is, with who did it in the log", async () => {
    const { manager, gap } = await aLeak();
    expect(await decideReviewGap(manager, { id: gap.id, state: "fixing" })).toMatchObject({ state: "fixing", before: { found: 3, of: 4 } });
    expect(await countReviewGaps(manager)).toEqual({ open: 0, fixing: 1, fixed: 0, dismissed: 0 });
    expect(await decideReviewGap(manager, { id: gap.id, state: "open" })).toMatchObject({ state: "open", before: null, mendedAt: null });
    const logged = await manager.db.all(auditLog, { where: eq(auditLog.action, "review-gap.decided") });
    expect(logged).toHaveLength(2);
  });

  test("on an older version nothing", async () => {
    const { manager, gap } = await aLeak();
    await decideReviewGap(manager, { id: gap.id, state: "fixing" });
    await expect(decideReviewGap(manager, { id: gap.id, state: "fixed", version: gap.version })).rejects.toMatchObject({
      code: "conflict",
    });
  });

  test("to settle it with a supplier, once, until it is settled", async () => {
    const { manager, gap, gaps } = await aLeak();
    const { issueId } = await noteSupplierIssue(manager, { gapId: gap.id, note: "A vedação da tampa" });
    expect(await noteSupplierIssue(manager, { gapId: gap.id, note: "De novo" })).toEqual({ issueId });
    expect(await gaps()).toMatchObject([{ state: "fixing" }]);
    await resolveSupplierIssue(manager, { id: issueId });
    expect((await listSupplierIssues(manager, { state: "open" })).data).toEqual([]);
    expect((await listSupplierIssues(manager)).data).toMatchObject([{ id: issueId, state: "resolved", note: "A vedação da tampa" }]);
  });
});
