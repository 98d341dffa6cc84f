import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { auditLog } from "#db/schema/audit.ts";
import { interactionProducts, interactions, shopperSessions } from "#db/schema/interactions.ts";
import { searchTexts } from "#db/schema/search.ts";
import { testIds } from "#db/testing/basics.ts";
import { refusedLetter, someFeatures } from "#db/testing/shopper-rows.ts";
import { createStage } from "#db/testing/stage.ts";
import { aWorkspace, writeRows } from "#db/testing/world.ts";
import { insert } from "#db/writes.ts";
import { indexTexts } from "../meaning/index-texts.server.ts";
import { interactionIdOf } from "../interactions/policy.ts";
import { linkSeenProducts } from "../interactions/link-products.server.ts";
import { readSite } from "../sites/read-site.server.ts";
import { removeSite } from "../sites/remove-site.server.ts";
import { eraseShoppers } from "./erase-shoppers.server.ts";
import { exportShoppers } from "./export-shoppers.server.ts";
import { readIngest } from "./read-ingest.server.ts";
import { removeOldVisits, workspacesWithVisits } from "./remove-old-visits.server.ts";
import { resolveRejected } from "./resolve-rejected.server.ts";

const dayMs = 24 * 3_600_000;

async function aHome() {
  const home = await aWorkspace();
  const stage = createStage();
  const ctx = stage.as(home, { role: "owner" });
  const place = { workspaceId: home.id, siteId: home.shop.siteId };
  return { home, stage, ctx, place, rooms: ctx.ports.shopperRooms };
}
type Home = Awaited<ReturnType<typeof aHome>>;

async function withLetter({ rooms, place }: Home, body: string): Promise<string> {
  await rooms.refuse(place, [{ ...refusedLetter, body }]);
  const { data } = await rooms.letters(place, { limit: 1, before: undefined });
  return data[0]?.letterId ?? "";
}

test("a refused event that can be read by now goes to its visitor's visit, once; one that cannot stays refused", async () => {
  const home = await aHome();
  const { ctx, place, rooms } = home;
  const good = await withLetter(home, JSON.stringify({ id: "now-good", type: "page", at: refusedLetter.sentAt, path: "/" }));
  const asked = { id: good, siteId: place.siteId, resolution: "redrive" };
  await resolveRejected(ctx, asked);
  await expect(resolveRejected(ctx, asked)).rejects.toMatchObject({ code: "conflict" });
  await env.VISITOR_SESSION.getByName(`${place.workspaceId}/${place.siteId}/v_known`).endNow();
  expect(await ctx.db.count(shopperSessions, eq(shopperSessions.events, 1))).toBe(1);
  const bad = await withLetter(home, "{cut off");
  await expect(resolveRejected(ctx, { ...asked, id: bad })).rejects.toMatchObject({ code: "conflict", reason: "eventStillRefused" });
  expect((await rooms.letter(place, bad))?.state).toBe("waiting");
  expect((await readIngest(ctx)).sites).toMatchObject([{ identity: { cameIn: 2, refused: 1, missing: 0 } }]);
});

test("a visitor is erased with everything that names them, only after it was said what would go", async () => {
  const { ctx: plain, home, place, rooms } = await aHome();
  const forgotten: string[] = [];
  const vectorIndex: NonNullable<typeof plain.ports.vectorIndex> = {
    put: () => Promise.resolve(),
    nearest: () => Promise.resolve([]),
    remove: (_place, ids) => Promise.resolve(void forgotten.push(...ids)),
  };
  const ctx = { ...plain, ports: { ...plain.ports, vectorIndex } };
  await indexTexts(ctx, "interaction", [{ subjectId: home.shop.interactionId, text: "Desistiu do frete", happenedAt: 1 }]);
  const [visit] = await ctx.db.all(shopperSessions);
  const dry = await eraseShoppers(ctx, { visitorKey: "v_known" });
  expect(dry).toMatchObject({ isDry: true, sessions: 1, interactions: 1, events: 6 });
  expect(await ctx.db.count(interactions)).toBe(1);
  expect(await eraseShoppers(ctx, { visitorKey: "v_known", isDry: false })).toMatchObject({ isDry: false, sessions: 1, hasMore: false });
  for (const table of [shopperSessions, interactions, interactionProducts, searchTexts]) expect(await ctx.db.count(table)).toBe(0);
  // Also the one that the visit may be coming to at this moment.
  expect(forgotten).toEqual([home.shop.interactionId, interactionIdOf(visit?.id ?? "")]);
  const { isErased } = await rooms.accept({
    ...place,
    visitorKey: "v_known",
    idleMs: dayMs,
    receivedAt: Date.now(),
    visit: refusedLetter.visit,
    events: [{ id: "later", type: "page", at: Date.now(), clientAt: Date.now(), receivedAt: Date.now(), path: "/" }],
  });
  expect(isErased).toBe(true);
  const entries = await ctx.db.all(auditLog, { where: eq(auditLog.action, "shoppers.erased") });
  expect(entries).toMatchObject([{ actorId: home.people.owner.id, subjectId: "v_known" }]);
});

test("a period is erased by when its visits began, and nothing outside of it", async () => {
  const { ctx } = await aHome();
  const at = someFeatures.startedAt;
  expect(await eraseShoppers(ctx, { from: at + 1, to: at + dayMs, isDry: false })).toMatchObject({ sessions: 0, interactions: 0 });
  expect(await eraseShoppers(ctx, { from: at, to: at + 1, isDry: false })).toMatchObject({ sessions: 1, interactions: 1 });
});

async function linesOf(lines: AsyncIterable<string>): Promise<string[]> {
  const all: string[] = [];
  for await (const line of lines) all.push(line);
  return all;
}

test("an export holds a visitor's visits and interactions, a line each, and nothing of others", async () => {
  const { ctx } = await aHome();
  const lines = await linesOf(await exportShoppers(ctx, { visitorKey: "v_known" }));
  expect(lines.map((line) => (JSON.parse(line) as { kind: string }).kind)).toEqual(["session", "interaction"]);
  expect(lines.join()).not.toContain(ctx.workspaceId);
  expect(await linesOf(await exportShoppers(ctx, { visitorKey: "v_other" }))).toEqual([]);
});

test("what outlived its time goes: raw events, visits and interactions each by their own days", async () => {
  const { ctx, stage } = await aHome();
  const key = `sessions/${ctx.workspaceId}/old.ndjson.gz`;
  const raw = { id: "e", type: "page", at: 1, clientAt: 1, receivedAt: 1, path: "/" } as const;
  await ctx.ports.sessionArchive.keep(key, [raw]);
  await env.DB.prepare("update shopper_sessions set archive_key = ? where workspace_id = ?").bind(key, ctx.workspaceId).run();
  stage.clock.advance(31 * dayMs);
  await removeOldVisits({ ...ctx, actor: { kind: "system", job: "test" } });
  expect(await ctx.ports.sessionArchive.read(key)).toBeUndefined();
  expect(await ctx.db.all(shopperSessions)).toMatchObject([{ archiveKey: null }]);
  stage.clock.advance(365 * dayMs);
  await removeOldVisits({ ...ctx, actor: { kind: "system", job: "test" } });
  expect([await ctx.db.count(shopperSessions), await ctx.db.count(interactions)]).toEqual([0, 1]);
});

test("what a removed site has collected goes after the usual time, also where it was the only one; what cameras saw stays", async () => {
  const shop = await aHome();
  const { ctx, stage, home, place, rooms } = shop;
  await withLetter(shop, "{cut off");
  const other = await aWorkspace();
  const key = `sessions/${ctx.workspaceId}/left.ndjson.gz`;
  await ctx.ports.sessionArchive.keep(key, [{ id: "e", type: "page", at: 1, clientAt: 1, receivedAt: 1, path: "/" }]);
  await env.DB.prepare("update shopper_sessions set archive_key = ? where workspace_id = ?").bind(key, ctx.workspaceId).run();
  const [seen] = await ctx.db.all(interactions);
  if (seen === undefined) throw new Error("a test's shop has an interaction");
  const { workspaceId: _workspace, version: _version, ...row } = seen;
  const atCamera = { ...row, id: testIds.next("int"), source: "cctv", sourceId: "cam_1", subjectId: "cam_1/10" };
  await writeRows(home.id, insert(interactions, atCamera));
  await removeSite(ctx, { id: place.siteId, name: (await readSite(ctx, { id: place.siteId })).name });
  expect((await rooms.letters(place, { limit: 9, before: undefined })).data).toEqual([]);
  const night = async (days: number) => {
    stage.clock.advance(days * dayMs);
    expect(await workspacesWithVisits(stage.deps.orm)).toContain(home.id);
    await removeOldVisits({ ...ctx, actor: { kind: "system", job: "test" } });
    return [await ctx.db.count(shopperSessions), await ctx.db.count(interactions)];
  };
  expect(await night(29)).toEqual([1, 2]);
  expect(await ctx.db.all(shopperSessions)).toMatchObject([{ archiveKey: key }]);
  expect(await night(2)).toEqual([1, 2]);
  expect(await ctx.db.all(shopperSessions)).toMatchObject([{ archiveKey: null }]);
  expect(await night(360)).toEqual([1, 2]);
  expect(await night(10)).toEqual([0, 2]);
  expect(await night(400)).toEqual([0, 1]);
  expect(await ctx.db.all(interactions)).toMatchObject([{ sourceId: "cam_1" }]);
  expect(await stage.as(other, { role: "owner" }).db.count(shopperSessions)).toBe(1);
});

test("a product is found by its SKU however it is written, by its GTIN, and else by its title", async () => {
  const { ctx, home } = await aHome();
  const sku = `SKU-${home.shop.variantId.slice(-8)}`;
  const seen = (key: string, name: string) => ({
    key,
    name,
    productId: null,
    variantId: null,
    priceCents: null,
    currency: null,
    views: 1,
    visibleMs: 0,
    firstAt: 0,
    role: "viewed" as const,
  });
  const linked = await linkSeenProducts(ctx, [
    seen(`sku:${sku.toLowerCase()}`, "Outro nome"),
    seen("url:/p/chaleira", "Chaleira elétrica 1,8 L Casa Brasil"),
    seen("sku:NOBODY", "Chaleira elétrica 1,8 L Casa Brasil"),
  ]);
  expect(linked.map(({ productId }) => productId)).toEqual([home.shop.productId, home.shop.productId, null]);
});
