import { and, desc, eq, lt } from "drizzle-orm";
import type { z } from "zod";
import { aiCalls } from "#db/schema/ai.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import { cursorId, type Page, toPage } from "../paging.ts";
import { type CallRow, toCallRow } from "./call-row.ts";
import { listCallsSchema } from "./schemas.ts";

/** What was asked of models, the newest first. */
export async function listAiCalls(ctx: ServiceContext, input: z.input<typeof listCallsSchema> = {}): Promise<Page<CallRow>> {
  requirePermission(ctx, "ai:read");
  const { limit, cursor, ...filter } = parseInput(listCallsSchema, input);
  const before = cursorId(cursor);
  const where = and(
    before === undefined ? undefined : lt(aiCalls.id, before),
    filter.purpose === undefined ? undefined : eq(aiCalls.purpose, filter.purpose),
    filter.source === undefined ? undefined : eq(aiCalls.source, filter.source),
    filter.outcome === undefined ? undefined : eq(aiCalls.outcome, filter.outcome),
    filter.askerId === undefined ? undefined : eq(aiCalls.askerId, filter.askerId),
    filter.runId === undefined ? undefined : eq(aiCalls.runId, filter.runId),
  );
  const rows = await ctx.db.all(aiCalls, { where, orderBy: desc(aiCalls.id), limit: limit + 1 });
  return toPage(rows.map(toCallRow), limit);
}
