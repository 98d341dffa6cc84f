import { and, eq, lt, sql, type SQL } from "drizzle-orm";
import type { z } from "zod";
import { questions } from "#db/schema/service.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import type { Page } from "../paging.ts";
import { isSearch, searchExpression } from "../search.ts";
import { afterCursor, orderBy, orderOf, toSortedPage } from "../sorted-page.ts";
import { type ListingMention, mentionedListings, mentionKey } from "./listings-of.server.ts";
import { isOverdue, overdueAfterMs } from "./policy.ts";
import { questionsInputSchema } from "./schemas.ts";

type QuestionRow = typeof questions.$inferSelect;

export type Question = Pick<
  QuestionRow,
  "id" | "channelId" | "listingRef" | "text" | "state" | "buyerRef" | "answer" | "askedAt" | "answeredAt"
> & {
  /** Open for more than a day. */
  isOverdue: boolean;
  listing: ListingMention | null;
};

type Filter = z.output<typeof questionsInputSchema>;

/** Questions of buyers on all channels. */
export async function listQuestions(ctx: ServiceContext, input: z.input<typeof questionsInputSchema> = {}): Promise<Page<Question>> {
  requirePermission(ctx, "service:read");
  const filter = parseInput(questionsInputSchema, input);
  const order = orderOf({ asked: questions.askedAt }, filter.sort);
  const nowMs = ctx.clock.now();
  const rows = await ctx.db.all(questions, {
    where: and(questionCondition(ctx.workspaceId, filter, nowMs), afterCursor(order, questions.id, filter.cursor)),
    orderBy: orderBy(order, questions.id),
    limit: filter.limit + 1,
    isLed: isSearch(filter.search),
  });
  const page = toSortedPage(rows, filter.limit, order, (row) => row.askedAt);
  const about = await mentionedListings(ctx, page.data);
  const data = page.data.map((row) => {
    const { id, channelId, listingRef, text, state, buyerRef, answer, askedAt, answeredAt } = row;
    const listing = about.get(mentionKey(row)) ?? null;
    return { id, channelId, listingRef, text, state, buyerRef, answer, askedAt, answeredAt, isOverdue: isOverdue(row, nowMs), listing };
  });
  return { data, nextCursor: page.nextCursor };
}

export function questionCondition(workspaceId: string, filter: Filter, nowMs: number): SQL | undefined {
  const { search, channelId, listingRef, state, overdue } = filter;
  return and(
    state === undefined ? undefined : eq(questions.state, state),
    overdue === "1" ? and(eq(questions.state, "open"), lt(questions.askedAt, nowMs - overdueAfterMs)) : undefined,
    channelId === undefined ? undefined : eq(questions.channelId, channelId),
    listingRef === undefined ? undefined : eq(questions.listingRef, listingRef),
    isSearch(search) ? wordCondition(workspaceId, search) : undefined,
  );
}

function wordCondition(workspaceId: string, search: string): SQL {
  const expression = searchExpression(workspaceId, search);
  if (expression === undefined) return sql`0`;
  return sql`${questions.id} in (select found.id from questions as found where found.rowid in
    (select rowid from questions_fts where questions_fts match ${expression} order by rowid desc limit 2000))`;
}

/** How many wait for an answer, and how many for too long. */
export async function countOpenQuestions(ctx: ServiceContext): Promise<{ open: number; overdue: number }> {
  requirePermission(ctx, "service:read");
  const late = sql<number>`coalesce(sum(${questions.askedAt} < ${ctx.clock.now() - overdueAfterMs}), 0)`;
  const [row] = await ctx.db.read((orm, scope) =>
    orm
      .select({ open: sql<number>`count(*)`, overdue: late })
      .from(questions)
      .where(and(scope(questions), eq(questions.state, "open"))),
  );
  return row ?? { open: 0, overdue: 0 };
}
