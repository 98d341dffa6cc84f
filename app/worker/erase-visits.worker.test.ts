import { runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { eraseShoppers } from "#app/domain/collect/erase-shoppers.server.ts";
import { exportShoppers } from "#app/domain/collect/export-shoppers.server.ts";
import type { ShopperRooms } from "#app/domain/collect/ports.ts";
import { readIngest } from "#app/domain/collect/read-ingest.server.ts";
import { storeInteraction } from "#app/domain/interactions/store-interaction.server.ts";
import { interactions } from "#db/schema/interactions.ts";
import { refusedLetter } from "#db/testing/shopper-rows.ts";
import { answerOf, aShop, now, objectOf, rowsOf } from "./testing/collecting-shop.ts";
import type { VisitorSessionObject } from "./visitor-session.object.server.ts";

const hourMs = 3_600_000;

async function aVisitor() {
  const shop = await aShop();
  await shop.send([now(), now()]);
  return { ...shop, ...(await objectOf(shop)) };
}
type Visitor = Awaited<ReturnType<typeof aVisitor>>;

const madeOf = ({ owner, site }: Visitor) => owner.db.all(interactions, { where: eq(interactions.sourceId, site.id) });

/** How many events are missing when all that came in is looked for. */
async function missingOf({ owner, site }: Visitor): Promise<number | undefined> {
  return (await readIngest(owner)).sites.find(({ siteId }) => siteId === site.id)?.identity.missing;
}

test("a visit that ends while its visitor is being erased goes with the rest", async () => {
  const visitor = await aVisitor();
  const { owner, object, visitorKey, shopperRooms } = visitor;
  const erase: ShopperRooms["erase"] = async (...asked) => {
    await object.endNow();
    return shopperRooms.erase(...asked);
  };
  const ctx = { ...owner, ports: { ...owner.ports, shopperRooms: { ...shopperRooms, erase } } };
  expect(await eraseShoppers(ctx, { visitorKey, isDry: false })).toMatchObject({ sessions: 1, events: 2 });
  expect(await rowsOf(visitor)).toEqual([]);
  expect(await missingOf(visitor)).toBe(0);
});

test("an interaction that is made while its visit is being erased goes with it", async () => {
  const visitor = await aVisitor();
  const { owner, object, visitorKey } = visitor;
  await object.endNow();
  const [row] = await rowsOf(visitor);
  const made = {
    products: [],
    moments: [],
    pages: [],
    described: { text: "Looked around.", describedBy: "rules", aiCallId: null },
  } as const;
  const remove = async (keys: readonly string[]) => {
    await storeInteraction(owner, { sessionId: row?.id ?? "", ...made, products: [], moments: [], pages: [] });
    expect(await madeOf(visitor)).toHaveLength(1);
    await owner.ports.sessionArchive.remove(keys);
  };
  const ctx = { ...owner, ports: { ...owner.ports, sessionArchive: { ...owner.ports.sessionArchive, remove } } };
  await eraseShoppers(ctx, { visitorKey, isDry: false });
  expect([await rowsOf(visitor), await madeOf(visitor)]).toEqual([[], []]);
});

test.each([true, false])("a visit under way to its row when its visitor is erased leaves none, kept out: %s", async (isKeptOut) => {
  const visitor = await aVisitor();
  const { object, place, visitorKey } = visitor;
  const [event] = [{ ...now(), clientAt: Date.now(), receivedAt: Date.now() }];
  const arrival = {
    ...place,
    visitorKey,
    idleMs: hourMs,
    receivedAt: Date.now(),
    visit: refusedLetter.visit,
    events: JSON.stringify([event]),
  };
  await runInDurableObject(object, async (instance: VisitorSessionObject) => {
    const ending = instance.endNow();
    await instance.erase(isKeptOut);
    expect(await instance.accept(arrival)).toMatchObject({ accepted: isKeptOut ? 0 : 1 });
    await ending;
  });
  expect(await rowsOf(visitor)).toEqual([]);
  await object.endNow();
  expect((await rowsOf(visitor)).map(({ events }) => events)).toEqual(isKeptOut ? [] : [1]);
});

test("what was written of an erased visit and could not be removed at once is removed later", async () => {
  const visitor = await aVisitor();
  const { object, owner } = visitor;
  await object.endNow();
  const [row] = await rowsOf(visitor);
  // As an object that ended between the row and its own note of it.
  await runInDurableObject(object, async (instance: VisitorSessionObject, { storage }) => {
    storage.kv.put("keeping", { workspaceId: owner.workspaceId, sessionIds: [row?.id] });
    await instance.erase(true);
  });
  expect(await runDurableObjectAlarm(object)).toBe(true);
  expect(await rowsOf(visitor)).toEqual([]);
  expect(await answerOf(await visitor.send([now()]))).toMatchObject({ rejected: [{ reason: "erased" }] });
});

test("a period takes the events that were not taken and the last ones with it", async () => {
  const visitor = await aVisitor();
  const { owner, object, shopperRooms, place } = visitor;
  await visitor.send([{ ...now(), type: "nonsense" }]);
  await object.endNow();
  const at = Date.now();
  const lettersOf = async () => (await shopperRooms.letters(place, { limit: 10, before: undefined })).data.length;
  await eraseShoppers(owner, { from: at - 2 * hourMs, to: at - hourMs, isDry: false });
  expect([await lettersOf(), (await shopperRooms.recent(place, 9)).length]).toEqual([1, 2]);
  expect(await eraseShoppers(owner, { from: at - hourMs, to: at + hourMs, isDry: false })).toMatchObject({ refusedEvents: 1 });
  expect([await lettersOf(), await shopperRooms.recent(place, 9)]).toEqual([0, []]);
  expect(await missingOf(visitor)).toBe(0);
});

test("an export tells of the visit that goes on and of what was refused, and of nobody else", async () => {
  const visitor = await aVisitor();
  const { owner, object, visitorKey } = visitor;
  await visitor.send([{ ...now(), type: "nonsense" }]);
  await visitor.send([{ ...now(), type: "nonsense" }], { visitor: "visitor-2" });
  await runDurableObjectAlarm(object);
  const kinds = async (asked: Parameters<typeof exportShoppers>[1]) => {
    const lines: { kind: string; rawEvents?: unknown[] }[] = [];
    for await (const line of await exportShoppers(owner, asked)) lines.push(JSON.parse(line) as { kind: string });
    return lines.filter(({ kind }) => kind === "open-session" || kind === "refused-event");
  };
  expect(await kinds({ visitorKey })).toMatchObject([{ kind: "open-session", rawEvents: [{}, {}] }, { kind: "refused-event" }]);
  expect(await kinds({ visitorKey: "v_nobody" })).toEqual([]);
  expect(await kinds({ from: 0, to: 1 })).toEqual([]);
});
