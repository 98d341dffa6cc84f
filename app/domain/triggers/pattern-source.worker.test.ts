import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { patterns } from "#db/schema/patterns.ts";
import { testIds } from "#db/testing/basics.ts";
import { createStage } from "#db/testing/stage.ts";
import { aWorkspace, writeRows } from "#db/testing/world.ts";
import { insert, removeWhere } from "#db/writes.ts";
import { createTrigger } from "./create-trigger.server.ts";
import { fireTriggers } from "./fire-triggers.server.ts";
import { listFirings } from "./list-firings.server.ts";
import { switchTrigger } from "./switch-trigger.server.ts";
import { testTrigger } from "./test-trigger.server.ts";

const facts = { query: "mop", empty: 9, asked: 9, othersPerMille: 40 };
const figures = {
  support: 9,
  outOf: 9,
  confidencePerMille: 999,
  effectPerMille: 1_000,
  changePercent: null,
  interactionIds: [],
  strength: 9,
};
const found = { period: "day", startDay: "2026-11-20", kind: "search-in-vain", key: "query:mop", state: "open", dismissedBecause: null };

test("a pattern fires once for the period it was found in, however often that is counted", async () => {
  const [home, stage] = [await aWorkspace(), createStage()];
  const manager = stage.as(home, { role: "manager" });
  const cron = stage.as(home, { system: "fire-triggers" });
  const add = (row: Partial<typeof found & { facts: typeof facts }> = {}) => {
    const at = stage.clock.now();
    return writeRows(
      home.id,
      insert(patterns, { ...found, ...figures, facts, id: testIds.next("pat"), foundAt: at, createdAt: at, ...row }),
    );
  };
  const conditions = { match: "all" as const, conditions: [{ field: "subject", is: "is" as const, value: "mop" }] };
  const actions = [{ do: "notify" as const, roles: ["owner" as const], text: "" }];
  const { id } = await createTrigger(manager, { name: "Mops", event: "pattern-found", conditions, actions });
  await testTrigger(manager, { id });
  await switchTrigger(manager, { id, isOn: true });
  stage.clock.advance(60_000);
  await add();
  await add({ key: "query:pan", facts: { ...facts, query: "pan" } });
  await add({ state: "dismissed", period: "week", startDay: "2026-11-16" });
  await add({ kind: "observed", key: "search" });
  await fireTriggers(cron);
  expect((await listFirings(manager, { id })).data.map(({ subject }) => subject.label)).toEqual(["mop"]);

  // Gone with one count and there again with the next.
  await writeRows(home.id, removeWhere(patterns, eq(patterns.workspaceId, home.id)));
  stage.clock.advance(3_600_000);
  await add();
  await fireTriggers(cron);
  expect((await listFirings(manager, { id })).data).toHaveLength(1);
});
