import { and, eq, gte, sql } from "drizzle-orm";
import { organisationNotes } from "#db/schema/search.ts";
import { publicChats, publicQuestions } from "#db/schema/public-chat.ts";
import { byIdSchema } from "../accounts/schemas.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import { findSite } from "../sites/find-site.server.ts";
import type { Untrusted } from "../untrusted.ts";
import { type SavedSettings, toSettings } from "./chat-row.ts";
import { type Outcome, outcomes } from "./kinds.ts";
import { type Paragraph, printed } from "./paragraphs.ts";

const countedDays = 30;
const dayMs = 24 * 3_600_000;

export type PublicChat = {
  settings: SavedSettings;
  /** Of what the workspace says of itself; told to visitors only where it is marked. */
  paragraphs: Paragraph[];
  /** Questions of the last thirty days. */
  counts: Record<Outcome, number>;
};

/** A site's chat as its owner sets it up. */
export async function readPublicChat(ctx: ServiceContext, input: Untrusted<typeof byIdSchema>): Promise<PublicChat> {
  requirePermission(ctx, "shoppers:read");
  const { id } = parseInput(byIdSchema, input);
  const site = await findSite(ctx, id);
  const from = ctx.clock.now() - countedDays * dayMs;
  const isOfSite = and(eq(publicQuestions.siteId, site.id), gte(publicQuestions.askedAt, from));
  const place = sql<number>`case ${publicQuestions.outcome} when 'answered' then 0 when 'unanswered' then 1 else 2 end`;
  const [row, notes, counted] = await Promise.all([
    ctx.db.first(publicChats, eq(publicChats.siteId, site.id)),
    ctx.db.first(organisationNotes, undefined),
    ctx.db.countBy(publicQuestions, place, isOfSite),
  ]);
  const of = (outcome: Outcome) => counted.find(([value]) => value === outcomes.indexOf(outcome))?.[1] ?? 0;
  return {
    settings: toSettings(row),
    paragraphs: await printed(notes?.text ?? ""),
    counts: { answered: of("answered"), unanswered: of("unanswered"), declined: of("declined") },
  };
}
