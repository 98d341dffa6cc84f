import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import type { DomainEvent } from "#app/domain/events.ts";
import { finishMessages } from "#db/messages.server.ts";
import { mutate } from "#db/mutate.server.ts";
import { deadLetters, outbox } from "#db/schema/delivery.ts";
import { testIds } from "#db/testing/basics.ts";
import { aFakeQueue } from "#db/testing/fake-queue.ts";
import { createStage, type Stage } from "#db/testing/stage.ts";
import { aWorkspace, type TestWorkspace } from "#db/testing/world.ts";
import { carryOn, sweepOutbox } from "./outbox.server.ts";

const graceMs = 60_000;
const joined = { type: "member.joined", userId: "usr_1", name: "Bea", invitedByUserId: null } as const;
const arrived = (channelId: string) => ({ type: "channel.notices-arrived", channelId }) as const;
const audit = { action: "member.joined", subject: { type: "member", id: "usr_1", label: "Bea" } } as const;

async function start() {
  // The sweep serves all workspaces: what other tests left waiting would be swept here.
  await env.DB.prepare("update outbox set due_at = null").run();
  const home = await aWorkspace();
  const stage = createStage();
  const queue = aFakeQueue();
  const deps = { ...stage.deps, env: { ...env, PROCESSING_QUEUE: queue.binding } };
  return { home, stage, queue, deps };
}

/** One event for the queue and one for the room. */
async function commit(stage: Stage, home: TestWorkspace): Promise<void> {
  await mutate(stage.as(home, { role: "owner" }), { writes: [], audit, events: [joined] });
}

function rows(stage: Stage, home: TestWorkspace) {
  return stage.as(home, { role: "owner" }).db.all(outbox);
}

function roomLog(home: TestWorkspace) {
  const stub = env.WORKSPACE_LIVE.getByName(home.id);
  return runInDurableObject(stub, (room) => room.log.since(1).map((item) => [item.seq, item.entry.action]));
}

test("what was committed is carried on at once, to room and queue, and cleared when its consumer has finished", async () => {
  const { home, stage, queue, deps } = await start();
  await commit(stage, home);
  await carryOn(deps, stage.committed);
  const [first] = stage.committed;
  expect(queue.sent).toEqual([{ v: 1, key: first?.id, workspaceId: home.id, event: joined }]);
  expect(await roomLog(home)).toEqual([[1, "member.joined"]]);
  expect((await rows(stage, home)).filter((row) => row.dueAt !== null).map((row) => row.id)).toEqual([first?.id]);
  await finishMessages(env.DB, [first?.id ?? ""], stage.clock.now());
  expect((await rows(stage, home)).map((row) => row.dueAt)).toEqual([null, null]);
});

test("after a crash between commit and delivery the sweep delivers, and not before its time", async () => {
  const { home, stage, queue, deps } = await start();
  await commit(stage, home);
  stage.clock.advance(graceMs - 1);
  expect(await sweepOutbox(deps)).toBe(0);
  expect(queue.sent).toEqual([]);
  stage.clock.advance(1);
  expect(await sweepOutbox(deps)).toBe(2);
  expect(queue.sent).toHaveLength(1);
  expect(await roomLog(home)).toEqual([[1, "member.joined"]]);
});

test("what its queue has lost is sent again, ever more rarely, until its consumer has finished", async () => {
  const { home, stage, queue, deps } = await start();
  await commit(stage, home);
  await carryOn(deps, stage.committed);
  const [first] = stage.committed;
  const waits: number[] = [];
  for (let round = 0; round < 4; round += 1) {
    const dueAt = (await rows(stage, home)).find((row) => row.id === first?.id)?.dueAt ?? 0;
    waits.push(dueAt - stage.clock.now());
    stage.clock.set(dueAt);
    await sweepOutbox(deps);
  }
  expect(waits).toEqual([60_000, 60_000, 120_000, 240_000]);
  expect(queue.sent.map((message) => message.key)).toEqual(Array.from({ length: 5 }, () => first?.id));
  expect(await roomLog(home)).toEqual([[1, "member.joined"]]);
  await finishMessages(env.DB, [first?.id ?? ""], stage.clock.now());
  stage.clock.advance(24 * 3_600_000);
  expect(await sweepOutbox(deps)).toBe(0);
});

test("two sweeps at the same moment do not deliver twice", async () => {
  const { home, stage, queue, deps } = await start();
  await commit(stage, home);
  stage.clock.advance(graceMs);
  const counts = await Promise.all([sweepOutbox(deps), sweepOutbox(deps)]);
  expect(new Set(counts)).toEqual(new Set([0, 2]));
  expect(queue.sent).toHaveLength(1);
});

test("a room logs an event once, however often it is told", async () => {
  const { home, stage, deps } = await start();
  await commit(stage, home);
  await carryOn(deps, stage.committed);
  await carryOn(deps, stage.committed);
  await commit(stage, home);
  await carryOn(deps, stage.committed);
  expect(await roomLog(home)).toEqual([
    [1, "member.joined"],
    [2, "member.joined"],
  ]);
});

test("a queue that fails is tried later and later, and others are not held up", async () => {
  const { home, stage, queue, deps } = await start();
  queue.failWith(new Error("queue is down"));
  await commit(stage, home);
  await carryOn(deps, stage.committed);
  stage.clock.advance(graceMs);
  const delays: number[] = [];
  for (let attempt = 1; attempt <= 3; attempt += 1) {
    await sweepOutbox(deps);
    const waiting = (await rows(stage, home)).filter((row) => row.dueAt !== null);
    expect(waiting).toMatchObject([{ attempts: attempt, lastError: expect.stringContaining("queue is down") as string }]);
    const delay = (waiting[0]?.dueAt ?? 0) - stage.clock.now();
    delays.push(delay);
    stage.clock.advance(delay);
  }
  expect(delays).toEqual([10_000, 20_000, 40_000]);
  expect(await roomLog(home)).toHaveLength(1);
  queue.failWith(undefined);
  await sweepOutbox(deps);
  expect(queue.sent).toHaveLength(1);
  await finishMessages(env.DB, [queue.sent[0]?.key ?? ""], stage.clock.now());
  expect((await rows(stage, home)).every((row) => row.dueAt === null && row.lastError === null)).toBe(true);
});

test("what can never be delivered ends as a dead letter with its reason, and is not tried again", async () => {
  const { home, stage, queue, deps } = await start();
  queue.failWith(new Error("queue is down"));
  await commit(stage, home);
  const [first] = stage.committed;
  for (let attempt = 0; attempt < 12; attempt += 1) {
    stage.clock.advance(3_600_000);
    await sweepOutbox(deps);
  }
  const letters = await stage.as(home, { role: "owner" }).db.all(deadLetters, { where: eq(deadLetters.id, first?.id ?? "") });
  expect(letters).toMatchObject([{ queue: "processing", reason: "member.joined: Error: queue is down", resolvedAt: null }]);
  expect(JSON.parse(letters[0]?.body ?? "")).toEqual({ v: 1, key: first?.id, workspaceId: home.id, event: joined });
  stage.clock.advance(24 * 3_600_000);
  expect(await sweepOutbox(deps)).toBe(0);
});

test("hundreds of events leave in batches the queue takes", async () => {
  const { home, stage, queue, deps } = await start();
  const events = Array.from({ length: 250 }, (): DomainEvent => joined);
  await mutate(stage.as(home, { role: "owner" }), { writes: [], audit: "personal", events });
  await carryOn(deps, stage.committed);
  expect(queue.batchSizes).toEqual([100, 100, 50]);
  expect(new Set(queue.sent.map((message) => message.key)).size).toBe(250);
});

test("notices are read again at once, those behind them two seconds later, and those of another channel meanwhile", async () => {
  const { home, stage, queue, deps } = await start();
  const ctx = stage.as(home, { role: "owner" });
  const told = async (channelId: string) => {
    await mutate(ctx, { writes: [], audit: "personal", events: [arrived(channelId)] });
    await carryOn({ ...deps, env: { ...deps.env, SYNC_QUEUE: queue.binding } }, stage.committed.splice(0));
  };
  const own = testIds.next("chn");
  await told(own);
  stage.clock.advance(300);
  await told(own);
  await told(testIds.next("chn"));
  stage.clock.advance(60_000);
  await told(own);
  expect(queue.delays).toEqual([0, 2, 0, 0]);
});

test("a delivery that hangs forever does not stop those after it", async () => {
  const { home, stage, queue, deps } = await start();
  await commit(stage, home);
  queue.hang(true);
  void carryOn(deps, stage.committed.splice(0));
  queue.hang(false);
  await commit(stage, home);
  stage.clock.advance(30_000);
  await carryOn(deps, stage.committed);
  expect(queue.sent).toHaveLength(1);
  stage.clock.advance(30_000);
  await sweepOutbox(deps);
  expect(new Set(queue.sent.map((message) => message.key)).size).toBe(2);
});
