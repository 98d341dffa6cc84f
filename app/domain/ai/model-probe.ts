import type { ProviderKind } from "./kinds.ts";

/**
 * What a test of a provider found. no-model: it answers, but does not have a model that is to be asked. strange: what
 * answers there is no provider of models.
 */
export const probeOutcomes = ["answered", "unauthorized", "no-model", "busy", "failed", "unreachable", "timeout", "strange"] as const;
export type ProbeOutcome = (typeof probeOutcomes)[number];

export type ProbeAsk = { kind: ProviderKind; apiKey: string; baseUrl: string };
/** `models`: all it says it has; empty where it does not tell. */
export type ProbeAnswer = { outcome: Exclude<ProbeOutcome, "no-model">; status: number | null; latencyMs: number; models: string[] };

/** Asks a provider for its list of models: the key is tried, and nothing is paid for. */
export type ModelProbe = { listModels(ask: ProbeAsk): Promise<ProbeAnswer> };
