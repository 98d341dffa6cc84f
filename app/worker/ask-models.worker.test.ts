import { runDurableObjectAlarm } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { z } from "zod";
import { addAiProvider } from "#app/domain/ai/add-provider.server.ts";
import { listAiCalls } from "#app/domain/ai/list-calls.server.ts";
import type { ModelKit } from "#app/domain/ai/model-kits.ts";
import { readAiCall } from "#app/domain/ai/read-call.server.ts";
import { readAiSpend } from "#app/domain/ai/read-spend.server.ts";
import { removeAiProvider } from "#app/domain/ai/remove-provider.server.ts";
import { setAiCap } from "#app/domain/ai/set-cap.server.ts";
import { groqKit } from "#app/integrations/groq/adapter.server.ts";
import { createGroqSimulator, groqLocalKey } from "#app/integrations/groq/simulator.ts";
import { openaiKit } from "#app/integrations/openai/adapter.server.ts";
import { createOpenaiSimulator, openaiLocalKey } from "#app/integrations/openai/simulator.ts";
import { playModel } from "#app/integrations/testing/played-model.ts";
import { createFakeClock } from "#app/platform/clock.ts";
import { createStage } from "#db/testing/stage.ts";
import { aWorkspace } from "#db/testing/world.ts";

const question = {
  purpose: "copy" as const,
  prompt: { name: "titles", version: 3, instructions: "Write a title.", data: "Chaleira inox 1,8 L" },
  schema: z.object({ title: z.string(), note: z.string().optional() }),
};

/** A workspace with Groq before OpenAI, both played. */
async function aHouse() {
  const home = await aWorkspace();
  const groq = playModel(createGroqSimulator(), { apiKey: groqLocalKey, baseUrl: "/openai/v1" });
  const openai = playModel(createOpenaiSimulator(), { apiKey: openaiLocalKey, baseUrl: "/v1" });
  const over = (kit: ModelKit, { access }: typeof groq): ModelKit => ({
    ...kit,
    languageModel: (own, modelId) => kit.languageModel({ ...own, fetch: access.fetch }, modelId),
  });
  const kits = { groq: () => Promise.resolve(over(groqKit, groq)), openai: () => Promise.resolve(over(openaiKit, openai)) };
  // The budget is an object of its own, and books by the day it is.
  const stage = createStage({ kits, clock: createFakeClock(Date.now()) });
  const ctx = stage.as(home, { role: "owner" });
  await removeAiProvider(ctx, { id: home.shop.aiProviderId });
  const models = ["openai/gpt-oss-120b"];
  await addAiProvider(ctx, { kind: "groq", name: "Groq", apiKey: groqLocalKey, baseUrl: groq.access.baseUrl, models });
  await addAiProvider(ctx, {
    kind: "openai",
    name: "OpenAI",
    apiKey: openaiLocalKey,
    baseUrl: openai.access.baseUrl,
    models: ["gpt-4.1-mini"],
  });
  const told = async () => {
    await Promise.all(stage.deferred);
    await runDurableObjectAlarm(env.AI_BUDGET.getByName(home.id));
  };
  /** Booked, and not carried yet to where pages read it. */
  const booked = () => Promise.all(stage.deferred);
  return { ctx, groq, ask: () => ctx.ports.models.ask(ctx, question), told, booked };
}

test("a busy provider is passed over, the next one answers, and the log and the bill tell all of it", async () => {
  const { ctx, groq, ask, told } = await aHouse();
  groq.act("limits", { requestsPerMinute: 0 });
  const answer = await ask();
  expect(answer).toMatchObject({ source: "model", provider: "openai", model: "gpt-4.1-mini" });
  expect("value" in answer ? answer.value.title : "").toContain("Chaleira");
  await told();
  const [call] = (await listAiCalls(ctx, { source: "model", limit: 1 })).data;
  const { attempts, costMicroUsd } = await readAiCall(ctx, { id: call?.id ?? "" });
  expect(attempts).toMatchObject([
    { provider: "groq", outcome: "busy", status: 429 },
    { provider: "openai", outcome: "answered" },
  ]);
  expect(costMicroUsd).toBeGreaterThan(0);
  const { byModel, byUser } = await readAiSpend(ctx, { days: 366 });
  expect(byModel.find(({ label }) => label === "openai · gpt-4.1-mini")).toMatchObject({ calls: 1, costMicroUsd });
  expect(byUser.reduce((sum, part) => sum + part.costMicroUsd, 0)).toBeGreaterThanOrEqual(costMicroUsd);
});

test("a cap of nothing has rules answer, and says so in the log", async () => {
  const { ctx, ask, told } = await aHouse();
  await setAiCap(ctx, { scope: "workspace", window: "day", limitMicroUsd: 0 });
  expect(await ask()).toMatchObject({ source: "rules", reason: "budget" });
  await told();
  expect((await listAiCalls(ctx, { source: "rules" })).data).toMatchObject([{ outcome: "budget", attempts: [], costMicroUsd: 0 }]);
});

test("whoever follows an answer to its call finds it, though the round that carries calls has not come yet", async () => {
  const { ctx, ask, booked } = await aHouse();
  const answer = await ask();
  await booked();
  expect((await listAiCalls(ctx, {})).data.filter(({ id }) => id === answer.callId)).toEqual([]);
  expect(await readAiCall(ctx, { id: answer.callId ?? "" })).toMatchObject({ id: answer.callId, outcome: "answered" });
  await expect(readAiCall(ctx, { id: `aic_${"0".repeat(26)}` })).rejects.toMatchObject({ code: "not_found" });
  const aiBudget = { ...ctx.ports.aiBudget, tellCalls: () => Promise.reject(new Error("cut off")) };
  const cutOff = { ...ctx, ports: { ...ctx.ports, aiBudget } };
  await expect(readAiCall(cutOff, { id: `aic_${"0".repeat(26)}` })).rejects.toMatchObject({ code: "not_found" });
});
