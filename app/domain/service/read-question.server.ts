import { eq } from "drizzle-orm";
import { questions } from "#db/schema/service.ts";
import { byIdSchema } from "../accounts/schemas.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { notFound, parseInput } from "../errors.ts";
import type { Question } from "./list-questions.server.ts";
import { mentionedListings } from "./listings-of.server.ts";
import { isOverdue } from "./policy.ts";

/** One question of a buyer with what it is about. */
export async function readQuestion(ctx: ServiceContext, input: { id: string }): Promise<Question> {
  requirePermission(ctx, "service:read");
  const row = await ctx.db.first(questions, eq(questions.id, parseInput(byIdSchema, input).id));
  if (row === undefined) throw notFound("question");
  const [listing = null] = (await mentionedListings(ctx, [row])).values();
  const { id, channelId, listingRef, text, state, buyerRef, answer, askedAt, answeredAt } = row;
  const overdue = isOverdue(row, ctx.clock.now());
  return { id, channelId, listingRef, text, state, buyerRef, answer, askedAt, answeredAt, isOverdue: overdue, listing };
}
