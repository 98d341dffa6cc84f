import { env } from "cloudflare:workers";
import { and, eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { nextDay } from "#app/platform/zoned-days.ts";
import { workspaces } from "#db/schema/accounts.ts";
import { interactions, shopperSessions } from "#db/schema/interactions.ts";
import { patterns, patternTallies } from "#db/schema/patterns.ts";
import { usageCounts } from "#db/schema/usage.ts";
import { aWorkspace, writeRows } from "#db/testing/world.ts";
import { insert, removeWhere, updateWhere } from "#db/writes.ts";
import { interactionIdOf } from "../interactions/policy.ts";
import { countDueDays } from "./count-due-days.server.ts";
import { countPeriod } from "./count-period.server.ts";
import { decidePattern } from "./decide-pattern.server.ts";
import type { PlantedTruths } from "./generate-sessions.ts";
import { listPatterns } from "./list-patterns.server.ts";
import { readPattern } from "./read-pattern.server.ts";
import { readPatternPeriod } from "./read-pattern-period.server.ts";
import { aCountedShop, aSessionRow, friday, hourMs, startOf } from "./testing/counted-shop.ts";

let shop: Awaited<ReturnType<typeof aCountedShop>>;
let home: typeof shop.home;
let stage: typeof shop.stage;
const cameOn: typeof shop.cameOn = (day, came) => shop.cameOn(day, came);
const system = () => shop.system();
const asked = () => shop.asked();
const workAll = () => shop.workAll();

beforeEach(async () => {
  shop = await aCountedShop();
  ({ home, stage } = shop);
});

const vain: PlantedTruths = { missing: { query: "mop", share: 0.15 } };

test("a day that is over is counted with all that it is part of, and what was planted in it is told", async () => {
  await cameOn(friday, { truths: vain });
  expect((await countDueDays(system())).days).toEqual([friday]);
  await workAll();
  for (const [period, startDay] of [
    ["day", friday],
    ["week", "2026-11-16"],
    ["month", "2026-11-01"],
    ["year", "2026-01-01"],
    ["all", "1970-01-01"],
  ] as const) {
    const found = await listPatterns(system(), { period, startDay });
    expect(
      found.data.map(({ key }) => key),
      period,
    ).toContain("query:mop");
    expect(await readPatternPeriod(system(), { period })).toMatchObject({ startDay, daysCounted: 1, countedAt: stage.clock.now() });
  }
});

test("what was counted is not counted again, until sessions come late: then once, with all above", async () => {
  await cameOn(friday);
  await countDueDays(system());
  await workAll();
  const counted = (await readPatternPeriod(system(), { period: "year" })).sessions;
  stage.clock.advance(hourMs);
  expect((await countDueDays(system())).days).toEqual([]);
  await writeRows(home.id, insert(shopperSessions, aSessionRow(startOf(friday) + hourMs, await someFeatures(), stage.clock.now())));
  stage.clock.advance(hourMs);
  expect((await countDueDays(system())).days).toEqual([friday]);
  await workAll();
  expect((await readPatternPeriod(system(), { period: "year" })).sessions).toBe(counted + 1);
  stage.clock.advance(2 * hourMs);
  expect((await countDueDays(system())).days).toEqual([]);
});

async function someFeatures(): Promise<Record<string, unknown>> {
  const row = await system().db.first(shopperSessions, undefined);
  if (row === undefined) throw new Error("no session is there");
  return row.features;
}

test("what is asked for and waits is not asked for again", async () => {
  await cameOn(friday);
  await countDueDays(system());
  await countDueDays(system());
  expect(asked()).toEqual([`day ${friday}`]);
});

test("a day is counted when it is over where the shop is, and its last sessions had time to end", async () => {
  const saturday = "2026-11-21";
  await cameOn(saturday, { createdAt: stage.clock.now() });
  const end = startOf("2026-11-22");
  stage.clock.advance(end + 2 * hourMs - 1 - stage.clock.now());
  expect((await countDueDays(system())).days).toEqual([]);
  stage.clock.advance(1);
  expect((await countDueDays(system())).days).toEqual([saturday]);
});

test.each([
  ["America/New_York", "2026-11-01", 25],
  ["America/New_York", "2026-03-08", 23],
  ["Asia/Kathmandu", "2026-05-05", 24],
])("in %s the day %s has its %i hours and no other's sessions", async (timeZone, day, hours) => {
  await writeRows(home.id, updateWhere(workspaces, eq(workspaces.id, home.id), { timeZone }));
  await cameOn(friday, { sessions: 5 });
  const features = await someFeatures();
  const [from, until] = [startOf(day, timeZone), startOf(nextDay(day), timeZone)];
  expect(until - from).toBe(hours * hourMs);
  const at = [from - 1, from, until - 1, until];
  await writeRows(home.id, insert(shopperSessions, ...at.map((startedAt) => aSessionRow(startedAt, { ...features, startedAt }))));
  await countPeriod(system(), { period: "day", startDay: day });
  const counted = await readPatternPeriod(system(), { period: "day", startDay: day });
  expect(counted.sessions).toBe(2);
  const weekday = (new Date(day).getUTCDay() + 6) % 7;
  expect([counted.hours[weekday * 24], counted.hours[weekday * 24 + 23]]).toEqual([1, 1]);
});

test("counted twice it is the same: no pattern double, none paid for twice, and what people decided stays", async () => {
  await cameOn(friday, { truths: vain });
  await countPeriod(system(), { period: "day", startDay: friday });
  const before = (await listPatterns(system())).data;
  const [first] = before;
  if (first === undefined) throw new Error("nothing was found");
  await decidePattern(stage.as(home, { role: "manager" }), { id: first.id, state: "dismissed", reason: "We do not sell mops." });
  const used = await system().db.count(usageCounts, eq(usageCounts.kind, "pattern"));
  stage.clock.advance(hourMs);
  await countPeriod(system(), { period: "day", startDay: friday });
  const after = await system().db.all(patterns);
  expect(after.map(({ id }) => id).toSorted()).toEqual(before.map(({ id }) => id).toSorted());
  expect(after.find(({ id }) => id === first.id)).toMatchObject({
    state: "dismissed",
    dismissedBecause: "We do not sell mops.",
    foundAt: stage.clock.now(),
  });
  // What is only described is not paid for.
  expect(used).toBe(before.filter(({ kind }) => kind !== "observed").length);
  expect(await system().db.count(usageCounts, eq(usageCounts.kind, "pattern"))).toBe(used);
});

test("a pattern that no longer shows goes, unless somebody pinned it", async () => {
  const ids = await cameOn(friday, { truths: { ...vain, hours: Array.from({ length: 24 }, (_, hour) => (hour === 20 ? 6 : 1)) } });
  await countPeriod(system(), { period: "day", startDay: friday });
  const found = (await listPatterns(system(), { period: "day" })).data;
  const mop = found.find(({ key }) => key === "query:mop");
  expect(found.some(({ kind }) => kind === "busy-hours")).toBe(true);
  await decidePattern(stage.as(home, { role: "manager" }), { id: mop?.id ?? "", state: "pinned" });
  await env.DB.prepare("delete from shopper_sessions where id in (select value from json_each(?))").bind(JSON.stringify(ids)).run();
  stage.clock.advance(hourMs);
  await countPeriod(system(), { period: "day", startDay: friday });
  expect((await listPatterns(system())).data.map(({ key, state }) => [key, state])).toEqual([["query:mop", "pinned"]]);
  expect(await readPatternPeriod(system(), { period: "day", startDay: friday })).toMatchObject({ sessions: 0, daysCounted: 1 });
});

test("a pattern names interactions it shows in, as far as they are still there", async () => {
  const ids = await cameOn(friday, { truths: vain });
  const plain = { source: "web", sourceId: "sit_1", visitorKey: "v", kind: "searched-in-vain", describedBy: "rules", aiCallId: null };
  const rest = { durationMs: 1, channel: "web", isBot: false, products: [], moments: [], tags: [], createdAt: 1 };
  const rows = ids.map((subjectId, place) => ({
    ...plain,
    ...rest,
    id: interactionIdOf(subjectId),
    subjectId,
    text: `Nº ${place}`,
    occurredAt: place,
  }));
  await writeRows(home.id, insert(interactions, ...rows));
  await countPeriod(system(), { period: "day", startDay: friday });
  const mop = (await listPatterns(system())).data.find(({ key }) => key === "query:mop");
  const [gone = ""] = mop?.interactionIds ?? [];
  expect(mop?.interactionIds).toHaveLength(4);
  await writeRows(home.id, removeWhere(interactions, eq(interactions.id, gone)));
  const read = await readPattern(stage.as(home, { role: "viewer" }), { id: mop?.id ?? "" });
  expect(read.evidence.map(({ id }) => id).toSorted()).toEqual(mop?.interactionIds.slice(1).toSorted());
});

test("programs, erased sessions and unreadable ones are in no pattern, and the unreadable are told of", async () => {
  await cameOn(friday, { sessions: 5 });
  const features = await someFeatures();
  const counted = await system().db.count(shopperSessions);
  const at = startOf(friday) + hourMs;
  await writeRows(
    home.id,
    insert(
      shopperSessions,
      { ...aSessionRow(at, features), isBot: true },
      { ...aSessionRow(at, features), endedBy: "erased" },
      aSessionRow(at, { stages: "all" }),
    ),
  );
  await countPeriod(system(), { period: "day", startDay: friday });
  expect(await readPatternPeriod(system(), { period: "day", startDay: friday })).toMatchObject({ sessions: counted, bots: 1 });
  expect(stage.log.events.filter((one) => one.event === "unexpected.error")).toHaveLength(1);
});

test("more sessions than are read at once are all counted, and counted once", async () => {
  const ids = await cameOn(friday, { sessions: 1_200 });
  await countPeriod(system(), { period: "day", startDay: friday });
  expect((await readPatternPeriod(system(), { period: "day", startDay: friday })).sessions).toBe(ids.length);
  const [row] = await system().db.all(patternTallies, { where: and(eq(patternTallies.period, "day")) });
  expect(row?.sessions).toBe(ids.length);
});

test("another shop's sessions are in nobody else's count", async () => {
  const other = await aWorkspace();
  await cameOn(friday, { sessions: 50 });
  await countPeriod(stage.as(other, { system: "patterns" }), { period: "day", startDay: friday });
  expect(await readPatternPeriod(stage.as(other, { role: "viewer" }), { period: "day", startDay: friday })).toMatchObject({ sessions: 0 });
});

test("without a first day the last counted is read, with its neighbours and when the next is due", async () => {
  expect(await readPatternPeriod(system())).toMatchObject({ period: "day", startDay: "2026-11-21", countedAt: null, previousDay: null });
  for (const day of ["2026-11-18", friday]) {
    await cameOn(day, { sessions: 5 });
    await countPeriod(system(), { period: "day", startDay: day });
  }
  const latest = await readPatternPeriod(system());
  expect(latest).toMatchObject({ startDay: friday, previousDay: "2026-11-18", nextDay: null, endDay: "2026-11-21" });
  expect(new Date(latest.nextCountAt).toISOString()).toBe("2026-11-22T05:07:00.000Z");
  expect(await readPatternPeriod(system(), { startDay: "2026-11-18" })).toMatchObject({ previousDay: null, nextDay: friday });
});

test("a pattern is put aside for a reason, which goes when it is taken up again", async () => {
  await cameOn(friday, { truths: vain });
  await countPeriod(system(), { period: "day", startDay: friday });
  const manager = stage.as(home, { role: "manager" });
  const id = (await listPatterns(manager)).data[0]?.id ?? "";
  await expect(decidePattern(manager, { id, state: "dismissed", reason: " " })).rejects.toMatchObject({ fields: { reason: "required" } });
  expect(await decidePattern(manager, { id, state: "dismissed", reason: "known" })).toMatchObject({ dismissedBecause: "known" });
  expect((await listPatterns(manager)).data.map((one) => one.id)).not.toContain(id);
  expect((await listPatterns(manager, { state: "dismissed" })).data.map((one) => one.id)).toEqual([id]);
  expect(await decidePattern(manager, { id, state: "open" })).toMatchObject({ state: "open", dismissedBecause: null });
});
