import { eq, isNotNull } from "drizzle-orm";
import { aiCalls, aiCaps, aiProviders, aiPurposes, aiSpendDays } from "#db/schema/ai.ts";
import { insert, type NewRow, removeWhere, updateWhere, type Write } from "#db/writes.ts";
import { stageStartMs, testIds } from "./basics.ts";

const at = stageStartMs - 3_600_000;

/** A provider that is off, a purpose that it serves, a cap, one call and the day it was made on. */
export function modelWrites(ids: { aiProviderId: string; aiCapId: string; aiCallId: string }, userId: string): Write[] {
  return [
    insert(aiProviders, aModelProvider({ id: ids.aiProviderId })),
    insert(aiPurposes, {
      id: testIds.next("aiu"),
      purpose: "describe",
      choices: [{ providerId: ids.aiProviderId, model: "qwen" }],
      createdAt: at,
    }),
    insert(aiCaps, { id: ids.aiCapId, scope: "user", subjectId: userId, window: "day", limitMicroUsd: 1_000_000, createdAt: at }),
    insert(aiCalls, aModelCall({ id: ids.aiCallId, askerId: userId })),
    insert(aiSpendDays, aSpendDay({ askerId: userId })),
  ];
}

/** For tests of their own providers, caps and calls: what every test's shop has of them would count with theirs. */
export function withoutModels(): Write[] {
  return [aiProviders, aiPurposes, aiCaps, aiCalls, aiSpendDays].map((table) => removeWhere(table, isNotNull(table.id)));
}

export function withProviderOn(id: string): Write {
  return updateWhere(aiProviders, eq(aiProviders.id, id), { isEnabled: true });
}

function aModelProvider(own: Partial<NewRow<typeof aiProviders>> & { id: string }): NewRow<typeof aiProviders> {
  return {
    kind: "openai-compatible",
    name: "House server",
    baseUrl: "http://127.0.0.1:11434/v1",
    sealedKey: null,
    keyHint: null,
    models: ["qwen"],
    embeddingModels: [],
    ownPrices: { qwen: { inputMicroUsdPerMillion: 0, outputMicroUsdPerMillion: 0 } },
    position: 1,
    isEnabled: false,
    testOutcome: null,
    testedAt: null,
    createdAt: at,
    ...own,
  };
}

export function aModelCall(own: Partial<NewRow<typeof aiCalls>> & { id: string }): NewRow<typeof aiCalls> {
  return {
    askerKind: "user",
    askerId: "usr_1",
    askerLabel: "Ana",
    runId: null,
    requestId: "req_1",
    purpose: "copy",
    promptName: "titles",
    promptVersion: 1,
    source: "model",
    outcome: "answered",
    provider: "groq",
    providerId: "aip_1",
    model: "openai/gpt-oss-120b",
    attempts: [{ providerId: "aip_1", provider: "groq", model: "openai/gpt-oss-120b", outcome: "answered", status: 200, latencyMs: 420 }],
    inputTokens: 900,
    cachedTokens: 0,
    outputTokens: 120,
    isEstimated: false,
    costMicroUsd: 207,
    priceDay: "2026-01-01",
    firstByteMs: 90,
    latencyMs: 420,
    askedAt: at,
    ...own,
  };
}

export function aSpendDay(own: Partial<NewRow<typeof aiSpendDays>>): NewRow<typeof aiSpendDays> {
  return {
    id: testIds.next("aid"),
    day: new Date(at).toISOString().slice(0, 10),
    askerKind: "user",
    askerId: "usr_1",
    askerLabel: "Ana",
    purpose: "copy",
    provider: "groq",
    model: "openai/gpt-oss-120b",
    calls: 1,
    rulesAnswers: 0,
    inputTokens: 900,
    cachedTokens: 0,
    outputTokens: 120,
    costMicroUsd: 207,
    countedUntil: 1,
    ...own,
  };
}
