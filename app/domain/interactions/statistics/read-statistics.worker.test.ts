import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { indexInteraction } from "#app/domain/interactions/index-interaction.server.ts";
import { listInteractions } from "#app/domain/interactions/list-interactions.server.ts";
import type { SessionFeatures } from "#app/domain/interactions/interaction.ts";
import { storeInteraction } from "#app/domain/interactions/store-interaction.server.ts";
import { shopperSessions } from "#db/schema/interactions.ts";
import { searchTexts } from "#db/schema/search.ts";
import { stageStartMs, testIds } from "#db/testing/basics.ts";
import { someFeatures } from "#db/testing/shopper-rows.ts";
import { createStage } from "#db/testing/stage.ts";
import { aWorkspace, writeRows } from "#db/testing/world.ts";
import { insert, removeWhere } from "#db/writes.ts";
import { readStatistics } from "./read-statistics.server.ts";

const dayMs = 86_400_000;
const pages = [{ path: "/kettle", pageViews: 2, visibleMs: 30_000 }];

async function aSite() {
  const stage = createStage();
  const home = await aWorkspace();
  const ctx = stage.as(home, { role: "owner" });
  const system = stage.as(home, { system: "test" });
  const id = home.shop.siteId;
  /** A visit that has ended and is worked on to its end. */
  async function visit(
    change: Partial<SessionFeatures> & { visitorKey?: string; isBot?: boolean; text?: string } = {},
    between: (sessionId: string) => Promise<unknown> = () => Promise.resolve(),
  ) {
    const { visitorKey = "v_1", isBot = false, text = "Saw a kettle.", ...own } = change;
    const features = { ...someFeatures, stages: ["landing"] as const, ...own };
    const sessionId = testIds.next("vis");
    const { startedAt, endedAt } = features;
    const ends = { userRef: null, followsId: null, endedBy: "idle", archiveKey: null, halfHourVisits: 2, events: 6 };
    const row = {
      id: sessionId,
      siteId: id,
      visitorKey,
      startedAt,
      endedAt,
      isBot,
      features,
      processing: "waiting",
      createdAt: endedAt,
      ...ends,
    };
    await writeRows(home.id, insert(shopperSessions, row));
    const made = { sessionId, products: [], moments: [], pages, described: { text, describedBy: "rules" as const, aiCallId: null } };
    await indexInteraction(system, made);
    await between(sessionId);
    await storeInteraction(system, made);
    await storeInteraction(system, made);
    return sessionId;
  }
  return { ctx, id, home, visit, read: (days = 7) => readStatistics(ctx, { id, days }) };
}

test("a visit is counted once however often it is stored, in its day and by each thing it is known by", async () => {
  const { read, visit } = await aSite();
  expect((await read()).totals.visits).toBe(0);
  await visit({ device: "desktop", orderRef: "77", orderCents: 12_000 });
  await visit({ visitorKey: "v_2", device: "phone", pages: 1 });
  const { totals, days, top } = await read();
  expect(totals).toMatchObject({ visits: 2, halfHourVisits: 4, orders: 1, orderCents: 12_000, bounces: 1 });
  expect(days).toHaveLength(7);
  expect(days.at(-1)).toMatchObject({ visits: 2 });
  expect(top.page).toMatchObject([{ value: "/kettle", pageViews: 4, visits: 2 }]);
  expect(top.device.map(({ value, visits }) => [value, visits])).toEqual([
    ["desktop", 1],
    ["phone", 1],
  ]);
  expect(top.hour.filter(({ visits }) => visits > 0)).toHaveLength(1);
});

test("programs are left out, and what was before the period stands beside it", async () => {
  const { read, visit } = await aSite();
  await visit({ isBot: true });
  await visit({ startedAt: stageStartMs - 8 * dayMs, endedAt: stageStartMs - 8 * dayMs, visitorKey: "v_3" });
  const { totals, before } = await read();
  expect(totals.visits).toBe(0);
  expect(before).toMatchObject({ visits: 1, visitors: 1 });
});

test("another workspace's site has no statistics here", async () => {
  const [one, other] = [await aSite(), await aSite()];
  await expect(readStatistics(one.ctx, { id: other.id })).rejects.toMatchObject({ code: "not_found" });
});

test("interactions are found by what they mean, best first and within the filters", async () => {
  const { ctx, visit } = await aSite();
  await visit({ text: "Desistiu quando viu o valor do frete" });
  await visit({ text: "Comprou uma cafeteira", device: "desktop" });
  const find = async (q: string, device?: "desktop") => (await listInteractions(ctx, { q, device })).data.map(({ text }) => text);
  expect((await find("who left because of shipping"))[0]).toBe("Desistiu quando viu o valor do frete");
  expect(await find("bought a coffee maker", "desktop")).toEqual(["Comprou uma cafeteira"]);
  expect(await find("xyzzy")).toEqual([]);
});

test("a visit that is erased while it is worked on is neither stored nor found", async () => {
  const { ctx, home, visit } = await aSite();
  const erased = (id: string) => writeRows(home.id, removeWhere(shopperSessions, eq(shopperSessions.id, id)));
  await visit({ text: "Comprou um samovar" }, erased);
  expect(await ctx.db.count(searchTexts)).toBe(0);
  expect((await listInteractions(ctx, { q: "samovar" })).data).toEqual([]);
});
