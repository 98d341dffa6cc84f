import type { LanguageModelV4FinishReason, LanguageModelV4Usage } from "@ai-sdk/provider";
import type { TokenUse } from "#app/domain/ai/prices.ts";

/** Undefined where the provider did not tell: then the most it can have been is charged. */
export function tokenUse({ inputTokens, outputTokens }: LanguageModelV4Usage): TokenUse | undefined {
  if (inputTokens.total === undefined || outputTokens.total === undefined) return undefined;
  return { inputTokens: inputTokens.total, cachedTokens: inputTokens.cacheRead ?? 0, outputTokens: outputTokens.total };
}

export const noUsage: LanguageModelV4Usage = {
  inputTokens: { total: 0, noCache: 0, cacheRead: 0, cacheWrite: 0 },
  outputTokens: { total: 0, text: 0, reasoning: 0 },
};

/** A stream that ended without its provider saying why was cut: adapters then make up an end of their own. */
export function looksCut({ unified, raw }: LanguageModelV4FinishReason): boolean {
  return unified === "error" || (unified === "other" && raw === undefined);
}
