import { isDeepStrictEqual } from "node:util";
import { env } from "cloudflare:workers";
import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { apiKeys, mailTokens, sessions } from "#db/schema/accounts.ts";
import { outbox } from "#db/schema/delivery.ts";
import { patternTallies } from "#db/schema/patterns.ts";
import { shopperSessions } from "#db/schema/interactions.ts";
import { sites } from "#db/schema/sites.ts";
import { priceSightings } from "#db/schema/market.ts";
import { notifications } from "#db/schema/notifications.ts";
import { stageStartMs, testIds } from "#db/testing/basics.ts";
import { dumpOf } from "#db/testing/database.ts";
import { aPriceSighting } from "#db/testing/sighting-rows.ts";
import { createStage } from "#db/testing/stage.ts";
import { aWorkspace, writeRows } from "#db/testing/world.ts";
import { insert, removeWhere, updateWhere } from "#db/writes.ts";
import { channels } from "#db/schema/channels.ts";
import { scoreDays } from "#db/schema/selling.ts";
import { contextForMessage } from "../context.server.ts";
import { handleEvent } from "../queues/handle-event.server.ts";
import { encodeQueueMessage } from "../queues/message.ts";
import { runScheduled } from "./run-scheduled.server.ts";

const dayMs = 24 * 3_600_000;
const daily = "17 3 * * *";

test("a schedule nobody knows does nothing", async () => {
  const home = await aWorkspace();
  const stage = createStage();
  const before = await dumpOf(home);
  for (const cron of ["* * * * 1", ""]) await runScheduled(stage.deps, cron);
  expect(await dumpOf(home)).toEqual(before);
  expect(stage.log.events).toEqual([]);
});

test("a job that fails is reported and does not stop the next one", async () => {
  const stage = createStage();
  const orm = Object.assign(Object.create(stage.deps.orm) as typeof stage.deps.orm, {
    selectDistinct: () => {
      throw new Error("D1_ERROR: down");
    },
  });
  await runScheduled({ ...stage.deps, orm }, daily);
  const runs = stage.log.events.flatMap((one) => (one.event === "cron.run" ? [{ job: one.job, outcome: one.outcome }] : []));
  expect(runs[0]).toEqual({ job: "warn-expiring-keys", outcome: "failed" });
  expect(runs).toContainEqual({ job: "remove-old-traces", outcome: "ok" });
});

test("housekeeping removes what has done its work long ago, and nothing else", async () => {
  const home = await aWorkspace();
  const stage = createStage();
  const { viewer } = home.people;
  const token = (name: string, expiresAt: number) => ({
    id: name,
    kind: "sign-up",
    tokenHash: testIds.token(),
    userId: null,
    email: "a@b.test",
    payload: {},
    expiresAt,
    usedAt: null,
    createdAt: 1,
  });
  const event = { type: "x" };
  await writeRows(
    home.id,
    insert(outbox, { id: "delivered-old", event, createdAt: stageStartMs - 8 * dayMs, dueAt: null }),
    insert(outbox, { id: "delivered-new", event, createdAt: stageStartMs - 6 * dayMs, dueAt: null }),
    insert(outbox, { id: "waiting-old", event, createdAt: 1, dueAt: stageStartMs + dayMs }),
    insert(mailTokens, token("token-old", stageStartMs - 8 * dayMs), token("token-new", stageStartMs - 6 * dayMs)),
    updateWhere(sessions, eq(sessions.userId, viewer.id), { expiresAt: Math.floor(stageStartMs / 1000) - 1 }),
    insert(
      priceSightings,
      ...[401, 399].map((days) =>
        aPriceSighting({ listingId: null, id: `price-${days}`, stream: "offer", seenAt: stageStartMs - days * dayMs }),
      ),
    ),
    // Nothing to score, so that only housekeeping has work here.
    updateWhere(channels, eq(channels.id, home.shop.channelId), { state: "disconnected" }),
  );
  const put = (sql: string, ...values: unknown[]) => env.DB.prepare(sql).bind(...values);
  await env.DB.batch([
    put("insert into handled_messages (id, lease_until, done_at) values ('done-old', 0, ?)", stageStartMs - 15 * dayMs),
    put("insert into handled_messages (id, lease_until, done_at) values ('done-new', 0, ?)", stageStartMs - 13 * dayMs),
    put("insert into handled_messages (id, lease_until) values ('undone', 0)"),
    ...[3, 1].map((days) =>
      put(
        "insert into idempotency_keys (workspace_id, key, fingerprint, lease_until, created_at) values (?, ?, 'f', 0, ?)",
        home.id,
        `days-${days}`,
        stageStartMs - days * dayMs,
      ),
    ),
  ]);
  const before = await dumpOf(home);
  await runScheduled(stage.deps, daily);
  const after = await dumpOf(home);
  const gone = Object.entries(before).flatMap(([name, rows]) => {
    const left = new Set((after[name] ?? []).map((row) => JSON.stringify(row)));
    return rows.filter((row) => !("rows" in row) && !left.has(JSON.stringify(row))).map((row) => [name, row["id"] ?? row["key"]] as const);
  });
  const session = before["sessions"]?.find((row) => row["user_id"] === viewer.id)?.["id"];
  expect(Object.fromEntries(gone)).toEqual({
    handled_messages: "done-old",
    idempotency_keys: "days-3",
    mail_tokens: "token-old",
    outbox: "delivered-old",
    price_sightings: "price-401",
    sessions: session,
  });
  expect(gone).toHaveLength(6);
});

test("the daily run scores every workspace that has a channel, and only those", async () => {
  const [home, without] = [await aWorkspace(), await aWorkspace()];
  await writeRows(without.id, updateWhere(channels, eq(channels.id, without.shop.channelId), { state: "disconnected" }));
  const stage = createStage();
  await runScheduled(stage.deps, daily);
  const scored = (workspace: typeof home) => stage.as(workspace, { role: "owner" }).db.count(scoreDays);
  expect([await scored(home), await scored(without)]).toEqual([2, 0]);
});

test("the daily run warns of keys that run out, once however often it runs", async () => {
  const home = await aWorkspace();
  const stage = createStage();
  await writeRows(home.id, updateWhere(apiKeys, eq(apiKeys.id, home.apiKey.id), { expiresAt: stageStartMs + dayMs }));
  await runScheduled(stage.deps, daily);
  await runScheduled(stage.deps, daily);
  const { db } = stage.as(home, { role: "owner" });
  expect(await db.count(notifications, eq(notifications.kind, "api-key-expiring"))).toBe(2);
});

test("every hour days of shops with a site are counted, and their message finds the patterns and asks for what is above", async () => {
  const [home, siteless] = [await aWorkspace(), await aWorkspace()];
  await writeRows(siteless.id, removeWhere(sites, sql`true`));
  const stage = createStage();
  const startedAt = stageStartMs - dayMs;
  const features = {
    startedAt,
    stages: ["landing"],
    checkoutSteps: [],
    searches: [],
    products: [],
    hesitations: [],
    isReturning: false,
    device: "phone",
  };
  const session = {
    siteId: "sit_1",
    visitorKey: "v",
    userRef: null,
    startedAt,
    endedAt: startedAt + 1,
    events: 1,
    halfHourVisits: 1,
    followsId: null,
    endedBy: "idle",
    isBot: false,
    features,
    archiveKey: null,
    processing: "done",
    createdAt: startedAt + 1,
  };
  await writeRows(home.id, insert(shopperSessions, { ...session, id: testIds.next("ses") }));
  await writeRows(siteless.id, insert(shopperSessions, { ...session, id: testIds.next("ses") }));
  await runScheduled(stage.deps, "7 * * * *");
  // The queue of this place works as well: what it has done with the message by now is no matter.
  const event = { type: "patterns.due" as const, period: "day" as const, startDay: "2026-11-20" };
  const asked = (await stage.deps.orm.select().from(outbox)).filter((row) => isDeepStrictEqual(row.event, event));
  expect(asked.map(({ workspaceId }) => workspaceId)).toEqual([home.id]);
  const message = encodeQueueMessage({ id: testIds.next("evt"), workspaceId: home.id, event });
  await handleEvent(stage.deps, contextForMessage(stage.deps, message), message);
  const days = await stage.deps.orm.select().from(patternTallies).where(eq(patternTallies.period, "day"));
  expect(days.map(({ workspaceId, startDay, sessions }) => [workspaceId, startDay, sessions])).toEqual([[home.id, "2026-11-20", 1]]);
});
