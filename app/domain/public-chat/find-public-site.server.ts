import { eq } from "drizzle-orm";
import { publicChats } from "#db/schema/public-chat.ts";
import type { ServiceContext, VisitorContext } from "../context.ts";
import { AppError } from "../errors.ts";
import { findSiteOfPage } from "../sites/find-site-of-page.server.ts";
import type { Site } from "../sites/site-row.ts";
import { type SavedSettings, toSettings } from "./chat-row.ts";

/**
 * Who asks for a visitor: it may do nothing that needs a permission, so that whatever is asked, no verb of the workspace can be
 * reached with it. It reads what is public and writes down what was asked.
 */
const visitorActor = { kind: "webhook", source: "public-chat" } as const;

type Page = { key: string; origin: string | null };
export type PublicPlace = { ctx: ServiceContext; site: Site; settings: SavedSettings };

/** The chat of the site with this key, on or off, for a page that is one of its own. */
export async function findChat(visitor: VisitorContext, page: Page): Promise<PublicPlace & { isOn: boolean }> {
  const { site, workspaceId } = await findSiteOfPage(visitor, page);
  const ctx = visitor.enter(workspaceId, visitorActor);
  const settings = toSettings(await ctx.db.first(publicChats, eq(publicChats.siteId, site.id)));
  return { ctx, site, settings, isOn: site.isEnabled && settings.isOn };
}

/** The same where somebody wants to ask something: nobody is heard while it is off. */
export async function findPublicSite(visitor: VisitorContext, page: Page): Promise<PublicPlace> {
  const { isOn, ...place } = await findChat(visitor, page);
  if (!isOn) throw new AppError("gone", "publicChatOff");
  return place;
}
