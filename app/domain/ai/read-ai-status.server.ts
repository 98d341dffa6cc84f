import { asc, eq } from "drizzle-orm";
import { aiProviders } from "#db/schema/ai.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { type ProviderKind, providerKinds, type ProviderState } from "./kinds.ts";
import type { CapLevel, CapState, ProviderCircuit } from "./ports.ts";
import { knownBudget } from "./read-budget.server.ts";

export type AiStatus = {
  mode: "models" | "rules";
  /** By kind, those that are set up first and in their order. */
  providers: { id: ProviderKind; state: ProviderState }[];
  budget: {
    day: string;
    month: string;
    /** The worst of all caps. */
    level: CapLevel;
    callsUnderWay: number;
    caps: CapState[];
  };
};

/** Whether models answer or rules, how the providers are, and what is left to spend. */
export async function readAiStatus(ctx: ServiceContext): Promise<AiStatus> {
  requirePermission(ctx, "workspace:read");
  const [rows, budget] = await Promise.all([
    ctx.db.all(aiProviders, { where: eq(aiProviders.isEnabled, true), orderBy: [asc(aiProviders.position), asc(aiProviders.id)] }),
    knownBudget(ctx),
  ]);
  const usable = rows.filter(({ models, kind }) => models.length > 0 && isKind(kind));
  const states = new Map<string, ProviderState>();
  for (const { id, kind } of usable) states.set(kind, better(states.get(kind), stateOf(budget.circuits, id)));
  const known = [...states].flatMap(([id, state]) => (isKind(id) ? [{ id, state }] : []));
  const others = providerKinds.filter((kind) => !states.has(kind)).map((id) => ({ id, state: "unconfigured" as const }));
  const { day, month, caps, callsUnderWay } = budget;
  return {
    mode: usable.length > 0 ? "models" : "rules",
    providers: [...known, ...others],
    budget: { day, month, level: worst(caps), callsUnderWay, caps },
  };
}

function stateOf(circuits: readonly ProviderCircuit[], id: string): ProviderState {
  return circuits.find(({ providerId }) => providerId === id)?.state ?? "closed";
}

const byHealth: readonly ProviderState[] = ["closed", "half-open", "open"];

/** A kind is as well as the best of its providers. */
function better(one: ProviderState | undefined, other: ProviderState): ProviderState {
  return one === undefined || byHealth.indexOf(other) < byHealth.indexOf(one) ? other : one;
}

function worst(caps: readonly CapState[]): CapLevel {
  const levels = new Set(caps.map(({ level }) => level));
  return levels.has("blocked") ? "blocked" : levels.has("warned") ? "warned" : "open";
}

function isKind(value: string): value is ProviderKind {
  return providerKinds.some((kind) => kind === value);
}
