import { z } from "zod";
import type { arrangeAiProviders } from "#app/domain/ai/arrange-providers.server.ts";
import type { CallRow } from "#app/domain/ai/call-row.ts";
import { attemptOutcomes, callOutcomes, callSources, capScopes, capWindows, providerKinds } from "#app/domain/ai/kinds.ts";
import type { CapRow } from "#app/domain/ai/list-caps.server.ts";
import type { PurposeRow } from "#app/domain/ai/list-purposes.server.ts";
import { probeOutcomes } from "#app/domain/ai/model-probe.ts";
import type { KnownBudget } from "#app/domain/ai/read-budget.server.ts";
import type { ProviderRow } from "#app/domain/ai/provider-row.ts";
import { purposes } from "#app/domain/ai/purposes.ts";
import type { AiSpend } from "#app/domain/ai/read-spend.server.ts";
import type { ProviderTest } from "#app/domain/ai/test-provider.server.ts";
import { type Answer, exactly } from "./exactly.ts";

const text = z.string();
const whole = z.int();
const timeMs = z.int();
const outcome = z.enum(probeOutcomes);
const spent = { calls: whole, rulesAnswers: whole, inputTokens: whole, outputTokens: whole, costMicroUsd: whole };
const parts = z.array(z.object({ id: text, label: text, ...spent }));
const cap = { scope: z.enum(capScopes), subjectId: text, window: z.enum(capWindows), limitMicroUsd: whole };

export const aiAnswers = {
  AiProvider: exactly<ProviderRow>()(
    z.object({
      id: text,
      kind: z.enum(providerKinds),
      name: text,
      baseUrl: text,
      keyHint: text.nullable(),
      models: z.array(text),
      embeddingModels: z.array(text),
      ownPrices: z.record(text, z.object({ inputMicroUsdPerMillion: whole, outputMicroUsdPerMillion: whole })),
      position: whole,
      isEnabled: z.boolean(),
      testOutcome: outcome.nullable(),
      testedAt: timeMs.nullable(),
      version: whole,
    }),
  ),
  AiProviderOrder: exactly<Answer<typeof arrangeAiProviders>>()(z.object({ ids: z.array(text) })),
  AiProviderTest: exactly<ProviderTest>()(
    z.object({ outcome, status: whole.nullable(), latencyMs: whole, missingModels: z.array(text), models: z.array(text) }),
  ),
  AiPurpose: exactly<PurposeRow>()(
    z.object({ purpose: z.enum(purposes), choices: z.array(z.object({ providerId: text, model: text })).nullable() }),
  ),
  AiCap: exactly<CapRow>()(z.object({ id: text.nullable(), ...cap })),
  AiBudget: exactly<KnownBudget>()(
    z.object({
      day: text,
      month: text,
      caps: z.array(z.object({ ...cap, spentMicroUsd: whole, heldMicroUsd: whole, level: z.enum(["open", "warned", "blocked"]) })),
      circuits: z.array(z.object({ providerId: text, state: z.enum(["closed", "open", "half-open"]) })),
      callsUnderWay: whole,
      copiedAtMs: whole.nullable(),
    }),
  ),
  AiSpend: exactly<AiSpend>()(
    z.object({
      from: text,
      to: text,
      total: z.object(spent),
      before: z.object(spent),
      days: z.array(z.object({ day: text, ...spent })),
      byUser: parts,
      byAgent: parts,
      byOther: parts,
      byPurpose: parts,
      byModel: parts,
      month: z.object({ month: text, spentMicroUsd: whole, forecastMicroUsd: whole }),
    }),
  ),
  AiCall: exactly<CallRow>()(
    z.object({
      id: text,
      askerKind: text,
      askerId: text,
      askerLabel: text,
      runId: text.nullable(),
      requestId: text,
      purpose: text,
      promptName: text,
      promptVersion: whole,
      source: z.enum(callSources),
      outcome: z.enum(callOutcomes),
      provider: text,
      providerId: text,
      model: text,
      attempts: z.array(
        z.object({
          providerId: text,
          provider: text,
          model: text,
          outcome: z.enum(attemptOutcomes),
          status: whole.exactOptional(),
          latencyMs: whole,
        }),
      ),
      inputTokens: whole,
      cachedTokens: whole,
      outputTokens: whole,
      isEstimated: z.boolean(),
      costMicroUsd: whole,
      priceDay: text.nullable(),
      firstByteMs: whole.nullable(),
      latencyMs: whole,
      askedAt: timeMs,
    }),
  ),
};
