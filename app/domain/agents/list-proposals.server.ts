import { and, desc, eq, lt } from "drizzle-orm";
import type { z } from "zod";
import { proposals } from "#db/schema/agents.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import { cursorId, type Page, toPage } from "../paging.ts";
import { type ProposalRow, toProposalRow } from "./proposal-row.ts";
import { listProposalsSchema } from "./schemas.ts";

/** What agents want to happen or wanted, the newest first. */
export async function listProposals(ctx: ServiceContext, input: z.input<typeof listProposalsSchema> = {}): Promise<Page<ProposalRow>> {
  requirePermission(ctx, "agents:read");
  const { agent, state, limit, cursor } = parseInput(listProposalsSchema, input);
  const before = cursorId(cursor);
  const where = and(
    agent === undefined ? undefined : eq(proposals.agent, agent),
    state === undefined ? undefined : eq(proposals.state, state),
    before === undefined ? undefined : lt(proposals.id, before),
  );
  const rows = await ctx.db.all(proposals, { where, orderBy: desc(proposals.id), limit: limit + 1 });
  const page = toPage(rows, limit);
  return { ...page, data: page.data.flatMap((row) => toProposalRow(row) ?? []) };
}
