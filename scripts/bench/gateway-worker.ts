import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import { generateText } from "ai";
import { createCatalogs } from "#app/ai/gateway/catalogs.ts";
import { createGateway } from "#app/ai/gateway/gateway.ts";
import { usualPatience } from "#app/ai/gateway/house.ts";
import { untraced } from "#app/ai/gateway/untraced.ts";
import { readModelCatalog } from "#app/domain/ai/read-model-catalog.server.ts";
import type { ModelKit } from "#app/domain/ai/model-kits.ts";
import { systemClock } from "#app/platform/clock.ts";
import { systemSleep } from "#app/platform/sleep.ts";
import { createGovernor } from "#app/worker/ai-budget.server.ts";
import { contextForSystem, createDeps } from "#app/worker/context.server.ts";

const model = "bench";
const prompt = "Write a title for a kettle of 1.8 litres.";
const languageModel: ModelKit["languageModel"] = ({ apiKey, baseUrl, fetch }, modelId) =>
  createOpenAICompatible({ name: "bench", apiKey, baseURL: baseUrl, fetch })(modelId);
const kit: ModelKit = { kind: "openai-compatible", baseUrl: "", languageModel };
const catalogs = createCatalogs(systemClock);
const made = new Map<string, ReturnType<typeof languageModel>>();

/** The SDK and a model of a provider, as a program without a gateway has it. */
async function direct(request: Request): Promise<Response> {
  const baseUrl = new URL(request.url).searchParams.get("provider") ?? "";
  const known = made.get(baseUrl) ?? languageModel({ apiKey: "", baseUrl, fetch: (input, init) => fetch(input, init) }, model);
  made.set(baseUrl, known);
  const { text } = await generateText({ model: known, prompt, maxRetries: 0, ...untraced });
  return new Response(text);
}

/** The same through the gateway, in a workspace whose providers are in the database. */
async function gateway(request: Request, env: Env, execution: ExecutionContext): Promise<Response> {
  const workspaceId = new URL(request.url).searchParams.get("workspace") ?? "";
  const deps = createDeps(env, execution);
  const ctx = contextForSystem(deps, deps.ids.next("req")).enter(workspaceId, { kind: "system", job: "bench" });
  const house = {
    governor: createGovernor(env),
    kits: { "openai-compatible": () => Promise.resolve(kit) },
    catalogs,
    loadCatalog: () => readModelCatalog(ctx),
    fetch: (input: RequestInfo | URL, init?: RequestInit) => fetch(input, init),
    clock: systemClock,
    sleep: systemSleep,
    random: Math.random,
    ids: deps.ids,
    logger: deps.logger,
    patience: usualPatience,
    defer: deps.defer,
  };
  const through = createGateway(house, { asker: ctx, prompt: { name: "bench", version: 1 } }).languageModel("chat");
  const { text } = await generateText({ model: through, prompt, maxRetries: 0, ...untraced });
  return new Response(text);
}

/** Added to the built Worker under these paths: both ways lead through the same Worker to the same provider. */
export const own = { "/__bench/direct": direct, "/__bench/gateway": gateway };
