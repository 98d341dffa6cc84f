import type { VisitorContext } from "../context.ts";
import { findPublicSite } from "./find-public-site.server.ts";

/** What a page has to know before it shows a chat: that there is one, and how it greets. */
export async function readChatSettings(
  visitor: VisitorContext,
  where: { key: string; origin: string | null },
): Promise<{ greeting: string }> {
  const { settings } = await findPublicSite(visitor, where);
  return { greeting: settings.greeting };
}
