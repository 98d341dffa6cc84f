import { eq } from "drizzle-orm";
import { shopperSessions } from "#db/schema/interactions.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { indexTexts } from "../meaning/index-texts.server.ts";
import type { InteractionProduct } from "./interaction.ts";
import { interactionIdOf } from "./policy.ts";
import type { Described } from "./process-session.server.ts";
import { searchedText } from "./searched-text.ts";
import { tagsOf } from "./session-features.ts";
import { toSession } from "./session-row.ts";

type Made = { sessionId: string; products: InteractionProduct[]; described: Described };

/**
 * Makes a visit's interaction findable, before it is stored: as long as this fails the visit is not done, and whoever sends it
 * again has all of it done. Programs are not looked for.
 */
export async function indexInteraction(ctx: ServiceContext, { sessionId, products, described }: Made): Promise<void> {
  requirePermission(ctx, "shoppers:write");
  const row = await ctx.db.first(shopperSessions, eq(shopperSessions.id, sessionId));
  if (row === undefined || row.isBot) return;
  const tags = tagsOf({ ...toSession(row).features, products });
  const text = searchedText({ text: described.text, products, tags });
  await indexTexts(ctx, "interaction", [{ subjectId: interactionIdOf(sessionId), text, happenedAt: row.startedAt }]);
}
