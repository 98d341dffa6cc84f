import { addAiProvider } from "#app/domain/ai/add-provider.server.ts";
import { arrangeAiProviders } from "#app/domain/ai/arrange-providers.server.ts";
import { changeAiProvider } from "#app/domain/ai/change-provider.server.ts";
import { chooseAiModels } from "#app/domain/ai/choose-models.server.ts";
import { listAiCalls } from "#app/domain/ai/list-calls.server.ts";
import { listAiCaps } from "#app/domain/ai/list-caps.server.ts";
import { listAiProviders } from "#app/domain/ai/list-providers.server.ts";
import { listAiPurposes } from "#app/domain/ai/list-purposes.server.ts";
import { readAiBudget } from "#app/domain/ai/read-budget.server.ts";
import { readAiCall } from "#app/domain/ai/read-call.server.ts";
import { readAiSpend } from "#app/domain/ai/read-spend.server.ts";
import { removeAiCap } from "#app/domain/ai/remove-cap.server.ts";
import { removeAiProvider } from "#app/domain/ai/remove-provider.server.ts";
import { setAiCap } from "#app/domain/ai/set-cap.server.ts";
import { testAiProvider } from "#app/domain/ai/test-provider.server.ts";
import type { TestWorkspace } from "../world.ts";
import type { AreaVerbs } from "../verb-walk.ts";

const reads = { needs: "ai:read" } as const;
const writes = { needs: "ai:write" } as const;
const ofProvider = {
  input: (home: TestWorkspace) => ({ id: home.shop.aiProviderId }),
  fields: { id: "text" },
  foreign: (other: TestWorkspace) => ({ id: other.shop.aiProviderId }),
  foreignAnswer: "not_found",
} as const;
const provider = { kind: "groq", name: "Groq", apiKey: "gsk_key_of_a_test", models: ["openai/gpt-oss-120b"] };

export const modelsVerbs: AreaVerbs = {
  verbs: {
    listAiProviders: { run: listAiProviders, ...reads },
    addAiProvider: {
      run: addAiProvider,
      ...writes,
      input: () => provider,
      fields: {
        kind: "choice",
        name: "text",
        apiKey: "optionalText",
        baseUrl: "optionalText",
        models: "optionalList",
        embeddingModels: "optionalList",
      },
    },
    changeAiProvider: {
      run: changeAiProvider,
      ...writes,
      input: (home) => ({ id: home.shop.aiProviderId, version: 1, name: "Ours" }),
      fields: { id: "text", version: "number", name: "optionalLine", models: "optionalList", isEnabled: "optionalBoolean" },
      foreign: (other) => ({ id: other.shop.aiProviderId, version: 1, isEnabled: false }),
      foreignAnswer: "not_found",
    },
    removeAiProvider: { run: removeAiProvider, ...writes, ...ofProvider },
    testAiProvider: { run: testAiProvider, ...writes, ...ofProvider },
    arrangeAiProviders: {
      run: arrangeAiProviders,
      ...writes,
      input: (home) => ({ ids: [home.shop.aiProviderId] }),
      fields: { ids: "optionalList" },
    },
    listAiPurposes: { run: listAiPurposes, ...reads },
    chooseAiModels: {
      run: chooseAiModels,
      ...writes,
      input: (home) => ({ purpose: "reviews", choices: [{ providerId: home.shop.aiProviderId, model: "qwen" }] }),
      fields: { purpose: "choice" },
      foreign: (other) => ({ purpose: "reviews", choices: [{ providerId: other.shop.aiProviderId, model: "qwen" }] }),
      foreignAnswer: "not_found",
    },
    listAiCaps: { run: listAiCaps, ...reads },
    setAiCap: {
      run: setAiCap,
      ...writes,
      input: () => ({ scope: "workspace", subjectId: "", window: "month", limitMicroUsd: 20_000_000 }),
      fields: { scope: "choice", subjectId: "optionalText", window: "choice", limitMicroUsd: "number" },
      foreign: (other) => ({ scope: "user", subjectId: other.people.owner.id, window: "day", limitMicroUsd: 1 }),
      foreignAnswer: "not_found",
    },
    removeAiCap: {
      run: removeAiCap,
      ...writes,
      input: (home) => ({ id: home.shop.aiCapId }),
      fields: { id: "text" },
      foreign: (other) => ({ id: other.shop.aiCapId }),
      foreignAnswer: "not_found",
    },
    readAiBudget: { run: readAiBudget, ...reads },
    readAiSpend: { run: readAiSpend, ...reads, fields: { days: "optionalNumber" } },
    listAiCalls: {
      run: listAiCalls,
      ...reads,
      fields: {
        purpose: "optionalChoice",
        source: "optionalChoice",
        outcome: "optionalChoice",
        askerId: "optionalText",
        limit: "optionalNumber",
        cursor: "optionalText",
      },
    },
    readAiCall: {
      run: readAiCall,
      ...reads,
      input: (home) => ({ id: home.shop.aiCallId }),
      fields: { id: "text" },
      foreign: (other) => ({ id: other.shop.aiCallId }),
      foreignAnswer: "not_found",
    },
  },
  helpers: ["addressOf"],
  systemWork: [],
};
