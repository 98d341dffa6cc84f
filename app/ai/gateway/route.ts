import type { Catalog, CatalogProvider, Choice } from "#app/domain/ai/catalog.ts";
import { costMicroUsd, type Price, priceOf } from "#app/domain/ai/prices.ts";
import type { Purpose } from "#app/domain/ai/purposes.ts";
import type { QuestionSize } from "./bound-question.ts";

export type Need = { purpose: Purpose; size: QuestionSize; maxOutputTokens: number; kind: "language" | "embedding" };

/** A model that may be asked, and the most it can cost. */
export type Candidate = { provider: CatalogProvider; model: string; price: Price; amountMicroUsd: number };

export type Route = { candidates: Candidate[]; reason: "no-models" | "unpriced" | "unavailable" };

/** From here on a question is one for those who can read books. */
const longTokens = 100_000;

/**
 * Whom to ask, in which order: as the workspace said for this purpose, else its providers as they stand, each with its first
 * model that fits. Pictures and long texts go to Gemini first. Nothing that is not allowed is ever in it.
 */
export function routeQuestion({ providers, choices }: Catalog, need: Need, day: string): Route {
  const allowed = need.kind === "embedding" ? embeddingChoices(providers) : (choices[need.purpose] ?? firstChoices(providers));
  const byId = new Map(providers.map((provider) => [provider.id, provider]));
  let reason: Route["reason"] = "no-models";
  const candidates: Candidate[] = [];
  for (const { providerId, model } of allowed) {
    const provider = byId.get(providerId);
    if (provider === undefined || !modelsOf(provider, need).includes(model)) continue;
    const price = priceOf(provider, model, day);
    if (price === undefined) {
      if (reason === "no-models") reason = "unpriced";
    } else if (!fits(price, need)) {
      reason = "unavailable";
    } else {
      const most = { inputTokens: need.size.mostTokens, cachedTokens: 0, outputTokens: need.maxOutputTokens };
      candidates.push({ provider, model, price, amountMicroUsd: costMicroUsd(price, most) });
    }
  }
  const isOrdered = need.kind === "language" && choices[need.purpose] !== undefined;
  return { candidates: isOrdered ? candidates : onePerProvider(inUsualOrder(candidates, need)), reason };
}

function modelsOf(provider: CatalogProvider, { kind }: Need): readonly string[] {
  return kind === "embedding" ? provider.embeddingModels : provider.models;
}

function firstChoices(providers: readonly CatalogProvider[]): Choice[] {
  return providers.flatMap(({ id, models }) => models.map((model) => ({ providerId: id, model })));
}

/** Vectors of two models cannot be compared, so only who offers the first one stands in for it. */
function embeddingChoices(providers: readonly CatalogProvider[]): Choice[] {
  const model = providers.find(({ embeddingModels }) => embeddingModels.length > 0)?.embeddingModels[0];
  if (model === undefined) return [];
  return providers.filter(({ embeddingModels }) => embeddingModels.includes(model)).map(({ id }) => ({ providerId: id, model }));
}

function fits({ contextTokens, seesImages }: Price, { size, maxOutputTokens, kind }: Need): boolean {
  if (size.hasImages && !seesImages) return false;
  return kind === "embedding" || size.likelyTokens + maxOutputTokens <= contextTokens;
}

function inUsualOrder(candidates: Candidate[], { size }: Need): Candidate[] {
  if (!size.hasImages && size.likelyTokens < longTokens) return candidates;
  const isGemini = ({ provider }: Candidate) => provider.kind === "gemini";
  return [...candidates.filter(isGemini), ...candidates.filter((one) => !isGemini(one))];
}

function onePerProvider(candidates: Candidate[]): Candidate[] {
  return candidates.filter((one, index) => candidates.findIndex(({ provider }) => provider.id === one.provider.id) === index);
}
