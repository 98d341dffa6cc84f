import { and, desc, eq, lt } from "drizzle-orm";
import type { z } from "zod";
import { agentRuns } from "#db/schema/agents.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import { cursorId, type Page, toPage } from "../paging.ts";
import { type RunRow, toRunRow } from "./run-row.ts";
import { listRunsSchema } from "./schemas.ts";

/** What agents have looked at, the newest first. */
export async function listRuns(ctx: ServiceContext, input: z.input<typeof listRunsSchema> = {}): Promise<Page<RunRow>> {
  requirePermission(ctx, "agents:read");
  const { agent, limit, cursor } = parseInput(listRunsSchema, input);
  const before = cursorId(cursor);
  const where = and(
    agent === undefined ? undefined : eq(agentRuns.agent, agent),
    before === undefined ? undefined : lt(agentRuns.id, before),
  );
  const rows = await ctx.db.all(agentRuns, { where, orderBy: desc(agentRuns.id), limit: limit + 1 });
  return toPage(rows.map(toRunRow), limit);
}
