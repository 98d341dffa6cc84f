import { env } from "cloudflare:workers";
import { and, eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { seededRandom } from "#app/platform/seeded-random.ts";
import { nextDay, startOfDayMs } from "#app/platform/zoned-days.ts";
import { workspaces } from "#db/schema/accounts.ts";
import { interactions, shopperSessions } from "#db/schema/interactions.ts";
import { patterns, patternTallies } from "#db/schema/patterns.ts";
import { sites } from "#db/schema/sites.ts";
import { usageCounts } from "#db/schema/usage.ts";
import { testIds } from "#db/testing/basics.ts";
import { createStage, type Stage } from "#db/testing/stage.ts";
import { aWorkspace, type TestWorkspace, writeRows } from "#db/testing/world.ts";
import { insert, removeWhere, updateWhere } from "#db/writes.ts";
import { eraseShoppers } from "../collect/erase-shoppers.server.ts";
import { interactionIdOf } from "../interactions/interaction-id.ts";
import { countDueDays } from "./count-due-days.server.ts";
import { countPeriod } from "./count-period.server.ts";
import { decidePattern } from "./decide-pattern.server.ts";
import { generateSessions, type PlantedTruths } from "./generate-sessions.ts";
import { listPatterns } from "./list-patterns.server.ts";
import { readPattern } from "./read-pattern.server.ts";
import { readPatternPeriod } from "./read-pattern-period.server.ts";
import { madeShop } from "./testing/made-days.ts";

const zone = "America/Sao_Paulo";
const hourMs = 3_600_000;
/** The stage starts on Saturday the 21st, noon in UTC. */
const friday = "2026-11-20";

let home: TestWorkspace;
let stage: Stage;

beforeEach(async () => {
  home = await aWorkspace();
  stage = createStage();
  await writeRows(
    home.id,
    removeWhere(patterns, eq(patterns.workspaceId, home.id)),
    removeWhere(shopperSessions, eq(shopperSessions.workspaceId, home.id)),
    updateWhere(workspaces, eq(workspaces.id, home.id), { timeZone: zone }),
  );
});

function startOf(day: string, timeZone = zone): number {
  const start = startOfDayMs(day, timeZone);
  if (start === undefined) throw new Error(`no day: ${day}`);
  return start;
}

function aSessionRow(startedAt: number, features: Record<string, unknown>, createdAt = startedAt + hourMs) {
  const plain = { siteId: "sit_1", visitorKey: "v", userRef: null, events: 9, halfHourVisits: 1, followsId: null, endedBy: "idle" };
  const rest = { isBot: false, archiveKey: null, processing: "done", endedAt: startedAt + 600_000 };
  return { ...plain, ...rest, id: testIds.next("ses"), startedAt, features, createdAt };
}

type Came = { sessions?: number; truths?: PlantedTruths; createdAt?: number };

async function cameOn(day: string, { sessions = 120, truths = {}, createdAt }: Came = {}): Promise<string[]> {
  const shop = { ...madeShop, sessionsADay: sessions };
  const random = seededRandom(Number(day.replaceAll("-", "")));
  const made = generateSessions({ random, shop, truths, fromMs: startOf(day), untilMs: startOf(nextDay(day)) });
  const rows = made.map((features) => aSessionRow(features.startedAt, features, createdAt));
  await writeRows(home.id, insert(shopperSessions, ...rows));
  return rows.map(({ id }) => id);
}

function system() {
  return stage.as(home, { system: "patterns" });
}

function asked(): string[] {
  return stage.committed.flatMap(({ event }) => (event.type === "patterns.due" ? [`${event.period} ${event.startDay}`] : []));
}

/** Works what was asked for, one after the other, until nothing is. */
async function workAll(): Promise<void> {
  for (let place = 0; place < stage.committed.length; place += 1) {
    const record = stage.committed[place];
    if (record?.event.type !== "patterns.due") continue;
    await env.DB.prepare("update outbox set due_at = null, asks_for = null where id = ?").bind(record.id).run();
    await countPeriod(system(), { period: record.event.period, startDay: record.event.startDay });
  }
}

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

test("the day of a single visit tells what happened in it and by whom, and claims nothing", async () => {
  const [id = ""] = await cameOn(friday, { sessions: 1, truths: { missing: { query: "samovar", share: 1 } } });
  await countPeriod(system(), { period: "day", startDay: friday });
  const count = (await readPatternPeriod(system(), { startDay: friday })).sessions;
  const viewer = stage.as(home, { role: "viewer" });
  const told = await listPatterns(viewer, { period: "day", nature: "observed" });
  const search = told.data.find(({ key }) => key === "search");
  expect(search).toMatchObject({ kind: "observed", facts: { query: "samovar" }, support: count, outOf: count, confidencePerMille: 0 });
  expect(search?.interactionIds).toContain(interactionIdOf(id));
  expect((await listPatterns(viewer, { nature: "found" })).data).toEqual([]);
  expect(await system().db.count(usageCounts, eq(usageCounts.kind, "pattern"))).toBe(0);
});

test("what is only described stands after what was found, and is not decided on", async () => {
  await cameOn(friday, { truths: vain });
  await countPeriod(system(), { period: "day", startDay: friday });
  const manager = stage.as(home, { role: "manager" });
  const all = (await listPatterns(manager, { period: "day" })).data;
  const kinds = all.map(({ kind }) => kind);
  expect(kinds.indexOf("observed")).toBeGreaterThan(kinds.lastIndexOf("search-in-vain"));
  const id = all.find(({ kind }) => kind === "observed")?.id ?? "";
  await expect(decidePattern(manager, { id, state: "pinned" })).rejects.toMatchObject({ code: "conflict", reason: "patternOnlyDescribed" });
});

test("who is erased is in no count of their day any more, nor in what it tells, up to all time", async () => {
  await cameOn(friday, { sessions: 1, truths: { missing: { query: "samovar", share: 1 } } });
  await countDueDays(system());
  await workAll();
  expect((await readPatternPeriod(system(), { period: "all" })).sessions).toBeGreaterThan(0);
  stage.clock.advance(hourMs);
  stage.committed.length = 0;
  await eraseShoppers(stage.as(home, { role: "owner" }), { from: startOf(friday), to: startOf(nextDay(friday)), isDry: false });
  expect(asked()).toEqual([`day ${friday}`]);
  await workAll();
  for (const period of ["day", "week", "month", "year", "all"] as const) {
    expect(await readPatternPeriod(system(), { period }), period).toMatchObject({ sessions: 0, countedAt: stage.clock.now() });
  }
  expect((await listPatterns(system())).data).toEqual([]);
  const rows = await env.DB.prepare("select group_concat(tally) as all_text from pattern_tallies where workspace_id = ?")
    .bind(home.id)
    .first<{ all_text: string }>();
  expect(rows?.all_text).not.toContain("samovar");
});

test("a day of which sessions went by their age keeps its count when somebody of it is erased", async () => {
  await cameOn(friday, { sessions: 30 });
  await countDueDays(system());
  await workAll();
  await writeRows(
    home.id,
    updateWhere(sites, eq(sites.workspaceId, home.id), { retention: { rawDays: 1, sessionDays: 2, interactionDays: 2 } }),
  );
  stage.clock.advance(3 * 24 * hourMs);
  stage.committed.length = 0;
  const erased = await eraseShoppers(stage.as(home, { role: "owner" }), {
    from: startOf(friday),
    to: startOf(friday) + 12 * hourMs,
    isDry: false,
  });
  expect(erased.sessions).toBeGreaterThan(0);
  expect(asked()).toEqual([]);
});
