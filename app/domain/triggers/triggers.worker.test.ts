import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { agentRuns, proposals } from "#db/schema/agents.ts";
import { alerts } from "#db/schema/floor-watch.ts";
import { notifications } from "#db/schema/notifications.ts";
import { reviews } from "#db/schema/service.ts";
import { triggerFirings, triggers } from "#db/schema/triggers.ts";
import { stageStartMs, testIds } from "#db/testing/basics.ts";
import { aHouse, nothing } from "#db/testing/agent-house.ts";
import { createStage } from "#db/testing/stage.ts";
import { aWorkspace, writeRows } from "#db/testing/world.ts";
import { insert, updateWhere } from "#db/writes.ts";
import { consumeBatch } from "#app/worker/queues/consume.server.ts";
import { encodeQueueMessage } from "#app/worker/queues/message.ts";
import { createTrigger } from "./create-trigger.server.ts";
import { changeTrigger } from "./change-trigger.server.ts";
import { fireTriggers } from "./fire-triggers.server.ts";
import { listFirings } from "./list-firings.server.ts";
import { performFiring } from "./perform-firing.server.ts";
import type { Webhooks } from "./ports.ts";
import { readTrigger } from "./read-trigger.server.ts";
import { signatureOf } from "./webhook.ts";
import { switchTrigger } from "./switch-trigger.server.ts";
import { testTrigger } from "./test-trigger.server.ts";

const hour = 3_600_000;
type Asked = Parameters<typeof createTrigger>[1];
const told: Asked["actions"] = [{ do: "notify", roles: ["owner"], text: "" }];

/** A workspace in which things happen as a test says, and the clock and queues turn when it says so. */
async function aPlace(options: { webhooks?: Webhooks } = {}) {
  const home = await aWorkspace();
  const stage = createStage(options);
  const manager = stage.as(home, { role: "manager" });
  const cron = stage.as(home, { system: "fire-triggers" });
  const make = async (asked: Partial<Asked> & Pick<Asked, "event">) => {
    const { id, secret } = await createTrigger(manager, { name: "Tell me", actions: told, ...asked });
    await testTrigger(manager, { id });
    await switchTrigger(manager, { id, isOn: true });
    return { id, secret };
  };
  const review = async (rating: number, listingRef = "MLB1") => {
    const id = testIds.next("rev");
    const at = stage.clock.now();
    const row = { id, reviewRef: id, channelId: home.shop.channelId, listingRef, modelRef: null, rating, title: "Hm", text: "So so" };
    await writeRows(home.id, insert(reviews, { ...row, likes: 0, reply: null, writtenAt: at, readAt: at }));
  };
  /** Everything that was committed and not delivered yet, each message twice, as queues do. */
  const deliver = async () => {
    const due = stage.committed.splice(0).filter(({ event }) => event.type === "trigger.fired");
    for (const record of [...due, ...due]) await deliverOne(stage, record);
  };
  const firings = async (id: string) => (await listFirings(manager, { id })).data;
  return { home, stage, manager, cron, make, review, deliver, firings };
}

async function deliverOne(stage: ReturnType<typeof createStage>, record: Parameters<typeof encodeQueueMessage>[0], queue = "processing") {
  const answers: string[] = [];
  const message = {
    id: testIds.next("msg"),
    timestamp: new Date(stageStartMs),
    attempts: 1,
    body: encodeQueueMessage(record),
    ack: () => void answers.push("ack"),
    retry: () => void answers.push("retry"),
  };
  const batch = { queue, messages: [message], ackAll: () => undefined, retryAll: () => undefined };
  await consumeBatch(stage.deps, { ...batch, metadata: { metrics: { backlogCount: 0, backlogBytes: 0 } } });
  return answers;
}

test("what is waited for fires once, however often it is looked at and delivered, and everybody with the role hears of it once", async () => {
  const { home, stage, cron, make, review, deliver, firings } = await aPlace();
  const { id } = await make({ event: "review-written", conditions: { conditions: [{ field: "stars", is: "at-most", value: 2 }] } });
  stage.clock.advance(1_000);
  await review(1);
  await review(5);
  await Promise.all([fireTriggers(cron), fireTriggers(cron), fireTriggers(cron)]);
  await fireTriggers(cron);
  await deliver();
  expect(await firings(id)).toMatchObject([
    {
      state: "done",
      facts: { stars: 1 },
      evidence: [{ field: "stars", found: 1, passes: true }],
      results: [{ action: "notify", outcome: "done" }],
    },
  ]);
  const owner = home.people.owner.id;
  const heard = await cron.db.all(notifications, { where: eq(notifications.kind, "trigger-fired") });
  expect(heard.map(({ userId }) => userId)).toEqual([owner]);
  stage.clock.advance(hour);
  expect(await fireTriggers(cron)).toEqual({ fired: 0 });
});

test("what happened before it was switched on is tried and never fired for", async () => {
  const { stage, manager, cron, review, firings } = await aPlace();
  await review(1);
  await review(4);
  stage.clock.advance(hour);
  const conditions = { conditions: [{ field: "stars", is: "at-most" as const, value: 2 }] };
  const { id } = await createTrigger(manager, { name: "Bad reviews", event: "review-written", conditions, actions: told });
  await expect(switchTrigger(manager, { id, isOn: true })).rejects.toMatchObject({ reason: "triggerUntested" });
  const test = await testTrigger(manager, { id });
  expect(test.events.filter(({ verdict }) => verdict === "fires")).toMatchObject([{ checks: [{ found: 1, passes: true }] }]);
  expect(test.events).toContainEqual(
    expect.objectContaining({ verdict: "differs", checks: [expect.objectContaining({ found: 4, passes: false })] }),
  );
  expect(await firings(id)).toEqual([]);
  await switchTrigger(manager, { id, isOn: true });
  expect(await fireTriggers(cron)).toEqual({ fired: 0 });
});

test("another condition switches it off until it was tried again; another name does not", async () => {
  const { manager, make } = await aPlace();
  const asked = { name: "Tell me", event: "review-written" as const, actions: told };
  const { id } = await make(asked);
  await changeTrigger(manager, { ...asked, id, name: "Tell us" });
  expect(await readTrigger(manager, { id })).toMatchObject({ name: "Tell us", state: "on" });
  await changeTrigger(manager, { ...asked, id, conditions: { conditions: [{ field: "stars", is: "is", value: 1 }] } });
  expect(await readTrigger(manager, { id })).toMatchObject({ state: "off", testedAt: null });
});

test("a trigger that leads to its own event is stopped, and says so", async () => {
  const { stage, home, manager, agent, cron, run } = await aHouse();
  const { id } = await createTrigger(manager, { name: "Round", event: "run-ended", actions: [{ do: "run-agent", agent: "sync" }] });
  await testTrigger(manager, { id });
  await switchTrigger(manager, { id, isOn: true });
  stage.clock.advance(1_000);
  await run("optimizer", nothing);
  expect(await fireTriggers(cron)).toEqual({ fired: 1 });
  const [first] = await cron.db.all(triggerFirings, { where: eq(triggerFirings.triggerId, id) });
  if (first === undefined) throw new Error("nothing fired");
  await performFiring(stage.as(home, { system: "events" }), { firingId: first.id });
  await performFiring(stage.as(home, { system: "events" }), { firingId: first.id });
  const asked = await cron.db.all(agentRuns, { where: eq(agentRuns.cause, first.id) });
  expect(asked).toMatchObject([{ agent: "sync", trigger: "event", askedBy: "Round" }]);
  stage.clock.advance(1_000);
  const ended = { state: "done", endedAt: stage.clock.now() };
  await writeRows(home.id, updateWhere(agentRuns, eq(agentRuns.cause, first.id), ended));
  await fireTriggers(cron);
  const [last] = (await listFirings(manager, { id })).data;
  expect(last).toMatchObject({ state: "stopped", stopped: "itself", chain: [id, id], results: [] });
  expect(await agent.db.count(agentRuns)).toBe(2);
});

test("more than so many an hour are stopped", async () => {
  const { stage, cron, make, review, firings } = await aPlace();
  const { id } = await make({ event: "review-written", mostPerHour: 2 });
  stage.clock.advance(1_000);
  for (const rating of [1, 2, 3]) await review(rating);
  await fireTriggers(cron);
  expect((await firings(id)).map(({ state, stopped }) => `${state} ${stopped}`).toSorted()).toEqual([
    "stopped rate",
    "waiting null",
    "waiting null",
  ]);
});

test("two of the same within the time fire at the second, and begin to count anew", async () => {
  const { stage, cron, make, review, firings } = await aPlace();
  const { id } = await make({ event: "review-written", repeats: { times: 2, withinHours: 2 } });
  const steps: [string, number][] = [
    ["MLB1", 1],
    ["MLB2", 1],
    ["MLB1", 2],
    ["MLB1", 3],
  ];
  for (const [listing, rating] of steps) {
    stage.clock.advance(60_000);
    await review(rating, listing);
    await fireTriggers(cron);
  }
  expect(await firings(id)).toMatchObject([{ facts: { stars: 2, count: 2 } }]);
});

test("the clock fires a moment once, also when it is put back", async () => {
  const { stage, cron, make, firings } = await aPlace();
  const { id } = await make({ event: "schedule", schedule: { every: "interval", minutes: 60 } });
  expect(await fireTriggers(cron)).toEqual({ fired: 1 });
  stage.clock.advance(hour);
  await fireTriggers(cron);
  await fireTriggers(cron);
  stage.clock.advance(-hour);
  await fireTriggers(cron);
  stage.clock.advance(hour);
  await fireTriggers(cron);
  expect(await firings(id)).toHaveLength(2);
});

test("a webhook is signed, tried again while it cannot be reached, and becomes a dead letter that can be sent once more", async () => {
  const calls: Parameters<Webhooks["send"]>[1][] = [];
  let outcome: "later" | "taken" = "later";
  const webhooks: Webhooks = {
    send: (_workspace, delivery) => {
      calls.push(delivery);
      return Promise.resolve({ outcome, status: outcome === "taken" ? 204 : 503, failure: outcome === "taken" ? null : "status" });
    },
  };
  const { home, stage, manager, cron, make, review, firings } = await aPlace({ webhooks });
  const { id, secret } = await make({ event: "review-written", actions: [{ do: "webhook", url: "https://hooks.example.com/in" }] });
  stage.clock.advance(1_000);
  await review(2);
  stage.committed.splice(0);
  await fireTriggers(cron);
  const record = stage.committed.find(({ event }) => event.type === "trigger.fired");
  if (record === undefined || record.event.type !== "trigger.fired") throw new Error("nothing fired");
  const firingId = record.event.firingId;
  const system = stage.as(home, { system: "events" });
  await expect(performFiring(system, { firingId })).rejects.toMatchObject({ code: "unavailable" });
  expect(await deliverOne(stage, record, "processing-dead-letters")).toEqual(["ack"]);
  expect(await firings(id)).toMatchObject([{ state: "failed", results: [{ detail: "unreachable" }], deliveries: [{ status: 503 }] }]);
  outcome = "taken";
  await performFiring(system, { firingId });
  await performFiring(system, { firingId });
  expect(await firings(id)).toMatchObject([{ state: "done", deliveries: [{ status: 204 }, { status: 503 }] }]);
  expect(calls).toHaveLength(2);
  const [sent] = calls;
  const atSeconds = Math.floor(stage.clock.now() / 1000);
  expect(sent?.headers["entrepot-signature"]).toBe(await signatureOf(secret ?? "", atSeconds, sent?.body ?? ""));
  expect(JSON.parse(sent?.body ?? "")).toMatchObject({ id: firingId, trigger: { name: "Tell me" }, facts: { stars: 2 } });
  expect(JSON.stringify(await readTrigger(manager, { id }))).not.toContain(secret);
});

test("after five failures in a row it is paused, and its people are told", async () => {
  const refusing: Webhooks = { send: () => Promise.resolve({ outcome: "refused", status: 404, failure: "status" }) };
  const { home, stage, manager, cron, make, review } = await aPlace({ webhooks: refusing });
  const { id } = await make({ event: "review-written", actions: [{ do: "webhook", url: "https://hooks.example.com/in" }] });
  const system = stage.as(home, { system: "events" });
  for (let times = 0; times < 6; times += 1) {
    stage.clock.advance(1_000);
    await review(2);
    stage.committed.splice(0);
    await fireTriggers(cron);
    for (const { event } of stage.committed) if (event.type === "trigger.fired") await performFiring(system, event);
  }
  expect(await readTrigger(manager, { id })).toMatchObject({ state: "paused" });
  expect(await cron.db.count(triggerFirings, eq(triggerFirings.triggerId, id))).toBe(5);
});

test("an alert of an agent that a trigger had look carries the chain", async () => {
  const { home, stage, manager, cron, run } = await aHouse();
  const { id } = await createTrigger(manager, { name: "Alerts", event: "alert-opened", actions: [{ do: "run-agent", agent: "sync" }] });
  await testTrigger(manager, { id });
  await switchTrigger(manager, { id, isOn: true });
  stage.clock.advance(1_000);
  const now = stage.clock.now();
  const runId = await run("sync", nothing);
  const firingId = testIds.next("fir");
  await writeRows(home.id, updateWhere(agentRuns, eq(agentRuns.id, runId), { cause: firingId }));
  const before = { id: firingId, triggerId: id, eventId: "x", event: "alert-opened", happenedAt: now, createdAt: now, chain: [id] };
  const about = { subjectType: "zone", subjectId: home.shop.zoneId, subjectLabel: "A", facts: {}, refs: {}, evidence: [], results: [] };
  await writeRows(home.id, insert(triggerFirings, { ...before, ...about, state: "done", stopped: null, endedAt: now }));
  const call = { tool: "raise-alert", input: {} };
  const proposal = {
    id: "prp_raised",
    agent: "sync",
    runId,
    key: "k",
    groupKey: null,
    position: 0,
    rule: "r",
    ruleVersion: 1,
    tool: "raise-alert",
    call,
  };
  const stand = { state: "applied", createdAt: now, expiresAt: now, result: { alertId: "alr_raised" } };
  const named = { subjectType: "zone", subjectId: "z", subjectLabel: "A", facts: {}, effect: {} };
  await writeRows(home.id, insert(proposals, { ...proposal, ...stand, ...named }));
  const alert = {
    id: "alr_raised",
    kind: "oversell-risk",
    subject: home.shop.zoneId,
    severity: "watch",
    facts: {},
    openedAt: now,
    lastSeenAt: now,
  };
  await writeRows(home.id, insert(alerts, alert));
  await fireTriggers(cron);
  expect((await listFirings(manager, { id })).data[0]).toMatchObject({ state: "stopped", stopped: "itself", chain: [id, id] });
});

test("triggers of one workspace see nothing of another", async () => {
  const one = await aPlace();
  const other = await aPlace();
  const { id } = await one.make({ event: "review-written" });
  other.stage.clock.advance(1_000);
  one.stage.clock.advance(1_000);
  await other.review(1);
  await fireTriggers(one.cron);
  await fireTriggers(other.cron);
  expect(await one.firings(id)).toEqual([]);
  await expect(listFirings(other.manager, { id })).rejects.toMatchObject({ code: "not_found" });
  expect(await other.cron.db.count(triggers, eq(triggers.id, id))).toBe(0);
});
