import { eq } from "drizzle-orm";
import { aiCalls } from "#db/schema/ai.ts";
import { byIdSchema } from "../accounts/schemas.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { notFound, parseInput } from "../errors.ts";
import { type CallRow, toCallRow } from "./call-row.ts";

/** The ids of calls, as the gateway gives them: for nothing else the budget is asked. */
const callId = /^aic_[0-9a-z]{26}$/;

/**
 * One question to models with every try at every provider. It may have ended a moment ago and stand nowhere but in the budget's
 * own books; whoever follows an answer to its call finds it all the same.
 */
export async function readAiCall(ctx: ServiceContext, input: { id: string }): Promise<CallRow> {
  requirePermission(ctx, "ai:read");
  const { id } = parseInput(byIdSchema, input);
  const find = () => ctx.db.first(aiCalls, eq(aiCalls.id, id));
  const row = (await find()) ?? (callId.test(id) ? await findTold(ctx, find) : undefined);
  if (row === undefined) throw notFound("aiCall");
  return toCallRow(row);
}

/** A budget that does not answer makes of a call that is not there yet one that is not found. */
async function findTold<Row>(ctx: ServiceContext, find: () => Promise<Row>): Promise<Row | undefined> {
  try {
    await ctx.ports.aiBudget.tellCalls(ctx.workspaceId);
  } catch (error) {
    ctx.logger.warn({ event: "ai.books-wait", error });
    return undefined;
  }
  return find();
}
