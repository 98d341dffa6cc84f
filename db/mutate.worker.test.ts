import { env } from "cloudflare:workers";
import { asc, eq, inArray, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import type { ServiceContext } from "#app/domain/context.ts";
import { claimMessages } from "./messages.server.ts";
import { type Mutation, mutate } from "./mutate.server.ts";
import { markDelivered } from "./outbox.server.ts";
import { invitations, users, workspaces } from "./schema/accounts.ts";
import { auditLog } from "./schema/audit.ts";
import { outbox } from "./schema/delivery.ts";
import { notifications } from "./schema/notifications.ts";
import { stageStartMs, testIds } from "./testing/basics.ts";
import { dumpOf, rowsOf } from "./testing/database.ts";
import { createStage } from "./testing/stage.ts";
import { aWorkspace, type TestWorkspace } from "./testing/world.ts";
import { DuplicateRowError, StaleWriteError } from "./write-errors.ts";
import { ensure, insert, insertOnce, remove, removeWhere, update, updateWhere, type Write } from "./writes.ts";

const audit = {
  action: "workspace.updated",
  subject: { type: "workspace", id: "w", label: "W" },
  before: { a: 1 },
  after: { a: 2 },
} as const;
const events = [{ type: "session.revoked" as const, handles: ["ses_1"] }];
type Change = Mutation<Parameters<ServiceContext["feed"]["shows"]>[0], { type: "session.revoked"; handles: string[] }>;

async function start() {
  const home = await aWorkspace();
  const stage = createStage();
  return { home, stage, ctx: stage.as(home, { role: "owner" }) };
}

function aNotice(home: TestWorkspace, data: Record<string, string> = {}) {
  return {
    id: testIds.next("ntf"),
    userId: home.people.viewer.id,
    eventId: testIds.next("evt"),
    kind: "welcome",
    data,
    createdAt: 1,
    readAt: null,
  };
}

/** The error's name, and whether any row of any workspace is different now. */
async function attempt(ctx: ServiceContext, change: Partial<Change>): Promise<{ error: string; changed: boolean }> {
  const before = JSON.stringify(await dumpOf({ id: ctx.workspaceId }));
  const error = await mutate(ctx, { writes: [], audit, events, ...change }).then(
    () => "none",
    (reason: unknown) => (reason instanceof StaleWriteError || reason instanceof DuplicateRowError ? reason.name : String(reason)),
  );
  return { error, changed: JSON.stringify(await dumpOf({ id: ctx.workspaceId })) !== before };
}

const refusedAsStale = { error: "StaleWriteError", changed: false };
const refusedAsTaken = { error: "DuplicateRowError", changed: false };

test("state, audit row and outbox events are written together, and then handed on", async () => {
  const { home, stage, ctx } = await start();
  const row = { id: home.people.viewer.id, version: 1 };
  await mutate(ctx, { writes: [update(users, row, { name: "Bea" })], audit, events });
  expect(await ctx.db.first(users, eq(users.id, row.id))).toMatchObject({ name: "Bea", version: 2 });
  const [entry] = await ctx.db.all(auditLog, { where: eq(auditLog.requestId, ctx.requestId) });
  expect(entry).toMatchObject({
    at: stageStartMs,
    action: "workspace.updated",
    actorKind: "user",
    actorId: home.people.owner.id,
    actorLabel: home.people.owner.name,
    before: { a: 1 },
    after: { a: 2 },
    inFeed: true,
    ipAddress: "192.0.2.1",
    userAgent: "test",
  });
  const waiting = await ctx.db.all(outbox, { orderBy: asc(outbox.id) });
  expect(waiting.map((one) => one.event.type)).toEqual(["session.revoked", "activity.recorded"]);
  expect(waiting.every((one) => one.dueAt === stageStartMs + 60_000 && one.attempts === 0)).toBe(true);
  expect(stage.committed).toEqual(waiting.map(({ id, event }) => ({ id, workspaceId: home.id, event })));
});

test("work is asked for once until it begins, by however many, and again after that", async () => {
  const { home, stage, ctx } = await start();
  const asksFor = { key: `test ${home.id}`, event: { type: "session.revoked" as const, handles: ["ses_1"] } };
  const noticed: string[] = [];
  const asking = async () => {
    const notice = aNotice(home);
    noticed.push(notice.id);
    await mutate(ctx, { writes: [insert(notifications, notice)], audit: "mirrored", asksFor });
    return stage.committed.length;
  };
  expect(await Promise.all([asking(), asking(), asking()])).toContain(1);
  expect(stage.committed).toHaveLength(1);
  expect(await ctx.db.count(notifications, inArray(notifications.id, noticed))).toBe(3);
  await claimMessages(env.DB, [stage.committed[0]?.id ?? ""], stage.clock.now(), 60_000);
  expect([await asking(), await asking()]).toEqual([2, 2]);
  await markDelivered(env.DB, [stage.committed[1]?.id ?? ""]);
  expect(await asking()).toBe(3);
});

test("work that comes with a refused write is not asked for", async () => {
  const { home, stage, ctx } = await start();
  const asksFor = { key: `test ${home.id}`, event: { type: "session.revoked" as const, handles: ["ses_1"] } };
  const stale = update(users, { id: home.people.viewer.id, version: 7 }, { name: "Bea" });
  expect(await attempt(ctx, { writes: [stale], asksFor })).toEqual(refusedAsStale);
  expect(stage.committed).toEqual([]);
  expect(await attempt(ctx, { audit: "mirrored", events: [], asksFor })).toEqual({ error: "none", changed: true });
});

test.each([0, 1, 2, 3])("a stale version writes nothing at all, also as write %i of many", async (place) => {
  const { home, stage, ctx } = await start();
  const writes: Write[] = [
    insert(notifications, aNotice(home)),
    update(users, { id: home.people.picker.id, version: 1 }, { name: "Cid" }),
    updateWhere(users, eq(users.role, "analyst"), { name: "Dan" }),
  ];
  writes.splice(place, 0, update(users, { id: home.people.viewer.id, version: 7 }, { name: "Bea" }));
  expect(await attempt(ctx, { writes })).toEqual(refusedAsStale);
  expect(stage.committed).toEqual([]);
});

test("removing a row somebody changed meanwhile, or that is gone, writes nothing at all", async () => {
  const { home, ctx } = await start();
  const notice = insert(notifications, aNotice(home));
  expect(await attempt(ctx, { writes: [notice, remove(users, { id: home.people.viewer.id, version: 2 })] })).toEqual(refusedAsStale);
  expect(await attempt(ctx, { writes: [notice, remove(users, { id: "usr_gone", version: 1 })] })).toEqual(refusedAsStale);
});

test.each(["1 = 2", "null", "(select 1 where 1 = 2) = 1"])(
  "a condition that does not hold (%s) writes nothing at all",
  async (condition) => {
    const { home, ctx } = await start();
    const notice = insert(notifications, aNotice(home));
    expect(await attempt(ctx, { writes: [notice, ensure(sql.raw(condition))] })).toEqual(refusedAsStale);
  },
);

test("a condition sees what the batch wrote before it", async () => {
  const { home, ctx } = await start();
  const hasBea = ensure(sql`exists (select 1 from ${users} where ${users.workspaceId} = ${home.id} and ${users.name} = 'Bea')`);
  const rename = update(users, { id: home.people.viewer.id, version: 1 }, { name: "Bea" });
  expect(await attempt(ctx, { writes: [hasBea, rename] })).toEqual(refusedAsStale);
  await mutate(ctx, { writes: [rename, hasBea], audit });
});

test("of changes to one version at the same moment exactly one wins", async () => {
  const { home, ctx } = await start();
  const row = { id: home.people.viewer.id, version: 1 };
  const names = ["Bea", "Cid", "Dan", "Eva", "Fay"];
  const results = await Promise.allSettled(names.map((name) => mutate(ctx, { writes: [update(users, row, { name })], audit, events })));
  expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
  const losers = results.filter((result) => result.status === "rejected");
  expect(losers.every((result) => result.reason instanceof StaleWriteError)).toBe(true);
  const winner = names[results.findIndex((result) => result.status === "fulfilled")];
  expect(await ctx.db.first(users, eq(users.id, row.id))).toMatchObject({ name: winner, version: 2 });
  expect(await ctx.db.count(auditLog, eq(auditLog.requestId, ctx.requestId))).toBe(1);
});

test("a thousand rows go in as one, far past the limit of bound parameters", async () => {
  const { home, ctx } = await start();
  const rows = Array.from({ length: 1_000 }, (_, index) => aNotice(home, { place: String(index) }));
  await mutate(ctx, { writes: [insert(notifications, ...rows)], audit });
  const stored = await ctx.db.all(notifications, { where: eq(notifications.createdAt, 1), orderBy: asc(notifications.id) });
  expect(stored.map((row) => row.data["place"])).toEqual(rows.map((row) => row.data["place"]));
});

test("of a thousand rows none is written when the last one cannot be", async () => {
  const { home, ctx } = await start();
  const rows = Array.from({ length: 1_000 }, () => aNotice(home));
  const [first] = rows;
  if (first === undefined) throw new Error("no rows");
  const twin = { ...aNotice(home), id: first.id };
  expect(await attempt(ctx, { writes: [insert(notifications, ...rows, twin)] })).toEqual(refusedAsTaken);
});

test("a value that is taken is told apart from a stale version, and writes nothing", async () => {
  const { home, ctx } = await start();
  const { viewer, picker } = home.people;
  expect(await attempt(ctx, { writes: [update(users, { id: viewer.id, version: 1 }, { email: picker.email })] })).toEqual(refusedAsTaken);
});

test("what is told twice is written once, and what is incomplete is refused and not skipped", async () => {
  const { home, ctx } = await start();
  const notice = aNotice(home);
  await mutate(ctx, { writes: [insertOnce(notifications, notice)], audit: "personal" });
  await mutate(ctx, { writes: [insertOnce(notifications, { ...notice, id: testIds.next("ntf"), kind: "other" })], audit: "personal" });
  expect(await ctx.db.all(notifications, { where: eq(notifications.eventId, notice.eventId) })).toMatchObject([
    { id: notice.id, kind: "welcome" },
  ]);
  const incomplete = { ...aNotice(home), kind: null as unknown as string };
  await expect(mutate(ctx, { writes: [insertOnce(notifications, incomplete)], audit: "personal" })).rejects.toThrow(/NOT NULL/);
});

test("nobody writes into another workspace, whatever they hand over", async () => {
  const { home, ctx } = await start();
  const other = await aWorkspace();
  const before = await rowsOf(other);
  const { viewer } = other.people;
  const smuggled = { ...aNotice(home), workspaceId: other.id };
  await mutate(ctx, { writes: [insert(notifications, smuggled)], audit });
  const patch = { name: "Bea", workspaceId: other.id, id: "usr_else", version: 9 };
  await mutate(ctx, { writes: [update(users, { id: home.people.viewer.id, version: 1 }, patch)], audit });
  await mutate(ctx, { writes: [updateWhere(users, sql`1 = 1`, { name: "Bea" }), removeWhere(invitations, sql`1 = 1 or 1 = 1`)], audit });
  await expect(mutate(ctx, { writes: [update(users, { id: viewer.id, version: 1 }, { name: "Bea" })], audit })).rejects.toThrow(
    StaleWriteError,
  );
  await expect(mutate(ctx, { writes: [remove(workspaces, { id: other.id, version: 1 })], audit })).rejects.toThrow(StaleWriteError);
  expect(await rowsOf(other)).toEqual(before);
  expect(await ctx.db.first(users, eq(users.id, home.people.viewer.id))).toMatchObject({ workspaceId: home.id, name: "Bea" });
});

test("a change of many rows counts as one for whoever read them before", async () => {
  const { home, ctx } = await start();
  await mutate(ctx, { writes: [updateWhere(invitations, eq(invitations.id, home.invitation.id), { revokedAt: 5 })], audit });
  const accept = update(invitations, { id: home.invitation.id, version: 1 }, { acceptedAt: 6 });
  expect(await attempt(ctx, { writes: [accept] })).toEqual(refusedAsStale);
});

test("what concerns one person's reading leaves no audit row", async () => {
  const { home, stage, ctx } = await start();
  const before = await ctx.db.count(auditLog);
  await mutate(ctx, { writes: [insert(notifications, aNotice(home))], audit: "personal" });
  expect(await ctx.db.count(auditLog)).toBe(before);
  expect(stage.committed).toEqual([]);
});

test("a fault of the database is passed on as it is", async () => {
  const { ctx } = await start();
  const broken = {
    prepare: env.DB.prepare.bind(env.DB),
    batch: () => Promise.reject(new Error("D1_ERROR: down")),
  } as unknown as D1Database;
  await expect(mutate({ ...ctx, d1: broken }, { writes: [], audit })).rejects.toThrow("D1_ERROR: down");
});

test("rows together larger than a parameter may be are written all the same", async () => {
  const { home, ctx } = await start();
  const rows = Array.from({ length: 60 }, () => aNotice(home, { text: "é".repeat(50_000) }));
  await mutate(ctx, { writes: [insert(notifications, ...rows)], audit: "personal" });
  expect(await ctx.db.count(notifications, eq(notifications.createdAt, 1))).toBe(60);
});
