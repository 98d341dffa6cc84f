import type { ProviderKind } from "./kinds.ts";
import { tokensCostMicroUsd, usdToMicroUsd } from "./money.ts";

/** What a model costs for each million of tokens, and what it can take. */
export type Price = {
  /** From this day on, until the next row of the same model. */
  fromDay: string;
  inputMicroUsdPerMillion: number;
  /** What it has read shortly before. */
  cachedMicroUsdPerMillion: number;
  outputMicroUsdPerMillion: number;
  /** Question and answer together; beyond it other prices may hold, so nothing longer is sent. */
  contextTokens: number;
  seesImages: boolean;
};

/** How many tokens a call took, as the provider told. */
export type TokenUse = { inputTokens: number; cachedTokens: number; outputTokens: number };

export type OwnPrices = Readonly<Record<string, { inputMicroUsdPerMillion: number; outputMicroUsdPerMillion: number }>>;

type Row = [
  kind: ProviderKind,
  model: string,
  fromDay: string,
  input: number,
  cached: number,
  output: number,
  context: number,
  sees?: "sees",
];

/**
 * US dollars a million tokens, as the providers list them. A change of price is a new row: what was spent before stays true.
 * Where a provider charges more for input it will remember, that is the input's price here.
 */
const rows: readonly Row[] = [
  ["groq", "openai/gpt-oss-120b", "2026-01-01", 0.15, 0.075, 0.6, 131_072],
  ["groq", "openai/gpt-oss-20b", "2026-01-01", 0.075, 0.0375, 0.3, 131_072],
  ["groq", "llama-3.3-70b-versatile", "2026-01-01", 0.59, 0.59, 0.79, 131_072],
  ["groq", "llama-3.1-8b-instant", "2026-01-01", 0.05, 0.05, 0.08, 131_072],
  ["groq", "meta-llama/llama-4-scout-17b-16e-instruct", "2026-01-01", 0.11, 0.11, 0.34, 131_072, "sees"],
  ["openai", "gpt-6-luna", "2026-09-22", 0.125, 0.01, 0.5, 272_000, "sees"],
  ["openai", "gpt-6.1-terra", "2026-10-26", 1.25, 0.05, 5, 272_000, "sees"],
  ["openai", "gpt-5-mini", "2026-01-01", 0.25, 0.025, 2, 272_000, "sees"],
  ["openai", "gpt-5-nano", "2026-01-01", 0.05, 0.005, 0.4, 272_000, "sees"],
  ["openai", "gpt-4.1-mini", "2026-01-01", 0.4, 0.1, 1.6, 1_047_576, "sees"],
  ["openai", "gpt-4o-mini", "2026-01-01", 0.15, 0.075, 0.6, 128_000, "sees"],
  ["openai", "text-embedding-3-small", "2026-01-01", 0.02, 0.02, 0, 8_192],
  ["openai", "text-embedding-3-large", "2026-01-01", 0.13, 0.13, 0, 8_192],
  ["gemini", "gemini-3.8-flash", "2026-01-01", 0.75, 0.075, 3.75, 1_048_576, "sees"],
  ["gemini", "gemini-3.8-flash", "2027-01-01", 1.5, 0.15, 7.5, 1_048_576, "sees"],
  ["gemini", "gemini-3.7-flash", "2026-01-01", 0.75, 0.075, 3.75, 1_048_576, "sees"],
  ["gemini", "gemini-3.7-flash", "2027-01-01", 1.5, 0.15, 7.5, 1_048_576, "sees"],
  ["gemini", "gemini-3.5-flash-lite", "2026-07-21", 0.3, 0.03, 2.5, 1_048_576, "sees"],
  ["gemini", "gemini-embedding-001", "2026-01-01", 0.15, 0.15, 0, 2_048],
  ["gemini", "gemini-embedding-2", "2026-01-01", 0.2, 0.2, 0, 8_192],
  ["workers-ai", "@cf/openai/gpt-oss-120b", "2026-01-01", 0.35, 0.35, 0.75, 128_000],
  ["workers-ai", "@cf/openai/gpt-oss-20b", "2026-01-01", 0.2, 0.2, 0.3, 128_000],
  ["workers-ai", "@cf/meta/llama-3.3-70b-instruct-fp8-fast", "2026-01-01", 0.293, 0.293, 2.253, 24_000],
  ["workers-ai", "@cf/meta/llama-3.1-8b-instruct-fp8-fast", "2026-01-01", 0.045, 0.045, 0.384, 128_000],
  ["workers-ai", "@cf/baai/bge-base-en-v1.5", "2026-01-01", 0.067, 0.067, 0, 512],
  ["workers-ai", "@cf/baai/bge-m3", "2026-01-01", 0.012, 0.012, 0, 60_000],
];

/** What nobody has said of a model of somebody's own. */
const ownContextTokens = 32_000;

const table = Map.groupBy(rows, ([kind, model]) => `${kind} ${model}`);

/** The models whose price is known, for choosing from. */
export function pricedModels(kind: ProviderKind): string[] {
  return [...new Set(rows.flatMap(([of, model]) => (of === kind ? [model] : [])))];
}

/** Undefined: nobody knows what it costs, so nothing may be spent on it. What the workspace says itself comes first. */
export function priceOf(provider: { kind: ProviderKind; ownPrices: OwnPrices }, model: string, day: string): Price | undefined {
  if (Object.hasOwn(provider.ownPrices, model)) {
    const own = provider.ownPrices[model];
    if (own !== undefined) {
      const known = listed(provider.kind, model, day);
      const { contextTokens = ownContextTokens, seesImages = false } = known ?? {};
      return { ...own, fromDay: "own", cachedMicroUsdPerMillion: own.inputMicroUsdPerMillion, contextTokens, seesImages };
    }
  }
  return listed(provider.kind, model, day);
}

function listed(kind: ProviderKind, model: string, day: string): Price | undefined {
  // A dated release costs what its family does.
  const family = model.replace(/-\d{4}-\d{2}-\d{2}$/, "");
  const row = (table.get(`${kind} ${model}`) ?? table.get(`${kind} ${family}`))?.findLast(([, , fromDay]) => fromDay <= day);
  if (row === undefined) return undefined;
  const [, , fromDay, input, cached, output, contextTokens, sees] = row;
  return {
    fromDay,
    inputMicroUsdPerMillion: usdToMicroUsd(input),
    cachedMicroUsdPerMillion: usdToMicroUsd(cached),
    outputMicroUsdPerMillion: usdToMicroUsd(output),
    contextTokens,
    seesImages: sees === "sees",
  };
}

export function costMicroUsd(price: Price, { inputTokens, cachedTokens, outputTokens }: TokenUse): number {
  return (
    tokensCostMicroUsd(Math.max(0, inputTokens - cachedTokens), price.inputMicroUsdPerMillion) +
    tokensCostMicroUsd(cachedTokens, price.cachedMicroUsdPerMillion) +
    tokensCostMicroUsd(outputTokens, price.outputMicroUsdPerMillion)
  );
}
