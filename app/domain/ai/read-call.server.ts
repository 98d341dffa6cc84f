import { eq } from "drizzle-orm";
import { aiCalls } from "#db/schema/ai.ts";
import { byIdSchema } from "../accounts/schemas.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { notFound, parseInput } from "../errors.ts";
import { type CallRow, toCallRow } from "./call-row.ts";

/** One question to models with every try at every provider. */
export async function readAiCall(ctx: ServiceContext, input: { id: string }): Promise<CallRow> {
  requirePermission(ctx, "ai:read");
  const { id } = parseInput(byIdSchema, input);
  const row = await ctx.db.first(aiCalls, eq(aiCalls.id, id));
  if (row === undefined) throw notFound("aiCall");
  return toCallRow(row);
}
