import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { decideApproval } from "#app/domain/approvals/decide-approval.server.ts";
import type { ServiceContext } from "#app/domain/context.ts";
import type { AnswerPart } from "#app/domain/conversations/parts.ts";
import { readZone } from "#app/domain/warehouse/read-zone.server.ts";
import { mutate } from "#db/mutate.server.ts";
import { listings } from "#db/schema/catalog.ts";
import { listingChangeItems } from "#db/schema/selling.ts";
import { aDepot } from "#db/testing/depot.ts";
import { aListing } from "#db/testing/shop-rows.ts";
import { createStage } from "#db/testing/stage.ts";
import { aWorkspace } from "#db/testing/world.ts";
import { insert, updateWhere } from "#db/writes.ts";
import { approvalTools } from "../approval-tools.server.ts";
import { answerWork } from "../answer-work.server.ts";
import { notUnderstood } from "../testing/played-chat.ts";

const rules = { ask: () => Promise.resolve(notUnderstood), answer: () => Promise.resolve(notUnderstood) };

async function say(ctx: ServiceContext, question: string): Promise<AnswerPart[]> {
  const parts: AnswerPart[] = [];
  const turn = { conversationId: "cnv_1", turnId: "trn_1", question, query: null, attachments: [], history: [], summary: null };
  await answerWork({ ctx, turn, rules, emit: (part) => void parts.push(part), signal: new AbortController().signal });
  return parts;
}

function approvalIn(parts: readonly AnswerPart[]) {
  const part = parts.find((one) => one.type === "approval");
  if (part === undefined) throw new Error(`nothing was put before people: ${JSON.stringify(parts)}`);
  return part;
}

async function aShop(locale: "en" | "pt-BR" = "pt-BR") {
  const home = await aWorkspace();
  const stage = createStage({ locale });
  return { home, stage, owner: stage.as(home, { role: "owner" }), viewer: stage.as(home, { role: "viewer" }) };
}

test("pausing a listing is shown first, done once somebody who may says yes, and told", async () => {
  const { home, owner, viewer } = await aShop();
  const parts = await say(viewer, "pausa o anúncio Chaleira elétrica 1,8 L Casa Brasil 127 V");
  expect(parts.map(({ type }) => type)).toEqual(["routed", "text", "approval", "source"]);
  const { approvalId, tool, effects } = approvalIn(parts);
  expect([tool, effects.join()]).toEqual(["pause_listing", expect.stringContaining("Chaleira")]);
  expect(await owner.db.count(listingChangeItems, eq(listingChangeItems.listingId, home.shop.listingId))).toBe(1);
  const approve = { id: approvalId, decision: "approve" } as const;
  const done = await Promise.all([decideApproval(owner, approve, approvalTools), decideApproval(owner, approve, approvalTools)]);
  expect(done.some(({ state }) => state === "done")).toBe(true);
  expect(await owner.db.count(listingChangeItems, eq(listingChangeItems.listingId, home.shop.listingId))).toBe(2);
});

test("a price that changed after it was shown is not overwritten, and whoever says yes is told", async () => {
  const { home, owner } = await aShop();
  const { approvalId, effects } = approvalIn(await say(owner, "muda o preço da Chaleira elétrica 1,8 L Casa Brasil 127 V para 99,90"));
  expect(effects.join()).toMatch(/189,90.*99,90/);
  await mutate(owner, { writes: [updateWhere(listings, eq(listings.id, home.shop.listingId), { priceCents: 17_990 })], audit: "mirrored" });
  expect(await decideApproval(owner, { id: approvalId, decision: "approve" }, approvalTools)).toMatchObject({
    state: "failed",
    failure: "approvalOutdated",
  });
  expect(await owner.db.first(listings, eq(listings.id, home.shop.listingId))).toMatchObject({ priceCents: 17_990 });
});

test("a name that several have is asked about, and the question offered finds the one", async () => {
  const { home, owner } = await aShop("en");
  const other = aListing({ channelId: home.shop.channelId, title: "Chaleira elétrica 1,8 L Casa Brasil 220 V", listingRef: "MLB22022022" });
  await mutate(owner, { writes: [insert(listings, other)], audit: "mirrored" });
  const [, refusal] = await say(owner, "pause the listing Chaleira elétrica");
  expect(refusal).toMatchObject({ type: "refusal", reason: "ambiguous" });
  const suggestion = refusal?.type === "refusal" ? refusal.suggestions.find((one) => one.includes("MLB22022022")) : undefined;
  const { approvalId } = approvalIn(await say(owner, suggestion ?? ""));
  await decideApproval(owner, { id: approvalId, decision: "approve" }, approvalTools);
  expect(await owner.db.count(listingChangeItems, eq(listingChangeItems.listingId, other.id))).toBe(1);
});

test.each([
  ["pausa o anúncio que ninguém tem", "name-unknown"],
  ["cria uma contagem para o endereço Z-99-99", "name-unknown"],
  ["muda o preço da Chaleira para 1.2.3", "not-understood"],
])("%s is answered by why it cannot be", async (question, reason) => {
  const { owner } = await aShop();
  expect(await say(owner, question)).toMatchObject([{ type: "routed" }, { type: "refusal", reason }, { type: "source", source: "rules" }]);
});

test("what is so already is said and not asked for", async () => {
  const { home, owner } = await aShop();
  await mutate(owner, { writes: [updateWhere(listings, eq(listings.id, home.shop.listingId), { status: "paused" })], audit: "mirrored" });
  const parts = await say(owner, "pausa o anúncio Chaleira elétrica 1,8 L Casa Brasil 127 V");
  expect(parts.map(({ type }) => type)).toEqual(["routed", "text", "source"]);
});

test("who may not see listings cannot ask for changes of them", async () => {
  const { home, stage } = await aShop();
  const key = stage.as(home, { scopes: ["chat:read", "chat:write"] });
  expect(await say(key, "pausa o anúncio Chaleira")).toMatchObject([{}, { type: "refusal", reason: "forbidden" }, {}]);
});

test("a count is planned for a bin by its code and zone, and the floor has its task after the yes", async () => {
  const { manager, zoneA, zoneB } = await aDepot();
  const [, refusal] = await say(manager, "create a count for bin shelf-1");
  expect(refusal).toMatchObject({ type: "refusal", reason: "ambiguous" });
  const suggestion = refusal?.type === "refusal" ? refusal.suggestions.find((one) => one.includes("Picking 2")) : undefined;
  const { approvalId, effects } = approvalIn(await say(manager, suggestion ?? ""));
  expect(effects.join()).toContain("Picking 2");
  const tasks = async (id: string) => (await readZone(manager, { id })).part.tasks.map(({ kind }) => kind);
  expect(await tasks(zoneB)).toEqual([]);
  expect(await decideApproval(manager, { id: approvalId, decision: "approve" }, approvalTools)).toMatchObject({ state: "done" });
  expect([await tasks(zoneA), await tasks(zoneB)]).toEqual([[], ["count"]]);
});
