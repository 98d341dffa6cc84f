import { expect, test } from "vitest";
import { aiCalls, aiSpendDays } from "#db/schema/ai.ts";
import { insert } from "#db/writes.ts";
import { aModelCall, aSpendDay } from "#db/testing/model-rows.ts";
import { createStage } from "#db/testing/stage.ts";
import { aWorkspace, writeRows } from "#db/testing/world.ts";
import { listAiCalls } from "./list-calls.server.ts";
import { listAiCaps } from "./list-caps.server.ts";
import { readAiBudget } from "./read-budget.server.ts";
import { readAiCall } from "./read-call.server.ts";
import { readAiSpend } from "./read-spend.server.ts";
import { removeAiCap } from "./remove-cap.server.ts";
import { setAiCap } from "./set-cap.server.ts";

async function aHouse() {
  const home = await aWorkspace();
  return { home, ctx: createStage().as(home, { role: "owner" }) };
}

test("a workspace is never without a cap: its own holds, and without one the house's", async () => {
  const { ctx } = await aHouse();
  const ofMonth = async () => (await listAiCaps(ctx)).data.find(({ scope, window }) => scope === "workspace" && window === "month");
  expect(await ofMonth()).toMatchObject({ id: null, limitMicroUsd: 50_000_000 });
  const month = { scope: "workspace" as const, window: "month" as const };
  const { id } = await setAiCap(ctx, { ...month, limitMicroUsd: 20_000_000 });
  expect(await setAiCap(ctx, { ...month, limitMicroUsd: 10_000_000 })).toEqual({ id });
  expect(await ofMonth()).toMatchObject({ id, limitMicroUsd: 10_000_000 });
  const { caps } = await readAiBudget(ctx);
  expect(caps).toContainEqual(expect.objectContaining({ ...month, limitMicroUsd: 10_000_000 }));
  await removeAiCap(ctx, { id });
  expect(await ofMonth()).toMatchObject({ id: null, limitMicroUsd: 50_000_000 });
});

test("a cap is of a member or an agent that there is", async () => {
  const { home, ctx } = await aHouse();
  const cap = { window: "day" as const, limitMicroUsd: 1 };
  await setAiCap(ctx, { ...cap, scope: "user", subjectId: home.people.analyst.id });
  await setAiCap(ctx, { ...cap, scope: "agent", subjectId: "optimizer" });
  await setAiCap(ctx, { ...cap, scope: "agent" });
  await expect(setAiCap(ctx, { ...cap, scope: "agent", subjectId: "nobody" })).rejects.toMatchObject({ code: "invalid" });
  await expect(setAiCap(ctx, { ...cap, scope: "user", subjectId: "usr_nobody" })).rejects.toMatchObject({ code: "not_found" });
  await expect(setAiCap(ctx, { ...cap, scope: "workspace", subjectId: "x" })).rejects.toMatchObject({ code: "invalid" });
});

test("spending is told by day, person, agent, purpose and model, beside what came before", async () => {
  const { home, ctx } = await aHouse();
  const analyst = { askerId: home.people.analyst.id, askerLabel: "Ana analyst" };
  await writeRows(
    home.id,
    insert(
      aiSpendDays,
      aSpendDay({ ...analyst, day: "2026-11-21", costMicroUsd: 3_000 }),
      aSpendDay({
        askerKind: "agent",
        askerId: "optimizer",
        askerLabel: "optimizer",
        day: "2026-11-20",
        costMicroUsd: 500,
        rulesAnswers: 1,
      }),
      aSpendDay({ ...analyst, day: "2026-11-14", purpose: "chat", costMicroUsd: 40 }),
    ),
  );
  const spend = await readAiSpend(ctx, { days: 7 });
  expect(spend).toMatchObject({
    from: "2026-11-15",
    to: "2026-11-21",
    total: { costMicroUsd: 3_707, rulesAnswers: 1 },
    before: { costMicroUsd: 40 },
  });
  expect(spend.days).toHaveLength(7);
  expect(spend.byUser.map(({ label, costMicroUsd }) => [label, costMicroUsd])).toEqual([
    ["Ana analyst", 3_000],
    ["Ana", 207],
  ]);
  expect(spend.byAgent).toMatchObject([{ id: "optimizer", costMicroUsd: 500 }]);
  expect(spend.byModel).toMatchObject([{ label: "groq · openai/gpt-oss-120b" }]);
  expect(spend.month).toMatchObject({ month: "2026-11", spentMicroUsd: 3_747 });
  expect(spend.month.forecastMicroUsd).toBeGreaterThan(3_747);
});

test("a call is found by how it ended, and shows every try", async () => {
  const { home, ctx } = await aHouse();
  const attempts = [
    { providerId: "aip_1", provider: "groq", model: "a", outcome: "busy", status: 429, latencyMs: 12 },
    { providerId: "aip_2", provider: "openai", model: "b", outcome: "answered", status: 200, latencyMs: 400 },
  ];
  await writeRows(
    home.id,
    insert(
      aiCalls,
      aModelCall({ id: "zz_1", provider: "openai", model: "b", attempts }),
      aModelCall({ id: "zz_2", source: "rules", outcome: "budget", attempts: [], provider: "", model: "", costMicroUsd: 0 }),
    ),
  );
  expect((await listAiCalls(ctx, { limit: 2 })).data.map(({ id }) => id)).toEqual(["zz_2", "zz_1"]);
  expect((await listAiCalls(ctx, { source: "rules" })).data).toMatchObject([{ id: "zz_2", outcome: "budget" }]);
  expect((await readAiCall(ctx, { id: "zz_1" })).attempts).toEqual(attempts);
});
