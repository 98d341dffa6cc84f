import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { expect, test, vi } from "vitest";
import { z } from "zod";
import { says } from "#app/ai/gateway/testing/played-house.ts";
import type { CallRecord, ReserveAsk } from "#app/domain/ai/governor.ts";
import type { ModelKits } from "#app/domain/ai/model-kits.ts";
import { aiCalls, aiCaps, aiProviders, aiSpendDays } from "#db/schema/ai.ts";
import { testIds } from "#db/testing/basics.ts";
import { withoutModels } from "#db/testing/model-rows.ts";
import { createStage } from "#db/testing/stage.ts";
import { aWorkspace, writeRows } from "#db/testing/world.ts";
import { insert } from "#db/writes.ts";
import { createOpenAICompatible } from "@ai-sdk/openai-compatible";

async function aBudget(limitMicroUsd = 10_000) {
  const home = await aWorkspace();
  const cap = { id: testIds.next("cap"), scope: "workspace", subjectId: "", window: "day", limitMicroUsd, createdAt: 0 };
  await writeRows(home.id, ...withoutModels(), insert(aiCaps, cap));
  const object = env.AI_BUDGET.getByName(home.id);
  const { caps } = await object.status(home.id);
  expect(caps[0]?.limitMicroUsd).toBe(limitMicroUsd);
  /** A handle of an object that was killed is of no use any more. */
  const now = () => env.AI_BUDGET.getByName(home.id);
  const reserve = (callId: string, amountMicroUsd: number, more: Partial<ReserveAsk> = {}) =>
    now().reserve(home.id, {
      callId,
      payer: { kind: "user", id: "usr_1" },
      candidates: [{ providerId: "aip_1", amountMicroUsd }],
      leaseMs: 60_000,
      settingsVersion: 2,
      answerKey: null,
      ...more,
    });
  const settle = (callId: string, costMicroUsd: number, more: Partial<Parameters<typeof object.settle>[1]> = {}) =>
    now().settle(home.id, { record: aRecord(callId, costMicroUsd), health: [], keep: null, ...more });
  const spent = async () => {
    const day = (await now().status(home.id)).caps.find(({ window }) => window === "day");
    return [day?.spentMicroUsd, day?.heldMicroUsd];
  };
  const expire = () =>
    runInDurableObject(now(), (_object, { storage }) => void storage.sql.exec("update holds set expires_at = ?", Date.now() - 1));
  return { home, object, reserve, settle, spent, expire };
}

function aRecord(id: string, costMicroUsd: number, more: Partial<CallRecord> = {}): CallRecord {
  return {
    id,
    payer: { kind: "user", id: "usr_1", label: "Ana" },
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
    inputTokens: 100,
    cachedTokens: 0,
    outputTokens: 20,
    isEstimated: false,
    costMicroUsd,
    priceDay: "2026-01-01",
    firstByteMs: 5,
    latencyMs: 9,
    askedAt: Date.now(),
    ...more,
  };
}

test("of 64 calls at once on the last cent exactly as many are let through as it pays for", async () => {
  const { reserve, spent } = await aBudget(10_000);
  const answers = await Promise.all(Array.from({ length: 64 }, (_, index) => reserve(`aic_${index}`, 1_001)));
  expect(answers.filter(({ kind }) => kind === "granted")).toHaveLength(9);
  expect(answers.filter(({ kind }) => kind === "refused")).toHaveLength(55);
  expect(await spent()).toEqual([0, 9_009]);
});

test("what was decided outlives its object: killed between putting aside and booking, nothing is forgotten", async () => {
  const { object, reserve, settle, spent } = await aBudget();
  await reserve("aic_1", 6_000);
  await evictDurableObject(object);
  expect(await spent()).toEqual([0, 6_000]);
  expect(await reserve("aic_2", 5_000)).toMatchObject({ kind: "refused", scope: "workspace", window: "day" });
  await settle("aic_1", 500);
  await evictDurableObject(object);
  expect(await spent()).toEqual([500, 0]);
  expect(await reserve("aic_2", 5_000)).toMatchObject({ kind: "granted" });
});

test("a caller that died is healed when its lease ends: charged in full, corrected if it is heard of after all", async () => {
  const { object, reserve, settle, spent, expire } = await aBudget();
  await reserve("aic_1", 6_000);
  await expire();
  await evictDurableObject(object);
  expect(await spent()).toEqual([6_000, 0]);
  expect(await object.raise("", { callId: "aic_1", payer: { kind: "user", id: "usr_1" }, amountMicroUsd: 6_001, leaseMs: 1 })).toBe(false);
  await settle("aic_1", 500);
  expect(await spent()).toEqual([500, 0]);
});

test("killed before a call of an advance was written down, money is neither given twice nor forgotten, and the call is in the log", async () => {
  const { home, object, reserve, settle, spent, expire } = await aBudget();
  const lost = `${home.id}aic_2`;
  await reserve("aic_1", 100);
  await reserve(lost, 100);
  // At once, and not when it has done what it is about to do.
  await runInDurableObject(object, (_object, state) => state.abort("killed")).catch(() => undefined);
  // The first call, and the advance that stands for the second.
  expect(await spent()).toEqual([0, 100 + 1_600]);
  expect((await reserve("aic_3", 8_301)).kind).toBe("refused");
  await settle(lost, 7);
  await settle(lost, 7);
  await expire();
  const after = env.AI_BUDGET.getByName(home.id);
  await evictDurableObject(after);
  expect(await spent()).toEqual([1_700, 0]);
  await runDurableObjectAlarm(after);
  const ctx = createStage().as(home, { role: "owner" });
  expect(await ctx.db.all(aiCalls)).toMatchObject([{ id: lost, costMicroUsd: 7 }]);
  expect(await ctx.db.all(aiSpendDays)).toMatchObject([{ calls: 1, costMicroUsd: 7 }]);
});

test("what nobody asks for any more is given back to the caps", async () => {
  const { home, object, reserve, settle } = await aBudget();
  await reserve("aic_1", 100);
  await settle("aic_1", 5);
  const holds = () => runInDurableObject(object, (_object, { storage }) => storage.sql.exec("select id from holds").toArray().length);
  expect(await holds()).toBe(1);
  vi.useFakeTimers({ now: Date.now() + 10_000, toFake: ["Date"] });
  try {
    await runDurableObjectAlarm(object);
  } finally {
    vi.useRealTimers();
  }
  expect(await holds()).toBe(0);
  expect(object.name).toBe(home.id);
});

test("each call is in the log once and in the sums of its day, however often its end is told", async () => {
  const { home, object, reserve, settle } = await aBudget();
  const ctx = createStage().as(home, { role: "owner" });
  for (const [id, cost] of [
    ["aic_1", 100],
    ["aic_2", 250],
  ] as const) {
    await reserve(`${home.id}${id}`, 1_000);
    await settle(`${home.id}${id}`, cost);
    await settle(`${home.id}${id}`, cost);
  }
  await object.note(home.id, aRecord(`${home.id}aic_3`, 0, { source: "rules", outcome: "budget" }));
  await runDurableObjectAlarm(object);
  await reserve(`${home.id}aic_4`, 1_000);
  await settle(`${home.id}aic_4`, 7);
  await runDurableObjectAlarm(object);
  expect((await ctx.db.all(aiCalls)).map(({ costMicroUsd, outcome }) => `${outcome} ${costMicroUsd}`).toSorted()).toEqual(
    ["answered 100", "answered 250", "budget 0", "answered 7"].toSorted(),
  );
  const days = await ctx.db.all(aiSpendDays);
  expect(days).toMatchObject([{ askerId: "usr_1", askerLabel: "Ana", calls: 4, rulesAnswers: 1, costMicroUsd: 357, inputTokens: 400 }]);
  expect(await ctx.ports.aiBudget.shown(home.id)).toMatchObject({ callsUnderWay: 0, caps: [{ spentMicroUsd: 357 }, {}] });
});

test("a log that cannot be written waits and is written later", async () => {
  const { home, object, reserve, settle } = await aBudget();
  await reserve(`${home.id}aic_1`, 1_000);
  await settle(`${home.id}aic_1`, 100);
  await env.DB.prepare("alter table ai_calls rename to ai_calls_away").run();
  try {
    await runDurableObjectAlarm(object);
  } finally {
    await env.DB.prepare("alter table ai_calls_away rename to ai_calls").run();
  }
  await runDurableObjectAlarm(object);
  expect(await createStage().as(home, { role: "owner" }).db.count(aiCalls)).toBe(1);
});

test("at 80 % of a cap and at its end people are told, once for each", async () => {
  const { home, object, reserve, settle } = await aBudget(1_000);
  const told = async () => {
    await runDurableObjectAlarm(object);
    const rows = await env.DB.prepare("select event from outbox where workspace_id = ? and event like '%budget-reached%'")
      .bind(home.id)
      .all<{ event: string }>();
    return rows.results.map(({ event }) => (JSON.parse(event) as { level: string }).level);
  };
  await reserve("aic_1", 800);
  await settle("aic_1", 790);
  expect(await told()).toEqual([]);
  for (const [id, cost] of [
    ["aic_2", 20],
    ["aic_3", 20],
  ] as const) {
    await reserve(id, 20);
    await settle(id, cost);
  }
  expect(await told()).toEqual(["warned"]);
  for (const id of ["aic_4", "aic_5"]) expect((await reserve(id, 200)).kind).toBe("refused");
  expect(await told()).toEqual(["warned", "blocked"]);
});

test("a cap that is lowered, a provider that is removed: who chose by what was before has to choose again", async () => {
  const { home, object, reserve } = await aBudget(10_000);
  expect((await reserve("aic_1", 5_000)).kind).toBe("granted");
  await env.DB.prepare("update ai_caps set limit_micro_usd = 5000, version = version + 1 where workspace_id = ?").bind(home.id).run();
  await createStage().as(home, { role: "owner" }).ports.aiBudget.settingsChanged(home.id);
  const answer = await reserve("aic_2", 1);
  expect(answer.kind).toBe("stale");
  const settingsVersion = answer.kind === "stale" ? answer.settingsVersion : 0;
  expect((await reserve("aic_2", 1, { settingsVersion })).kind).toBe("refused");
  expect(object.name).toBe(home.id);
});

test("a provider that fails three times in a row is left alone, then tried by one; one that asked for time has it", async () => {
  const { object, reserve, settle } = await aBudget(1_000_000);
  const candidates = [
    { providerId: "aip_1", amountMicroUsd: 10 },
    { providerId: "aip_2", amountMicroUsd: 20 },
  ];
  const health = [{ providerId: "aip_1", isWell: false }];
  for (const id of ["aic_1", "aic_2", "aic_3"]) {
    expect(await reserve(id, 10, { candidates })).toEqual({ kind: "granted", amountMicroUsd: 10, spared: [] });
    await settle(id, 0, { health });
  }
  expect(await reserve("aic_4", 10, { candidates })).toEqual({ kind: "granted", amountMicroUsd: 20, spared: ["aip_1"] });
  await settle("aic_4", 0, { health: [{ providerId: "aip_2", isWell: false, retryAtMs: Date.now() + 60_000 }] });
  expect(await reserve("aic_5", 10, { candidates })).toEqual({ kind: "spared" });
  await runInDurableObject(object, (_object, { storage }) => {
    const kept = JSON.stringify({ failures: 3, openUntilMs: 1, trips: 1 });
    storage.sql.exec("update breakers set state = ? where provider_id = 'aip_1'", kept);
  });
  await evictDurableObject(object);
  const answers = await Promise.all(["aic_6", "aic_7"].map((id) => reserve(id, 10, { candidates: candidates.slice(0, 1) })));
  expect(answers.map(({ kind }) => kind)).toEqual(["granted", "spared"]);
  await settle("aic_6", 0, { health: [{ providerId: "aip_1", isWell: true }] });
  expect((await reserve("aic_8", 10, { candidates: candidates.slice(0, 1) })).kind).toBe("granted");
});

test("an answer that was paid for is kept and given again", async () => {
  const { object, reserve, settle } = await aBudget();
  expect((await reserve("aic_1", 10, { answerKey: "k" })).kind).toBe("granted");
  await settle("aic_1", 5, { keep: { key: "k", answer: '{"text":"Hi"}' } });
  await evictDurableObject(object);
  expect(await reserve("aic_2", 10, { answerKey: "k" })).toEqual({ kind: "known", answer: '{"text":"Hi"}' });
  expect((await reserve("aic_3", 10, { answerKey: "other" })).kind).toBe("granted");
});

test("through the door of the house a question is paid, logged and answered; without a key rules answer", async () => {
  const home = await aWorkspace();
  await writeRows(home.id, ...withoutModels());
  const kits: ModelKits = {
    groq: async () => ({
      kind: "groq",
      baseUrl: "https://groq.test",
      languageModel: ({ apiKey }, model) =>
        createOpenAICompatible({
          name: "groq",
          apiKey,
          baseURL: "https://groq.test",
          fetch: async (_url, init) => {
            expect(new Headers(init?.headers).get("authorization")).toBe("Bearer gsk_secret");
            return says('{"title":"Kettle"}')({ body: {}, signal: null });
          },
        })(model),
    }),
  };
  const stage = createStage({ kits });
  const ctx = stage.as(home, { role: "owner" });
  const question = {
    purpose: "copy",
    prompt: { name: "title", version: 1, instructions: "Write a title.", data: "A kettle" },
    schema: z.object({ title: z.string() }),
  } as const;
  expect(await ctx.ports.models.ask(ctx, question)).toEqual({ source: "rules", reason: "no-models" });
  const id = testIds.next("aip");
  const sealedKey = await ctx.ports.sealer.seal("gsk_secret", `ai-provider:${id}`);
  const provider = { id, kind: "groq", name: "Groq", baseUrl: "", sealedKey, models: ["openai/gpt-oss-20b"], embeddingModels: [] };
  await writeRows(home.id, insert(aiProviders, { ...provider, position: 1, isEnabled: true, createdAt: 0 }));
  await ctx.ports.aiBudget.settingsChanged(home.id);
  const answer = await ctx.ports.models.ask(ctx, question);
  expect(answer).toMatchObject({ source: "model", value: { title: "Kettle" }, provider: "groq", model: "openai/gpt-oss-20b" });
  await Promise.all(stage.deferred);
  await runDurableObjectAlarm(env.AI_BUDGET.getByName(home.id));
  expect(await ctx.db.all(aiCalls)).toMatchObject([
    { askerKind: "user", promptName: "title", outcome: "answered", inputTokens: 100, costMicroUsd: 14, priceDay: "2026-01-01" },
  ]);
  expect(JSON.stringify([stage.log.events, await ctx.db.all(aiCalls)])).not.toContain("gsk_secret");
});
