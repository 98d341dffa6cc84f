/** Named workers with a schedule, limits and a readable log of what they decided. */
export const agentKinds = [
  ...(["optimizer", "sync", "warehouse-manager"] as const),
  ...(["copy-master", "price-watch", "global-trends", "review-gaps"] as const),
] as const;
export type AgentKind = (typeof agentKinds)[number];

export function isAgentKind(value: unknown): value is AgentKind {
  return agentKinds.some((kind) => kind === value);
}

/** Why an agent runs, the most urgent first: people never wait for what a clock began. */
export const runTriggers = ["person", "event", "message", "schedule"] as const;
export type RunTrigger = (typeof runTriggers)[number];

/** dry: it looks and decides, and everything else stays as it is. */
export const runModes = ["live", "dry"] as const;
export type RunMode = (typeof runModes)[number];

/** put-off: it was paused when its turn came. */
export const runStates = ["queued", "running", "done", "failed", "put-off"] as const;
export type RunState = (typeof runStates)[number];

/** found: worth knowing. proposed and asked led to something. left: looked at, and nothing follows, with the reason. */
export const verdicts = ["found", "proposed", "asked", "left"] as const;
export type Verdict = (typeof verdicts)[number];

/**
 * open waits for a person. approved waits for the agent, applying is in its hands. superseded: the agent itself looked
 * again and sees it otherwise.
 */
export const proposalStates = [
  ...(["open", "approved", "applying", "applied", "failed"] as const),
  ...(["rejected", "expired", "superseded", "undoing", "undone"] as const),
] as const;
export type ProposalState = (typeof proposalStates)[number];

/** Nobody may propose the same again while it stands like this. */
export const pendingStates = ["open", "approved", "applying", "undoing"] as const satisfies readonly ProposalState[];
