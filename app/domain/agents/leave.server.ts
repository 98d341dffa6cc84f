import { and, asc, eq, gt, isNotNull } from "drizzle-orm";
import { proposals } from "#db/schema/agents.ts";
import { toolPolicies } from "#db/schema/triggers.ts";
import { storedConditions } from "../conditions.ts";
import type { ServiceContext } from "../context.ts";
import { policyFor, type PolicyRule } from "./policies/judge.ts";
import type { KnownAgent } from "./agent-row.server.ts";
import { autoDoneToday } from "./auto-done-today.server.ts";
import { leaveFor } from "./defaults.ts";
import type { Wish } from "./new-proposal.ts";

/** Whether something may be done without asking a person, and by which policy; none where the tool itself has that leave. */
export type Leave = { isFree: false } | { isFree: true; policy: { id: string; name: string } | null };

const dayMs = 24 * 3_600_000;

/**
 * Decides group by group: all steps of a group have leave or none has. The number a day of the agent is above everything,
 * and each policy has its own.
 */
export async function decideLeaves(ctx: ServiceContext, agent: KnownAgent, groups: readonly (readonly Wish[])[]): Promise<Leave[]> {
  const [policies, used, done] = await Promise.all([activePolicies(ctx), usedToday(ctx), autoDoneToday(ctx, agent.kind)]);
  let leftToday = agent.actionsPerDay - done;
  return groups.map((group) => {
    const leave = group.length > leftToday ? undefined : leaveOf(agent, group, policies, used);
    if (leave === undefined) return { isFree: false };
    leftToday -= group.length;
    if (leave.policy !== null) used.set(leave.policy.id, (used.get(leave.policy.id) ?? 0) + group.length);
    return { isFree: true, policy: leave.policy };
  });
}

function leaveOf(agent: KnownAgent, group: readonly Wish[], policies: readonly PolicyRule[], used: Map<string, number>) {
  let by: PolicyRule | null = null;
  const using = new Map(used);
  for (const { facts, proposal } of group) {
    if (proposal.needsPerson === true) return undefined;
    if (leaveFor(agent.autonomy, agent.kind, proposal.call.tool) === "auto") continue;
    const policy = policyFor(policies, { call: proposal.call, facts, effect: proposal.effect }, using);
    if (policy === undefined) return undefined;
    using.set(policy.id, (using.get(policy.id) ?? 0) + 1);
    by ??= policy;
  }
  return { policy: by === null ? null : { id: by.id, name: by.name } };
}

async function activePolicies(ctx: ServiceContext): Promise<PolicyRule[]> {
  const rows = await ctx.db.all(toolPolicies, { where: eq(toolPolicies.state, "on"), orderBy: asc(toolPolicies.id) });
  return rows.map(({ id, name, tool, conditions, mostPerDay }) => ({
    id,
    name,
    tool,
    mostPerDay,
    conditions: storedConditions(conditions),
  }));
}

async function usedToday(ctx: ServiceContext): Promise<Map<string, number>> {
  const recent = and(isNotNull(proposals.policyId), gt(proposals.decidedAt, ctx.clock.now() - dayMs));
  const rows = await ctx.db.all(proposals, { where: recent });
  const used = new Map<string, number>();
  for (const { policyId } of rows) if (policyId !== null) used.set(policyId, (used.get(policyId) ?? 0) + 1);
  return used;
}
