import { and, eq } from "drizzle-orm";
import { interactions } from "#db/schema/interactions.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { indexTexts } from "../meaning/index-texts.server.ts";
import { toInteraction } from "./interaction-row.ts";
import { searchedText } from "./searched-text.ts";

/** Makes a visit's interaction findable, after it was stored. Programs are not looked for; what was erased meanwhile stays away. */
export async function indexInteraction(ctx: ServiceContext, { sessionId }: { sessionId: string }): Promise<void> {
  requirePermission(ctx, "shoppers:write");
  const row = await ctx.db.first(interactions, and(eq(interactions.source, "web"), eq(interactions.subjectId, sessionId)));
  if (row === undefined || row.isBot) return;
  await indexTexts(ctx, "interaction", [{ subjectId: row.id, text: searchedText(toInteraction(row)), happenedAt: row.occurredAt }]);
}
