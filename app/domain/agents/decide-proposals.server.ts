import { asc, inArray } from "drizzle-orm";
import type { z } from "zod";
import { mutate } from "#db/mutate.server.ts";
import { proposals } from "#db/schema/agents.ts";
import { update } from "#db/writes.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { AppError, notFound, parseInput } from "../errors.ts";
import { isAgentKind } from "./kinds.ts";
import { decideProposalsSchema } from "./schemas.ts";
import { workDue } from "./work-due.ts";

type Row = typeof proposals.$inferSelect;
type Decided = { decided: string[] };

/** Lets the agent do it. What belongs to one group is let through together: half of it would make no sense. */
export async function approveProposals(ctx: ServiceContext, input: z.input<typeof decideProposalsSchema>): Promise<Decided> {
  requirePermission(ctx, "agents:write");
  const chosen = await openOnes(ctx, parseInput(decideProposalsSchema, input).ids);
  const now = ctx.clock.now();
  if (chosen.some(({ expiresAt }) => expiresAt <= now)) throw new AppError("conflict", "proposalExpired");
  await mutate(ctx, {
    writes: chosen.map((row) => update(proposals, row, { state: "approved", decidedBy: ctx.stamp.label, decidedAt: now })),
    audit: chosen.map((row) => ({ action: "proposal.approved" as const, subject: subjectOf(row), after: { tool: row.tool } })),
    events: [...chosen.flatMap((row) => workDue(row, "apply")), { type: "data.changed", area: "agents" }],
  });
  return { decided: chosen.map(({ id }) => id) };
}

/** It stays as it is. The same may be proposed again by a later look that still finds it right. */
export async function rejectProposals(ctx: ServiceContext, input: z.input<typeof decideProposalsSchema>): Promise<Decided> {
  requirePermission(ctx, "agents:write");
  const chosen = await openOnes(ctx, parseInput(decideProposalsSchema, input).ids);
  const now = ctx.clock.now();
  await mutate(ctx, {
    writes: chosen.map((row) => update(proposals, row, { state: "rejected", decidedBy: ctx.stamp.label, decidedAt: now, endedAt: now })),
    audit: chosen.map((row) => ({ action: "proposal.rejected" as const, subject: subjectOf(row) })),
    events: [{ type: "data.changed", area: "agents" }],
  });
  return { decided: chosen.map(({ id }) => id) };
}

/** Those that were named and the rest of their groups, in the order in which they are to be done. */
async function openOnes(ctx: ServiceContext, ids: readonly string[]): Promise<Row[]> {
  const named = await ctx.db.all(proposals, { ids: [...new Set(ids)] });
  if (named.length < new Set(ids).size) throw notFound("proposal");
  if (named.some(({ state }) => state !== "open")) throw new AppError("conflict", "proposalDecided");
  const groups = [...new Set(named.flatMap(({ groupKey }) => groupKey ?? []))];
  const others =
    groups.length === 0 ? [] : await ctx.db.all(proposals, { where: inArray(proposals.groupKey, groups), orderBy: asc(proposals.id) });
  const all = new Map([...named, ...others.filter(({ state }) => state === "open")].map((row) => [row.id, row]));
  if ([...all.values()].some(({ agent }) => !isAgentKind(agent))) throw notFound("proposal");
  return [...all.values()].toSorted((a, b) => a.runId.localeCompare(b.runId) || a.position - b.position);
}

function subjectOf(row: Row) {
  return { type: "proposal", id: row.id, label: row.subjectLabel };
}
