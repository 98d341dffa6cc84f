import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { createGroqSimulator, groqLocalKey } from "#app/integrations/groq/simulator.ts";
import { createModelProbe } from "#app/integrations/model-probe.server.ts";
import { createCircuitBreakers } from "#app/platform/circuit-breakers.ts";
import { createHttpClient } from "#app/platform/http/http-client.server.ts";
import { systemSleep } from "#app/platform/sleep.ts";
import { auditLog } from "#db/schema/audit.ts";
import { aiProviders } from "#db/schema/ai.ts";
import { withProviderOn } from "#db/testing/model-rows.ts";
import { createStage } from "#db/testing/stage.ts";
import { aWorkspace, writeRows } from "#db/testing/world.ts";
import { addAiProvider } from "./add-provider.server.ts";
import { arrangeAiProviders } from "./arrange-providers.server.ts";
import { changeAiProvider } from "./change-provider.server.ts";
import { chooseAiModels } from "./choose-models.server.ts";
import { listAiProviders } from "./list-providers.server.ts";
import { listAiPurposes } from "./list-purposes.server.ts";
import { readModelCatalog } from "./read-model-catalog.server.ts";
import { removeAiProvider } from "./remove-provider.server.ts";
import { testAiProvider } from "./test-provider.server.ts";

const wrongKey = "gsk_wrong_key_9999";
const groq = { kind: "groq" as const, name: "Groq", apiKey: wrongKey, models: ["openai/gpt-oss-120b"] };
const address = "http://sim.test/openai/v1";

/** A workspace whose providers are tested against Groq, played. */
async function aHouse() {
  const home = await aWorkspace();
  await writeRows(home.id, withProviderOn(home.shop.aiProviderId));
  const stage = createStage();
  const simulator = createGroqSimulator();
  const tools = { nowMs: stage.clock.now(), random: () => 0.5, sendWebhook: () => undefined };
  const http = createHttpClient({
    fetch: (url, init) => simulator.fetch(new Request(url, init), tools),
    clock: stage.clock,
    random: () => 0.5,
    sleep: systemSleep,
    logger: stage.log,
    breakers: createCircuitBreakers({ clock: stage.clock }),
  });
  const probing = createStage({ clock: stage.clock, modelProbe: createModelProbe({ http, clock: stage.clock }) });
  return { home, ctx: probing.as(home, { role: "owner" }), known: home.shop.aiProviderId };
}

test("a key is sealed, opened only for the gateway, and shown by its last letters only", async () => {
  const { ctx } = await aHouse();
  const { id } = await addAiProvider(ctx, groq);
  const stored = await ctx.db.first(aiProviders, eq(aiProviders.id, id));
  expect(stored?.sealedKey).not.toContain(wrongKey);
  const shown = JSON.stringify(await listAiProviders(ctx)) + JSON.stringify(await ctx.db.all(auditLog));
  expect(shown).not.toContain(wrongKey);
  expect(shown).toContain("…9999");
  const { providers } = await readModelCatalog(ctx);
  expect(providers.find((provider) => provider.id === id)).toMatchObject({ apiKey: wrongKey, baseUrl: "", models: groq.models });
});

test("a wrong key is found by a test, the right one answers, and a model that is not there is named", async () => {
  const { ctx } = await aHouse();
  const { id } = await addAiProvider(ctx, { ...groq, baseUrl: `${address}/` });
  expect(await testAiProvider(ctx, { id })).toMatchObject({ outcome: "unauthorized", status: 401, models: [] });
  await changeAiProvider(ctx, { id, version: 2, apiKey: groqLocalKey });
  expect(await ctx.db.first(aiProviders, eq(aiProviders.id, id))).toMatchObject({ testOutcome: null, testedAt: null });
  expect(await testAiProvider(ctx, { id })).toMatchObject({ outcome: "answered", status: 200, missingModels: [] });
  await changeAiProvider(ctx, { id, version: 4, models: ["openai/gpt-oss-120b", "llama-9"] });
  expect(await testAiProvider(ctx, { id })).toMatchObject({ outcome: "no-model", missingModels: ["llama-9"] });
});

test("a key is never sent to another address than the one it was entered for", async () => {
  const { ctx } = await aHouse();
  const { id } = await addAiProvider(ctx, { ...groq, baseUrl: address });
  const elsewhere = changeAiProvider(ctx, { id, version: 1, baseUrl: "http://thief.test/openai/v1" });
  await expect(elsewhere).rejects.toMatchObject({ code: "invalid", fields: { apiKey: "keyNeededForAddress" } });
  await changeAiProvider(ctx, { id, version: 1, baseUrl: "http://sim.test/other" });
  await changeAiProvider(ctx, { id, version: 2, baseUrl: "http://new.test/v1", apiKey: "gsk_another_key" });
});

test("away from a developer's computer an address has to be public and https", async () => {
  const { ctx } = await aHouse();
  const deployed = { ...ctx, environment: "production" as const };
  const add = (baseUrl: string) => addAiProvider(deployed, { ...groq, baseUrl });
  await expect(add("http://api.groq.com/openai/v1")).rejects.toMatchObject({ fields: { baseUrl: "addressNeedsHttps" } });
  await expect(add("https://169.254.169.254/latest")).rejects.toMatchObject({ fields: { baseUrl: "addressPrivate" } });
  await expect(add("https://api.groq.com/openai/v1")).resolves.toMatchObject({ id: expect.any(String) as string });
});

test("what a kind needs is asked for", async () => {
  const { ctx } = await aHouse();
  const bare = { name: "P", apiKey: "", models: ["m"] };
  await expect(addAiProvider(ctx, { ...bare, kind: "openai" })).rejects.toMatchObject({ fields: { apiKey: "required" } });
  await expect(addAiProvider(ctx, { ...bare, kind: "openai-compatible" })).rejects.toMatchObject({ fields: { baseUrl: "required" } });
  const cloudflare = { ...bare, kind: "workers-ai" as const, apiKey: "token-of-workers-ai" };
  await expect(addAiProvider(ctx, cloudflare)).rejects.toMatchObject({ fields: { accountId: "required" } });
  const { id } = await addAiProvider(ctx, { ...cloudflare, accountId: "acc1" });
  expect((await listAiProviders(ctx)).data.find((row) => row.id === id)?.baseUrl).toBe(
    "https://api.cloudflare.com/client/v4/accounts/acc1/ai",
  );
});

test("providers are asked in the order they were put into, and a list that misses one is refused", async () => {
  const { ctx, known } = await aHouse();
  const { id } = await addAiProvider(ctx, groq);
  await arrangeAiProviders(ctx, { ids: [id, known] });
  expect((await readModelCatalog(ctx)).providers.map((provider) => provider.id)).toEqual([id, known]);
  await expect(arrangeAiProviders(ctx, { ids: [id] })).rejects.toMatchObject({ code: "conflict" });
  await expect(arrangeAiProviders(ctx, { ids: [id, id] })).rejects.toMatchObject({ code: "conflict" });
});

test("a purpose goes by its own models, by rules alone, or by the general order again", async () => {
  const { ctx, known } = await aHouse();
  const choicesOf = async () => (await listAiPurposes(ctx)).data.find(({ purpose }) => purpose === "chat")?.choices;
  expect(await choicesOf()).toBeNull();
  await chooseAiModels(ctx, { purpose: "chat", choices: [{ providerId: known, model: "qwen" }] });
  expect(await choicesOf()).toEqual([{ providerId: known, model: "qwen" }]);
  await chooseAiModels(ctx, { purpose: "chat", choices: [] });
  expect(await choicesOf()).toEqual([]);
  await chooseAiModels(ctx, { purpose: "chat", choices: null });
  expect(await choicesOf()).toBeNull();
  const other = chooseAiModels(ctx, { purpose: "chat", choices: [{ providerId: known, model: "other" }] });
  await expect(other).rejects.toMatchObject({ fields: { choices: "modelNotOfProvider" } });
});

test("a provider that is removed leaves no purpose behind that nobody could answer", async () => {
  const { ctx, known } = await aHouse();
  const { id } = await addAiProvider(ctx, groq);
  const ours = { providerId: id, model: "openai/gpt-oss-120b" };
  await chooseAiModels(ctx, { purpose: "chat", choices: [{ providerId: known, model: "qwen" }, ours] });
  await removeAiProvider(ctx, { id: known });
  const { data } = await listAiPurposes(ctx);
  expect(data.find(({ purpose }) => purpose === "chat")?.choices).toEqual([ours]);
  expect(data.find(({ purpose }) => purpose === "copy")?.choices).toBeNull();
});
