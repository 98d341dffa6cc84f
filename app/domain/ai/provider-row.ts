import type { aiProviders } from "#db/schema/ai.ts";
import { type ProviderKind, providerKinds } from "./kinds.ts";
import { type ProbeOutcome, probeOutcomes } from "./model-probe.ts";
import type { OwnPrices } from "./prices.ts";

/** A provider as people see it. Its key never leaves the server; the hint is its last letters. */
export type ProviderRow = {
  id: string;
  kind: ProviderKind;
  name: string;
  /** Empty: where its vendor has it. */
  baseUrl: string;
  keyHint: string | null;
  models: string[];
  embeddingModels: string[];
  ownPrices: Record<string, { inputMicroUsdPerMillion: number; outputMicroUsdPerMillion: number }>;
  position: number;
  isEnabled: boolean;
  testOutcome: ProbeOutcome | null;
  testedAt: number | null;
  version: number;
};

export function toProviderRow(row: typeof aiProviders.$inferSelect): ProviderRow {
  const { workspaceId: _workspace, sealedKey: _key, createdAt: _created, kind, testOutcome, ownPrices, ...rest } = row;
  return {
    ...rest,
    kind: providerKinds.find((known) => known === kind) ?? "openai-compatible",
    ownPrices: ownPrices ?? {},
    testOutcome: probeOutcomes.find((known) => known === testOutcome) ?? null,
  };
}

/** Enough to tell keys apart, too little to use one; nothing of a key so short that this would be much of it. */
export function keyHintOf(apiKey: string): string | null {
  if (apiKey === "") return null;
  return apiKey.length < 12 ? "…" : `…${apiKey.slice(-4)}`;
}

/** What an audit row tells of a provider: never its key. */
export function toldOf(row: { name: string; kind?: string; baseUrl: string; models: string[]; ownPrices?: OwnPrices | null }) {
  return { name: row.name, ...(row.kind === undefined ? {} : { kind: row.kind }), baseUrl: row.baseUrl, models: row.models };
}
