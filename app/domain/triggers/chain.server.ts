import { eq } from "drizzle-orm";
import { agentRuns, proposals } from "#db/schema/agents.ts";
import { triggerFirings } from "#db/schema/triggers.ts";
import type { ServiceContext } from "../context.ts";

/** A firing has an agent look, its look proposes, the proposal is done: further back nothing leads. */
const mostHops = 6;

/** The triggers that led to something, the first one first: found by what each step came of. */
export async function chainOf(ctx: ServiceContext, cause: string | null): Promise<string[]> {
  let next = cause;
  for (let hop = 0; hop < mostHops && next !== null; hop += 1) {
    if (next.startsWith("fir_")) return (await ctx.db.first(triggerFirings, eq(triggerFirings.id, next)))?.chain ?? [];
    if (next.startsWith("run_")) next = (await ctx.db.first(agentRuns, eq(agentRuns.id, next)))?.cause ?? null;
    else if (next.startsWith("prp_")) next = (await ctx.db.first(proposals, eq(proposals.id, next)))?.runId ?? null;
    else return [];
  }
  return [];
}
