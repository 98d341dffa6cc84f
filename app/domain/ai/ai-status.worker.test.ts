import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { aiCaps, aiProviders } from "#db/schema/ai.ts";
import { testIds } from "#db/testing/basics.ts";
import { withoutModels } from "#db/testing/model-rows.ts";
import { createStage } from "#db/testing/stage.ts";
import { aWorkspace, writeRows } from "#db/testing/world.ts";
import { insert } from "#db/writes.ts";
import type { CallRecord } from "./governor.ts";
import { readAiStatus } from "./read-ai-status.server.ts";
import { readAiBudget } from "./read-budget.server.ts";

test("without a provider rules answer, and the house's own caps hold", async () => {
  const home = await aWorkspace();
  await writeRows(home.id, ...withoutModels());
  const status = await readAiStatus(createStage().as(home, { role: "viewer" }));
  expect(status).toMatchObject({
    mode: "rules",
    budget: { level: "open", callsUnderWay: 0, caps: [{ limitMicroUsd: 5_000_000 }, { limitMicroUsd: 50_000_000 }] },
  });
  expect(status.providers.map(({ id, state }) => `${id} ${state}`)).toEqual(
    ["groq", "openai", "gemini", "workers-ai", "openai-compatible"].map((id) => `${id} unconfigured`),
  );
});

test("providers come in their order with the state of their circuits, and the worst cap says how the budget is", async () => {
  const home = await aWorkspace();
  const ctx = createStage().as(home, { role: "viewer" });
  const [gemini, groq] = [testIds.next("aip"), testIds.next("aip")];
  const rest = { name: "x", baseUrl: "", models: ["m"], embeddingModels: [], isEnabled: true, createdAt: 0 };
  const off = { ...rest, id: testIds.next("aip"), kind: "openai", position: 0, isEnabled: false };
  await writeRows(
    home.id,
    ...withoutModels(),
    insert(aiProviders, { ...rest, id: groq, kind: "groq", position: 2 }, { ...rest, id: gemini, kind: "gemini", position: 1 }, off),
    insert(aiCaps, { id: testIds.next("cap"), scope: "workspace", subjectId: "", window: "day", limitMicroUsd: 100, createdAt: 0 }),
  );
  await ctx.ports.aiBudget.settingsChanged(home.id);
  const budget = env.AI_BUDGET.getByName(home.id);
  const { settingsVersion = 0 } = { ...(await reserve(home.id, 0, groq)) };
  for (const callId of ["aic_1", "aic_2", "aic_3"]) {
    await reserve(home.id, settingsVersion, groq, callId);
    await budget.settle(home.id, { record: aRecord(callId, 30), health: [{ providerId: groq, isWell: false }], keep: null });
  }
  const status = await readAiStatus(ctx);
  expect(status.mode).toBe("models");
  expect(status.providers.slice(0, 3)).toEqual([
    { id: "gemini", state: "closed" },
    { id: "groq", state: "open" },
    { id: "openai", state: "unconfigured" },
  ]);
  expect(status.budget).toMatchObject({ level: "warned", caps: [{ spentMicroUsd: 90 }, {}] });
});

test("a budget that cannot be reached is shown as it was last, with the moment that was", async () => {
  const home = await aWorkspace();
  const ctx = createStage().as(home, { role: "owner" });
  expect(await readAiBudget(ctx)).toMatchObject({ copiedAtMs: null });
  const last = await ctx.ports.aiBudget.status(home.id);
  const aiBudget = {
    ...ctx.ports.aiBudget,
    status: () => Promise.reject(new Error("away")),
    shown: () => Promise.resolve({ ...last, day: "2026-11-20", copiedAtMs: 1_000 }),
  };
  const cutOff = { ...ctx, ports: { ...ctx.ports, aiBudget } };
  expect((await readAiStatus(cutOff)).budget.day).toBe("2026-11-20");
  expect(await readAiBudget(cutOff)).toMatchObject({ day: "2026-11-20", copiedAtMs: 1_000 });
});

async function reserve(workspaceId: string, settingsVersion: number, providerId: string, callId = "aic_0") {
  const payer = { kind: "system", id: "cron" };
  const candidates = [{ providerId, amountMicroUsd: 31 }];
  const answer = await env.AI_BUDGET.getByName(workspaceId).reserve(workspaceId, {
    callId,
    payer,
    candidates,
    leaseMs: 60_000,
    settingsVersion,
    answerKey: null,
  });
  return answer.kind === "stale" ? answer : undefined;
}

function aRecord(id: string, costMicroUsd: number): CallRecord {
  return {
    id,
    payer: { kind: "system", id: "cron", label: "cron" },
    runId: null,
    requestId: "req_1",
    purpose: "copy",
    promptName: "test",
    promptVersion: 1,
    source: "model",
    outcome: "answered",
    provider: "groq",
    providerId: "aip_1",
    model: "m",
    attempts: [],
    inputTokens: 1,
    cachedTokens: 0,
    outputTokens: 1,
    isEstimated: false,
    costMicroUsd,
    priceDay: null,
    firstByteMs: null,
    latencyMs: 1,
    askedAt: 0,
  };
}
