import { introspectWorkflowInstance, runDurableObjectAlarm } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { dailyKey } from "#app/domain/collect/visitor-key.server.ts";
import { keepSession } from "#app/domain/interactions/keep-session.server.ts";
import type { WebEvent } from "#app/sdk/wire.ts";
import { deadLetters } from "#db/schema/delivery.ts";
import { interactions } from "#db/schema/interactions.ts";
import { usageCounts } from "#db/schema/usage.ts";
import { answerOf, aShop, chrome, kettle, now, objectOf, rowsOf } from "./testing/collecting-shop.ts";

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

test("whoever tries key after key is not looked up for any longer, and nobody else suffers for it", async () => {
  const shop = await aShop();
  const ip = "198.51.100.66";
  const guess = async (n: number) => (await shop.send([now()], { ip, site: `pk_nobody_has_${String(n).padStart(4, "0")}` })).status;
  const statuses = await Promise.all(Array.from({ length: 300 }, (_, n) => guess(n)));
  expect(new Set(statuses)).toEqual(new Set([401]));
  const refused = await shop.send([now()], { ip, site: "pk_nobody_has_this_one" });
  expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "1"]);
  expect((await shop.send([now()], { ip: "198.51.100.67" })).status).toBe(202);
  shop.stage.clock.advance(60_000);
  expect((await shop.send([now()], { ip })).status).toBe(202);
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
  expect(await shop.shopperRooms.erase({ ...shop.place, visitorKey }, { isKeptOut: true })).toEqual({
    events: 2,
    letters: 0,
    sessionIds: [expect.stringMatching(/^vis_/) as string],
  });
  expect(await shop.openOnes()).toEqual([]);
  expect(await shop.shopperRooms.recent(shop.place, 50)).toEqual([]);
  expect(await answerOf(await shop.send([now()]))).toMatchObject({ accepted: 0, rejected: [{ reason: "erased" }] });
});
