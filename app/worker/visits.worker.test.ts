import { introspectWorkflowInstance, runDurableObjectAlarm } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { handleFetch } from "#app/middleware/handle-fetch.server.ts";
import { dailyKey, lastingKey } from "#app/domain/collect/visitor-key.server.ts";
import { readVisitEvents } from "#app/domain/interactions/read-session.server.ts";
import { keepSession } from "#app/domain/interactions/keep-session.server.ts";
import type { Batch, BatchAnswer, WebEvent } from "#app/sdk/wire.ts";
import { createFakeClock } from "#app/platform/clock.ts";
import { deadLetters } from "#db/schema/delivery.ts";
import { interactions, shopperSessions } from "#db/schema/interactions.ts";
import { sites } from "#db/schema/sites.ts";
import { usageCounts } from "#db/schema/usage.ts";
import { aBatch, anEvent, aSite } from "#db/testing/shopper-rows.ts";
import { createStage } from "#db/testing/stage.ts";
import { aWorkspace, writeRows } from "#db/testing/world.ts";
import { insert } from "#db/writes.ts";

const chrome = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36";

/** Objects go by the real clock: so does this. */
async function aShop(change: Parameters<typeof aSite>[0] = {}) {
  const home = await aWorkspace();
  const site = aSite(change);
  await writeRows(home.id, insert(sites, site));
  const stage = createStage({ clock: createFakeClock(Date.now()) });
  const place = { workspaceId: home.id, siteId: site.id };
  const owner = stage.as(home, { role: "owner" });
  const send = (events: readonly unknown[], of: Partial<Omit<Batch, "events">> & { origin?: string; ip?: string; agent?: string } = {}) => {
    const { origin = "https://shop.test", ip = "192.0.2.1", agent = chrome, ...batch } = of;
    const body = aBatch(site.publicKey, events, { sentAt: Date.now(), ...batch });
    const headers = { origin, "user-agent": agent, "cf-connecting-ip": ip, "content-type": "text/plain" };
    return handleFetch(stage.deps, new Request("https://entrepot.test/collect/v1/batch", { method: "POST", body, headers }));
  };
  const { shopperRooms } = owner.ports;
  const openOnes = () => shopperRooms.openSessions(place, 10);
  return { home, site, stage, place, owner, send, shopperRooms, openOnes };
}
type Shop = Awaited<ReturnType<typeof aShop>>;

async function objectOf({ place }: Shop, visitor = "visitor-1") {
  const visitorKey = await lastingKey(place, visitor);
  return { visitorKey, object: env.VISITOR_SESSION.getByName(`${place.workspaceId}/${place.siteId}/${visitorKey}`) };
}

function now(change: Partial<WebEvent> = {}): WebEvent {
  return anEvent({ at: Date.now(), ...change });
}

async function answerOf(response: Response): Promise<BatchAnswer> {
  expect(response.status).toBe(202);
  return response.json();
}

const rowsOf = ({ owner, site }: Shop) => owner.db.all(shopperSessions, { where: eq(shopperSessions.siteId, site.id) });

test("a batch is taken, sent again it is counted as known, and its page may read the answer", async () => {
  const shop = await aShop();
  const events = [now(), now({ type: "leave", visibleMs: 900 })];
  const first = await shop.send(events);
  expect(first.headers.get("access-control-allow-origin")).toBe("https://shop.test");
  expect(await answerOf(first)).toEqual({ accepted: 2, duplicates: 0, rejected: [] });
  expect(await answerOf(await shop.send(events))).toEqual({ accepted: 0, duplicates: 2, rejected: [] });
  const { log } = shop.stage;
  expect(log.events.filter(({ event }) => event === "http.request")).toEqual([]);
  await shop.send([]);
  expect(log.events).toMatchObject([{ event: "http.request", statusCode: 400 }]);
});

test("of a batch that overlaps with another only what is new is kept, each once, in the order in which it happened", async () => {
  const shop = await aShop();
  const at = Date.now();
  const [first, second, third] = [now({ at: at - 9_000 }), now({ at: at - 6_000 }), now({ at: at - 3_000 })];
  await shop.send([first, third]);
  expect(await answerOf(await shop.send([third, second, second]))).toEqual({ accepted: 1, duplicates: 2, rejected: [] });
  const { visitorKey, object } = await objectOf(shop);
  await runDurableObjectAlarm(object);
  const [open] = await shop.openOnes();
  expect(open).toMatchObject({ events: 3, path: second.path });
  const kept = await shop.shopperRooms.sessionEvents({ ...shop.place, visitorKey }, open?.id ?? "");
  expect(kept.map(({ id }) => id)).toEqual([first.id, second.id, third.id]);
  const { total } = await shop.shopperRooms.ingest(shop.place);
  expect(total).toMatchObject({ accepted: 3, duplicates: 2 });
});

test("of a batch the good events are kept, and the others lie apart with their reason", async () => {
  const shop = await aShop();
  const old = now({ at: Date.now() - 8 * 24 * 3_600_000 });
  const bad = { ...now(), type: "nonsense" };
  const cunning = { ...now(), props: JSON.parse('{"__proto__":{"isAdmin":true}}') as Record<string, string> };
  const future = now({ at: Date.now() + 25 * 3_600_000 });
  const answer = await answerOf(await shop.send([now(), bad, old, cunning, future]));
  expect(answer).toEqual({
    accepted: 1,
    duplicates: 0,
    rejected: [
      { id: bad.id, reason: "malformed" },
      { id: old.id, reason: "too-old" },
      { id: cunning.id, reason: "forbidden-key" },
      { id: future.id, reason: "in-future" },
    ],
  });
  const { data } = await shop.shopperRooms.letters(shop.place, { limit: 10, before: undefined });
  expect(data.map(({ reason }) => reason).toSorted()).toEqual(["forbidden-key", "in-future", "malformed", "too-old"]);
  expect(data.find(({ reason }) => reason === "malformed")?.body).toContain("nonsense");
});

test.each([
  ["a wrong key", { site: "pk_nobody_knows_this" }, 401],
  ["another page", { origin: "https://evil.test" }, 403],
])("%s is refused", async (_name, change, status) => {
  const shop = await aShop();
  expect((await shop.send([now()], change)).status).toBe(status);
});

test("a paused site, an empty batch, one too large and one too long are refused", async () => {
  const paused = await aShop({ isEnabled: false });
  expect((await paused.send([now()])).status).toBe(403);
  const shop = await aShop();
  expect((await shop.send([])).status).toBe(400);
  expect((await shop.send(Array.from({ length: 101 }, () => now()))).status).toBe(413);
  expect((await shop.send([now({ title: "x".repeat(70_000) })])).status).toBe(413);
});

test("whoever does not want to be seen leaves nothing but a number", async () => {
  const shop = await aShop();
  for (const wish of [{ consent: "denied" }, { consent: "withdrawn" }, { consent: "unknown", asksPrivacy: true }] as const) {
    expect(await answerOf(await shop.send([now()], wish))).toMatchObject({ accepted: 0, rejected: [{}] });
  }
  expect((await shop.shopperRooms.ingest(shop.place)).total).toMatchObject({
    accepted: 0,
    withheld: { consent: 2, "privacy-signal": 1 },
  });
  expect((await shop.shopperRooms.letters(shop.place, { limit: 10, before: undefined })).data).toEqual([]);
});

test("without consent a visitor has a name for a day that tells nothing of the address", async () => {
  const shop = await aShop();
  await shop.send([now()], { consent: "unknown", ip: "198.51.100.7" });
  await shop.send([now()], { consent: "unknown", ip: "198.51.100.7" });
  await shop.send([now()], { consent: "unknown", ip: "198.51.100.8" });
  const keyOf = (ipAddress: string, at: number) => dailyKey(shop.owner.ports, shop.place, { ipAddress, userAgent: chrome }, at);
  const [one, other, tomorrow] = await Promise.all([
    keyOf("198.51.100.7", Date.now()),
    keyOf("198.51.100.8", Date.now()),
    keyOf("198.51.100.7", Date.now() + 24 * 3_600_000),
  ]);
  expect(new Set([one, other, tomorrow]).size).toBe(3);
  const visitor = env.VISITOR_SESSION.getByName(`${shop.place.workspaceId}/${shop.place.siteId}/${one}`);
  expect(await runDurableObjectAlarm(visitor)).toBe(true);
  const open = await shop.openOnes();
  expect(open).toMatchObject([{ visitorKey: one, events: 2 }]);
  expect(JSON.stringify(open)).not.toContain("198.51.100");
});

test("a client whose clock is a day wrong is corrected by when it says to have sent", async () => {
  const shop = await aShop();
  const wrong = 26 * 3_600_000;
  const answer = await answerOf(await shop.send([now({ at: Date.now() + wrong - 5_000 })], { sentAt: Date.now() + wrong }));
  expect(answer.accepted).toBe(1);
  const { object } = await objectOf(shop);
  await object.endNow();
  const [row] = await rowsOf(shop);
  expect(Math.abs((row?.startedAt ?? 0) - (Date.now() - 5_000))).toBeLessThan(60_000);
});

const kettle = { sku: "KET-1", name: "Chaleira <b>1,8 L</b>", priceCents: 12_990, currency: "BRL" };

/** Looked, took, and left where the cost of delivery was shown. */
function leftAtShipping(at: number): WebEvent[] {
  return [
    now({ at }),
    now({ at: at + 10_000, type: "product", path: "/p/1", products: [kettle] }),
    now({ at: at + 130_000, type: "leave", path: "/p/1", visibleMs: 120_000 }),
    now({ at: at + 140_000, type: "cart-add", path: "/p/1", products: [kettle] }),
    now({ at: at + 160_000, type: "checkout", path: "/checkout", name: "entrega", step: 2 }),
  ];
}

test("a visit that is over is archived and noted once, however often its object is told", async () => {
  const shop = await aShop();
  await shop.send(leftAtShipping(Date.now() - 600_000));
  const { object, visitorKey } = await objectOf(shop);
  await object.endNow();
  await object.endNow();
  const rows = await rowsOf(shop);
  expect(rows).toMatchObject([{ visitorKey, events: 5, halfHourVisits: 1, endedBy: "idle", isBot: false }]);
  expect(await shop.owner.ports.sessionArchive.read(rows[0]?.archiveKey ?? "")).toHaveLength(5);
  const messages = await env.DB.prepare("select count(*) as n from outbox where workspace_id = ? and event like '%visit.ended%'")
    .bind(shop.home.id)
    .first<{ n: number }>();
  expect(messages?.n).toBe(1);
});

/** Kept by a stage, whose messages nothing delivers: only the test runs its workflow. */
async function aVisit() {
  const shop = await aShop();
  const at = Date.now() - 600_000;
  const id = shop.stage.deps.ids.next("vis");
  const visit = {
    ...({ device: "phone", browser: "Chrome", country: "BR", language: "pt-BR", timeZone: "", referrerHost: null } as const),
    campaign: { source: null, medium: null, name: null },
    agentFlags: [],
    isKnownAgain: true,
  };
  const ended = { id, siteId: shop.site.id, visitorKey: "v_1", userRef: null, followsId: null, endedBy: "idle" as const };
  const events = leftAtShipping(at).map((event) => ({ ...event, clientAt: event.at, receivedAt: event.at }));
  const keep = () => keepSession(shop.owner, { ...ended, isReturning: false, halfHourVisits: 1, visit, events });
  await keep();
  const instance = await introspectWorkflowInstance(env.PROCESS_INTERACTION_WORKFLOW, id);
  await instance.modify((change) => change.disableRetryDelays());
  const params = { sessionId: id, workspaceId: shop.home.id };
  return {
    ...shop,
    id,
    keep,
    instance,
    params,
    start: () => env.PROCESS_INTERACTION_WORKFLOW.create({ id, params }),
    made: () => shop.owner.db.all(interactions, { where: eq(interactions.subjectId, id) }),
    [Symbol.asyncDispose]: () => instance.dispose(),
  };
}

test("a visit whose object ended after it was noted, and notes it again, is one row with one message", async () => {
  await using visit = await aVisit();
  await visit.keep();
  expect(await rowsOf(visit)).toHaveLength(1);
  expect(visit.stage.committed.filter(({ event }) => event.type === "visit.ended")).toHaveLength(1);
});

test("an ended visit is described once and paid for once, over a step that fails", async () => {
  await using visit = await aVisit();
  await visit.instance.modify((change) => change.mockStepError({ name: "store" }, new Error("D1 is away"), 1));
  await visit.start();
  await visit.instance.waitForStatus("complete");
  const made = await visit.made();
  expect(made).toMatchObject([
    {
      kind: "left-checkout",
      describedBy: "rules",
      text: "Looked at Chaleira <b>1,8 L</b> for 2 minutes, put Chaleira <b>1,8 L</b> in the cart, left when the shipping cost was shown.",
      tags: ["hesitation:shipping-cost"],
    },
  ]);
  expect(await visit.owner.db.count(usageCounts, eq(usageCounts.subjectId, made[0]?.id ?? ""))).toBe(1);
  expect((await rowsOf(visit))[0]).toMatchObject({ processing: "done" });
});

test("a visit whose work fails for good lies with the dead letters, and nothing is said of it", async () => {
  await using visit = await aVisit();
  await visit.instance.modify((change) => change.mockStepError({ name: "describe" }, new Error("always")));
  await visit.start();
  await visit.instance.waitForStatus("errored");
  expect((await rowsOf(visit))[0]).toMatchObject({ processing: "failed" });
  const letters = await visit.owner.db.all(deadLetters, { where: eq(deadLetters.queue, "interaction") });
  expect(letters).toMatchObject([{ reason: expect.stringContaining("always") as string, resolvedAt: null }]);
  expect(await visit.made()).toEqual([]);
});

test("every event that came in is in an ended visit, in one that goes on, or with those that were not taken", async () => {
  const shop = await aShop();
  await shop.send([now(), now(), { ...now(), at: "yesterday" }]);
  const first = await objectOf(shop);
  await first.object.endNow();
  await shop.send([now()], { visitor: "visitor-2" });
  const second = await objectOf(shop, "visitor-2");
  expect(await runDurableObjectAlarm(second.object)).toBe(true);
  const { total, openEvents, letters } = await shop.shopperRooms.ingest(shop.place);
  const ended = (await rowsOf(shop)).reduce((sum, { events }) => sum + events, 0);
  expect({ ended, openEvents, letters }).toEqual({ ended: 2, openEvents: 1, letters: 1 });
  expect(total).toMatchObject({ accepted: 3, rejected: { malformed: 1 }, removed: 0 });
});

test("what comes late for a visit that is over is told apart and names it", async () => {
  const shop = await aShop();
  await shop.send([now({ at: Date.now() - 60_000 })]);
  const { object } = await objectOf(shop);
  await object.endNow();
  await shop.send([now({ at: Date.now() - 90_000 })]);
  await object.endNow();
  const [first, second] = (await rowsOf(shop)).toSorted((one, other) => one.createdAt - other.createdAt || (one.id < other.id ? -1 : 1));
  expect(second).toMatchObject({ followsId: first?.id, events: 1 });
});

test("an erased visitor is forgotten everywhere, and what comes later is not kept", async () => {
  const shop = await aShop();
  await shop.send([now(), now()]);
  const { visitorKey, object } = await objectOf(shop);
  await runDurableObjectAlarm(object);
  expect(await shop.shopperRooms.erase({ ...shop.place, visitorKey }, { isKeptOut: true })).toEqual({ events: 2, letters: 0 });
  expect(await shop.openOnes()).toEqual([]);
  expect(await shop.shopperRooms.recent(shop.place, 50)).toEqual([]);
  expect(await answerOf(await shop.send([now()]))).toMatchObject({ accepted: 0, rejected: [{ reason: "erased" }] });
});

/** An afternoon of looking at shelves, a thing taken on the way, and nothing bought. */
function manyEvents(from: number, count: number, startMs: number): WebEvent[] {
  return Array.from({ length: count }, (_, place) => {
    const index = from + place;
    const at = startMs + index * 20;
    if (index === 31_000) return now({ at, type: "cart-add", path: "/p/1", products: [kettle] });
    return index % 5 === 0
      ? now({ at, type: "product", path: "/p/1", products: [kettle] })
      : now({ at, type: "scroll", path: "/p/1", depthPercent: 40 });
  });
}

test(
  "a visitor with fifty thousand events is one visit, archived and described, and what comes after it is another",
  { timeout: 240_000 },
  async () => {
    const shop = await aShop();
    const startMs = Date.now() - 1_100_000;
    for (let from = 0; from < 50_000; from += 100) {
      const { accepted } = await answerOf(await shop.send(manyEvents(from, 100, startMs), { ip: `192.0.2.${(from / 100) % 250}` }));
      if (accepted !== 100) throw new Error(`of 100 events ${accepted} were taken after ${from}`);
    }
    const { object, visitorKey } = await objectOf(shop);
    await runDurableObjectAlarm(object);
    const [open] = await shop.openOnes();
    expect(open).toMatchObject({ visitorKey, events: 50_000 });
    const going = await readVisitEvents(shop.owner, { id: open?.id ?? "", most: 500 });
    expect(going).toMatchObject({ isOpen: true, total: 50_000 });
    expect(going.data).toHaveLength(500);
    expect(await answerOf(await shop.send([now()], { ip: "192.0.2.251" }))).toMatchObject({ accepted: 1 });
    await object.endNow();
    const rows = (await rowsOf(shop)).toSorted((one, other) => other.events - one.events);
    expect(rows).toMatchObject([
      { id: open?.id, events: 50_000, endedBy: "cap" },
      { events: 1, followsId: open?.id },
    ]);
    const [long] = rows;
    const events = await shop.owner.ports.sessionArchive.read(long?.archiveKey ?? "");
    expect(events).toHaveLength(50_000);
    expect(events?.map(({ at }) => at)).toEqual(events?.map(({ at }) => at).toSorted((one, other) => one - other));
    const shown = await readVisitEvents(shop.owner, { id: long?.id ?? "", most: 500 });
    expect(shown).toEqual({ data: events?.slice(0, 500), isOpen: false, total: 50_000 });

    await using instance = await introspectWorkflowInstance(env.PROCESS_INTERACTION_WORKFLOW, long?.id ?? "");
    await env.PROCESS_INTERACTION_WORKFLOW.create({ id: long?.id ?? "", params: { sessionId: long?.id ?? "", workspaceId: shop.home.id } });
    await instance.waitForStatus("complete");
    const [made] = await shop.owner.db.all(interactions, { where: eq(interactions.subjectId, long?.id ?? "") });
    expect(made).toMatchObject({ kind: "left-cart", text: expect.stringContaining("put Chaleira <b>1,8 L</b> in the cart") as string });
    expect(made?.moments.length).toBeLessThanOrEqual(80);
    const { total, letters } = await shop.shopperRooms.ingest(shop.place);
    expect({ accepted: total.accepted, letters }).toEqual({ accepted: 50_001, letters: 0 });
  },
);
