import { and, desc, eq, lt } from "drizzle-orm";
import type { z } from "zod";
import { publicQuestions } from "#db/schema/public-chat.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import { cursorId, type Page, toPage } from "../paging.ts";
import { findSite } from "../sites/find-site.server.ts";
import { type ChatLanguage, languages, type Outcome, outcomes, type Source, sources, type Topic, topics } from "./kinds.ts";
import { listPublicQuestionsSchema } from "./schemas.ts";

export type PublicQuestion = {
  id: string;
  askedAt: number;
  language: ChatLanguage;
  question: string;
  answer: string;
  outcome: Outcome;
  topic: Topic;
  source: Source;
};

type Row = typeof publicQuestions.$inferSelect;

/** What was asked on a site, the newest first: what was not answered is what its texts lack. */
export async function listPublicQuestions(
  ctx: ServiceContext,
  input: z.input<typeof listPublicQuestionsSchema>,
): Promise<Page<PublicQuestion>> {
  requirePermission(ctx, "shoppers:read");
  const { id, outcome, limit, cursor } = parseInput(listPublicQuestionsSchema, input);
  const site = await findSite(ctx, id);
  const after = cursorId(cursor);
  const rows = await ctx.db.all(publicQuestions, {
    where: and(
      eq(publicQuestions.siteId, site.id),
      outcome === undefined ? undefined : eq(publicQuestions.outcome, outcome),
      after === undefined ? undefined : lt(publicQuestions.id, after),
    ),
    orderBy: desc(publicQuestions.id),
    limit: limit + 1,
  });
  const page = toPage(rows, limit);
  return { data: page.data.map(toQuestion), nextCursor: page.nextCursor };
}

function toQuestion({ workspaceId: _workspaceId, siteId: _siteId, version: _version, ...row }: Row): PublicQuestion {
  return {
    ...row,
    language: languages.find((one) => one === row.language) ?? "pt",
    outcome: outcomes.find((one) => one === row.outcome) ?? "unanswered",
    topic: topics.find((one) => one === row.topic) ?? "goods",
    source: sources.find((one) => one === row.source) ?? "rules",
  };
}
