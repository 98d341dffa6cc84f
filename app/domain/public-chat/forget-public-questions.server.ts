import { and, eq } from "drizzle-orm";
import { mutate } from "#db/mutate.server.ts";
import { publicQuestions } from "#db/schema/public-chat.ts";
import { removeWhere } from "#db/writes.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { notFound, parseInput } from "../errors.ts";
import { findSite } from "../sites/find-site.server.ts";
import type { Untrusted } from "../untrusted.ts";
import { forgetPublicQuestionsSchema } from "./schemas.ts";

/** Forgets a question, or all of a site's. Nobody knows whose they were, so they cannot be found by person. */
export async function forgetPublicQuestions(
  ctx: ServiceContext,
  input: Untrusted<typeof forgetPublicQuestionsSchema>,
): Promise<{ forgotten: number }> {
  requirePermission(ctx, "shoppers:write");
  const { id, questionId } = parseInput(forgetPublicQuestionsSchema, input);
  const site = await findSite(ctx, id);
  const ofSite = eq(publicQuestions.siteId, site.id);
  const where = questionId === undefined ? ofSite : (and(ofSite, eq(publicQuestions.id, questionId)) ?? ofSite);
  const forgotten = await ctx.db.count(publicQuestions, where);
  if (questionId !== undefined && forgotten === 0) throw notFound("publicQuestion");
  if (forgotten === 0) return { forgotten };
  await mutate(ctx, {
    writes: [removeWhere(publicQuestions, where)],
    audit: { action: "public-chat.forgotten", subject: { type: "site", id: site.id, label: site.name }, after: { questions: forgotten } },
    events: [{ type: "data.changed", area: "shoppers" }],
  });
  return { forgotten };
}
