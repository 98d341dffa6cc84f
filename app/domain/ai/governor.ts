import type { Payer } from "./budget.ts";
import type { Attempt, CallOutcome, CallSource, CapScope, CapWindow } from "./kinds.ts";

/** One question to models as it is logged; what was asked and answered is not in it. */
export type CallRecord = {
  id: string;
  payer: Payer & { label: string };
  runId: string | null;
  requestId: string;
  purpose: string;
  promptName: string;
  promptVersion: number;
  source: CallSource;
  outcome: CallOutcome;
  provider: string;
  providerId: string;
  model: string;
  attempts: Attempt[];
  inputTokens: number;
  cachedTokens: number;
  outputTokens: number;
  isEstimated: boolean;
  costMicroUsd: number;
  priceDay: string | null;
  firstByteMs: number | null;
  latencyMs: number;
  askedAt: number;
};

/** Whether a provider answered; with a moment when it said when it wants to be asked again. */
export type ProviderHealth = { providerId: string; isWell: boolean; retryAtMs?: number };

export type ReserveAsk = {
  callId: string;
  payer: Payer;
  /** Who may be asked, in their order, and the most it can cost there. */
  candidates: { providerId: string; amountMicroUsd: number }[];
  leaseMs: number;
  /** Of the settings the candidates were chosen by. */
  settingsVersion: number;
  /** An answer that is kept under this name is given instead. */
  answerKey: string | null;
};

/**
 * granted: money is put aside for the first candidate that is not in `spared`, whose circuits are open. known: it was answered
 * before. stale: settings were changed since the candidates were chosen.
 */
export type ReserveAnswer =
  | { kind: "granted"; amountMicroUsd: number; spared: string[] }
  | { kind: "known"; answer: string }
  | { kind: "refused"; scope: CapScope; window: CapWindow }
  | { kind: "spared" }
  | { kind: "stale"; settingsVersion: number };

export type Settlement = {
  record: CallRecord;
  health: ProviderHealth[];
  keep: { key: string; answer: string } | null;
};

/** Decides before a call whether it may be paid for, and books after it what it cost. */
export type Governor = {
  reserve(workspaceId: string, ask: ReserveAsk): Promise<ReserveAnswer>;
  /** The same call goes on with a dearer model: false when that is too much. */
  raise(workspaceId: string, raise: { callId: string; payer: Payer; amountMicroUsd: number; leaseMs: number }): Promise<boolean>;
  /** Books the cost, frees what was put aside beyond it, and logs the call. */
  settle(workspaceId: string, settlement: Settlement): Promise<void>;
  /** Logs a call for which nothing was put aside. */
  note(workspaceId: string, record: CallRecord): Promise<void>;
};
