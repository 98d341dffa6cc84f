import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { nextDay } from "#app/platform/zoned-days.ts";
import { sites } from "#db/schema/sites.ts";
import { usageCounts } from "#db/schema/usage.ts";
import { writeRows } from "#db/testing/world.ts";
import { updateWhere } from "#db/writes.ts";
import { eraseShoppers } from "../collect/erase-shoppers.server.ts";
import { interactionIdOf } from "../interactions/policy.ts";
import { countDueDays } from "./count-due-days.server.ts";
import { countPeriod } from "./count-period.server.ts";
import { decidePattern } from "./decide-pattern.server.ts";
import { listPatterns } from "./list-patterns.server.ts";
import { readPatternPeriod } from "./read-pattern-period.server.ts";
import { aCountedShop, friday, hourMs, startOf } from "./testing/counted-shop.ts";

const samovar = { missing: { query: "samovar", share: 1 } };

test("the day of a single visit tells what happened in it and by whom, and claims nothing", async () => {
  const { home, stage, system, cameOn } = await aCountedShop();
  const [id = ""] = await cameOn(friday, { sessions: 1, truths: samovar });
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
  const { home, stage, system, cameOn } = await aCountedShop();
  await cameOn(friday, { truths: { missing: { query: "mop", share: 0.15 } } });
  await countPeriod(system(), { period: "day", startDay: friday });
  const manager = stage.as(home, { role: "manager" });
  const all = (await listPatterns(manager, { period: "day" })).data;
  const kinds = all.map(({ kind }) => kind);
  expect(kinds.indexOf("observed")).toBeGreaterThan(kinds.lastIndexOf("search-in-vain"));
  const id = all.find(({ kind }) => kind === "observed")?.id ?? "";
  await expect(decidePattern(manager, { id, state: "pinned" })).rejects.toMatchObject({ code: "conflict", reason: "patternOnlyDescribed" });
});

test("who is erased is in no count of their day any more, nor in what it tells, up to all time", async () => {
  const { home, stage, system, cameOn, asked, workAll } = await aCountedShop();
  await cameOn(friday, { sessions: 1, truths: samovar });
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
  const { home, stage, system, cameOn, asked, workAll } = await aCountedShop();
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
