/** Who can answer. openai-compatible: anybody who speaks that protocol at an address of the workspace's own. */
export const providerKinds = ["groq", "openai", "gemini", "workers-ai", "openai-compatible"] as const;
export type ProviderKind = (typeof providerKinds)[number];

/** unconfigured: nobody has given it a key. The others are the state of its circuit. */
export const providerStates = ["closed", "open", "half-open", "unconfigured"] as const;
export type ProviderState = (typeof providerStates)[number];

/** Whose spending a cap holds. A cap of users or agents without a subject holds each one that has none of its own. */
export const capScopes = ["workspace", "user", "agent"] as const;
export type CapScope = (typeof capScopes)[number];

/** Days and months begin at midnight where the workspace is. */
export const capWindows = ["day", "month"] as const;
export type CapWindow = (typeof capWindows)[number];

/** From where an answer came. cache: the same question was answered before and nothing was paid. */
export const callSources = ["model", "cache", "rules"] as const;
export type CallSource = (typeof callSources)[number];

/**
 * How a call ended. cut: its stream broke after the first token. cancelled: whoever asked went away.
 * unpriced: the price of no allowed model is known, so nothing may be spent on it.
 */
export const callOutcomes = [
  ...(["answered", "budget", "unpriced", "no-models", "unavailable"] as const),
  ...(["malformed", "refused", "cut", "cancelled", "invalid"] as const),
] as const;
export type CallOutcome = (typeof callOutcomes)[number];

/**
 * What came of one try at one provider. open: its circuit spared the call. busy: 408, 409 or 429. invalid: it refused
 * what we sent, which no other provider is asked again.
 */
export const attemptOutcomes = [
  ...(["answered", "open", "busy", "failed", "unreachable", "first-byte-timeout"] as const),
  ...(["timeout", "malformed", "refused", "cut", "cancelled", "invalid", "unauthorized"] as const),
] as const;
export type AttemptOutcome = (typeof attemptOutcomes)[number];

export type Attempt = {
  providerId: string;
  provider: string;
  model: string;
  outcome: AttemptOutcome;
  /** The provider's status, where it answered. */
  status?: number;
  latencyMs: number;
};
