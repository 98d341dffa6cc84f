import { createExecutionContext, createMessageBatch, getQueueResult, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { and, eq } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { changeRole } from "#app/domain/accounts/change-role.server.ts";
import { requestPasswordReset } from "#app/domain/accounts/request-password-reset.server.ts";
import { resolveDeadLetter } from "#app/domain/deliveries/resolve-dead-letter.server.ts";
import type { DomainEvent } from "#app/domain/events.ts";
import { claimMessages } from "#db/messages.server.ts";
import { deadLetters } from "#db/schema/delivery.ts";
import { notifications } from "#db/schema/notifications.ts";
import { testIds } from "#db/testing/basics.ts";
import { dumpOf } from "#db/testing/database.ts";
import { aFakeQueue, type FakeQueue } from "#db/testing/fake-queue.ts";
import { createStage, secretIn, type Stage } from "#db/testing/stage.ts";
import { aWorkspace, type TestWorkspace } from "#db/testing/world.ts";
import type { WorkerDeps } from "../context.server.ts";
import { consumeBatch } from "./consume.server.ts";
import { sweepOutbox } from "../outbox.server.ts";
import { encodeQueueMessage, type QueueMessage } from "./message.ts";

type Delivery = { id?: string; attempts?: number; body: unknown };
type Answer = { acked: string[]; retried: { id: string; delaySeconds: number | undefined }[] };

function depsOf(stage: Stage, queue: FakeQueue = aFakeQueue()): WorkerDeps {
  return { ...stage.deps, env: { ...env, PROCESSING_QUEUE: queue.binding, EXPORT_QUEUE: queue.binding } };
}

async function consume(deps: WorkerDeps, queue: string, ...deliveries: Delivery[]): Promise<Answer> {
  const messages = deliveries.map(({ id, attempts, body }) => ({
    id: id ?? testIds.next("msg"),
    timestamp: 1,
    attempts: attempts ?? 1,
    body,
  }));
  const batch = createMessageBatch(queue, messages);
  // The result names the retried messages but not their delays.
  const delays = new Map(batch.messages.map((message) => [message.id, vi.spyOn(message, "retry")]));
  await consumeBatch(deps, batch);
  const result = await getQueueResult(batch, createExecutionContext());
  return {
    acked: result.explicitAcks,
    retried: result.retryMessages.map(({ msgId }) => ({ id: msgId, delaySeconds: delays.get(msgId)?.mock.lastCall?.[0]?.delaySeconds })),
  };
}

function joinedMessage(home: TestWorkspace, key = testIds.next("evt")): QueueMessage {
  const event: DomainEvent = { type: "member.joined", userId: home.people.viewer.id, name: "Bea", invitedByUserId: null };
  return encodeQueueMessage({ id: key, workspaceId: home.id, event });
}

function noticesOf(stage: Stage, home: TestWorkspace, key: string) {
  return stage.as(home, { role: "owner" }).db.all(notifications, { where: eq(notifications.eventId, key) });
}

async function letter(id: string) {
  return env.DB.prepare("select * from dead_letters where id = ?").bind(`dlq_${id}`).first();
}

test("what is handled is acked, and has its effect on exactly those it concerns", async () => {
  const home = await aWorkspace();
  const stage = createStage();
  const message = joinedMessage(home);
  expect(await consume(depsOf(stage), "processing", { id: "m1", body: message })).toEqual({ acked: ["m1"], retried: [] });
  const notified = (await noticesOf(stage, home, message.key)).map((row) => row.userId);
  expect(notified.toSorted()).toEqual([home.people.owner.id, home.people.admin.id].toSorted());
});

test.each([
  ["nothing", null],
  ["text", "hello"],
  ["a list", []],
  ["an unknown version", { v: 2, key: "k", workspaceId: "w", event: { type: "member.removed", userId: "u" } }],
  ["an unknown event", { v: 1, key: "k", workspaceId: "w", event: { type: "moon.landed" } }],
  ["a missing field", { v: 1, key: "k", workspaceId: "w", event: { type: "member.joined", userId: "u" } }],
  ["an endless key", { v: 1, key: "k".repeat(1_000), workspaceId: "w", event: { type: "member.removed", userId: "u" } }],
  ["hostile text", { v: 1, key: "'; drop table users; --", workspaceId: { $gt: "" }, event: "<script>" }],
])("a malformed message (%s) becomes a dead letter with a reason, and is not sent again", async (_name, body) => {
  const stage = createStage();
  const id = testIds.next("msg");
  expect(await consume(depsOf(stage), "processing-staging", { id, body })).toEqual({ acked: [id], retried: [] });
  const found = await letter(id);
  expect(found).toMatchObject({ workspace_id: "none", queue: "processing", resolved_at: null });
  expect(found?.["reason"]).toMatch(/^malformed: \S*.{5,}/);
  expect(JSON.parse(String(found?.["body"]))).toEqual(body);
  expect(stage.log.events).toMatchObject([{ event: "queue.dead-letter", level: "error", messageId: id }]);
});

test("a message repeated, even in one batch, has one effect", async () => {
  const home = await aWorkspace();
  const stage = createStage();
  const message = joinedMessage(home);
  const answer = await consume(depsOf(stage), "processing", { id: "m1", body: message }, { id: "m2", body: message });
  expect(answer).toEqual({ acked: ["m1", "m2"], retried: [] });
  await consume(depsOf(stage), "processing", { id: "m3", attempts: 4, body: message });
  expect(await noticesOf(stage, home, message.key)).toHaveLength(2);
  expect(stage.log.events.filter((one) => one.event === "queue.message").map((one) => one.outcome)).toEqual([
    "acked",
    "ignored",
    "ignored",
  ]);
});

test("a message somebody else works on is put back, and taken over when they never finish", async () => {
  const home = await aWorkspace();
  const stage = createStage();
  const message = joinedMessage(home);
  expect([...(await claimMessages(env.DB, [message.key], stage.clock.now(), 60_000)).values()]).toEqual(["claimed"]);
  expect(await consume(depsOf(stage), "processing", { id: "m1", body: message })).toEqual({
    acked: [],
    retried: [{ id: "m1", delaySeconds: 30 }],
  });
  expect(await noticesOf(stage, home, message.key)).toEqual([]);
  stage.clock.advance(60_001);
  expect(await consume(depsOf(stage), "processing", { id: "m1", body: message })).toMatchObject({ acked: ["m1"] });
  expect(await noticesOf(stage, home, message.key)).toHaveLength(2);
});

test("notices that arrived for one channel are read again once for all messages of a batch, and all of them are done", async () => {
  const home = await aWorkspace();
  const stage = createStage();
  const arrived = (channelId: string) => {
    const event: DomainEvent = { type: "channel.notices-arrived", channelId };
    return encodeQueueMessage({ id: testIds.next("evt"), workspaceId: home.id, event });
  };
  const own = [arrived(home.shop.channelId), arrived(home.shop.channelId), arrived(home.shop.channelId)];
  const batch = [...own, arrived("chn_missing"), own[0]];
  const read = vi.spyOn(stage.marketplaces.door, "open");
  const answer = await consume(depsOf(stage), "sync", ...batch.map((body, index) => ({ id: `m${index}`, body })));
  expect(read).toHaveBeenCalledTimes(1);
  expect(answer).toEqual({ acked: ["m0", "m1", "m2", "m4"], retried: [{ id: "m3", delaySeconds: 10 }] });
  expect(await consume(depsOf(stage), "sync", ...own.map((body, index) => ({ id: `n${index}`, body })))).toMatchObject({
    acked: ["n0", "n1", "n2"],
  });
  expect(read).toHaveBeenCalledTimes(1);
});

test("what fails is tried again later and later, and others of the batch are handled", async () => {
  const home = await aWorkspace();
  const stage = createStage();
  const failing = encodeQueueMessage({
    id: testIds.next("evt"),
    workspaceId: home.id,
    event: { type: "mail.requested", sealedMail: "not sealed" },
  });
  const delays: (number | undefined)[] = [];
  for (const attempts of [1, 2, 3, 4, 5, 20]) {
    const fine = joinedMessage(home);
    const answer = await consume(depsOf(stage), "processing", { id: "bad", attempts, body: failing }, { id: "fine", body: fine });
    expect(answer).toMatchObject({ acked: ["fine"], retried: [{ id: "bad" }] });
    delays.push(answer.retried[0]?.delaySeconds);
  }
  expect(delays).toEqual([10, 20, 40, 80, 160, 600]);
});

test("what used up its retries is kept with the queue it came from, once", async () => {
  const home = await aWorkspace();
  const stage = createStage();
  const message = joinedMessage(home);
  const id = testIds.next("msg");
  for (const queue of ["processing-dead-letters", "processing-dead-letters-production"]) {
    expect(await consume(depsOf(stage), queue, { id, attempts: 1, body: message })).toEqual({ acked: [id], retried: [] });
  }
  const ctx = stage.as(home, { role: "owner" });
  const letters = await ctx.db.all(deadLetters, { where: eq(deadLetters.id, `dlq_${id}`) });
  expect(letters).toMatchObject([{ queue: "processing", reason: "retries used up", workspaceId: home.id }]);
  expect(await noticesOf(stage, home, message.key)).toEqual([]);
});

test("a redriven message is sent once more and handled once", async () => {
  const home = await aWorkspace();
  const stage = createStage();
  const queue = aFakeQueue();
  const deps = depsOf(stage, queue);
  const ctx = stage.as(home, { role: "admin" });
  await claimMessages(env.DB, [home.deadLetter.eventId], stage.clock.now(), 60_000);
  await resolveDeadLetter(ctx, { id: home.deadLetter.id, resolution: "redrive" });
  await expect(resolveDeadLetter(ctx, { id: home.deadLetter.id, resolution: "redrive" })).rejects.toMatchObject({ code: "conflict" });
  const [redriven] = stage.committed.filter((one) => one.event.type === "dead-letter.redriven").map(encodeQueueMessage);
  await consume(deps, "processing", { body: redriven }, { body: redriven });
  expect(queue.sent.map((message) => message.key)).toEqual([home.deadLetter.eventId]);
  await consume(deps, "processing", { body: queue.sent[0] }, { body: queue.sent[0] });
  expect(await noticesOf(stage, home, home.deadLetter.eventId)).toHaveLength(2);
});

test.each([
  ["kept", true],
  ["cleared", false],
])("a redriven message that its queue loses is sent again until its consumer has finished (its event was %s)", async (_name, isKept) => {
  // The sweep serves all workspaces: what other tests left waiting would be swept here.
  await env.DB.prepare("update outbox set due_at = null").run();
  const home = await aWorkspace();
  const stage = createStage();
  const queue = aFakeQueue();
  const deps = depsOf(stage, queue);
  const { eventId } = home.deadLetter;
  const lost = joinedMessage(home, eventId);
  if (isKept) {
    await env.DB.prepare("insert into outbox (id, workspace_id, event, created_at, attempts) values (?, ?, ?, 1, 12)")
      .bind(eventId, home.id, JSON.stringify(lost.event))
      .run();
  }
  const event: DomainEvent = { type: "dead-letter.redriven", queue: "processing", body: JSON.stringify(lost) };
  await consume(deps, "processing", { body: encodeQueueMessage({ id: testIds.next("evt"), workspaceId: home.id, event }) });
  expect(await sweepOutbox(deps)).toBe(0);
  stage.clock.advance(60_000);
  expect(await sweepOutbox(deps)).toBe(1);
  expect(queue.sent).toEqual([lost, lost]);
  await consume(deps, "processing", { body: queue.sent[1] });
  expect(await noticesOf(stage, home, eventId)).toHaveLength(2);
  stage.clock.advance(24 * 3_600_000);
  await sweepOutbox(deps);
  expect(queue.sent).toHaveLength(2);
});

test("a redriven event for open pages reaches their room", async () => {
  const home = await aWorkspace();
  const stage = createStage();
  const label = { id: "inv_1", label: "Bea" };
  const entry = {
    id: "aud_1",
    at: 1,
    actor: { kind: "user", ...label },
    action: "invitation.sent" as const,
    subject: { type: "invitation", ...label },
  };
  const lost = encodeQueueMessage({ id: testIds.next("evt"), workspaceId: home.id, event: { type: "activity.recorded", entry } });
  const event: DomainEvent = { type: "dead-letter.redriven", queue: "processing", body: JSON.stringify(lost) };
  await consume(depsOf(stage), "processing", { body: encodeQueueMessage({ id: testIds.next("evt"), workspaceId: home.id, event }) });
  const logged = await runInDurableObject(env.WORKSPACE_LIVE.getByName(home.id), (room) => room.log.since(1).map((item) => item.entry));
  expect(logged).toEqual([entry]);
});

test("a mail goes out through the mail service once, named by its event, and says what it should", async () => {
  const home = await aWorkspace();
  const stage = createStage();
  await requestPasswordReset(stage.visitor, { email: home.people.viewer.email });
  const [message] = stage.committed.map(encodeQueueMessage);
  await consume(depsOf(stage), "processing", { body: message }, { body: message });
  const [mail, ...more] = stage.sentMails();
  expect(more).toEqual([]);
  expect(mail).toMatchObject({ to: [home.people.viewer.email], headers: { "X-Entrepot-Message-Id": message?.key } });
  const secret = secretIn((await stage.requestedMails())[0]);
  expect(mail?.text).toContain(`/reset/${secret}`);
  expect(mail?.html).toContain(`/reset/${secret}`);
  expect(JSON.stringify(stage.log.events)).not.toContain(secret);
});

test("a sealed mail that was moved to another workspace does not open", async () => {
  const [home, other] = [await aWorkspace(), await aWorkspace()];
  const stage = createStage();
  await requestPasswordReset(stage.visitor, { email: home.people.viewer.email });
  const [record] = stage.committed;
  if (record === undefined) throw new Error("no mail was asked for");
  const moved = encodeQueueMessage({ ...record, workspaceId: other.id });
  expect(await consume(depsOf(stage), "processing", { id: "m1", body: moved })).toMatchObject({ acked: [], retried: [{ id: "m1" }] });
  expect(stage.sentMails()).toEqual([]);
});

test("events in the wrong order do no harm", async () => {
  const home = await aWorkspace();
  const stage = createStage();
  const ctx = stage.as(home, { role: "owner" });
  const { viewer } = home.people;
  await changeRole(ctx, { id: viewer.id, role: "manager" });
  await changeRole(ctx, { id: viewer.id, role: "picker" });
  const before = (await dumpOf(home))["users"];
  const messages = stage.committed.filter((one) => one.event.type === "member.role-changed").map(encodeQueueMessage);
  const answer = await consume(depsOf(stage), "processing", ...messages.toReversed().map((body) => ({ body })));
  expect(answer.retried).toEqual([]);
  expect((await dumpOf(home))["users"]).toEqual(before);
  const told = await ctx.db.all(notifications, { where: and(eq(notifications.userId, viewer.id), eq(notifications.kind, "role-changed")) });
  expect(new Set(told.map((row) => row.data["role"]))).toEqual(new Set(["manager", "picker"]));
});
