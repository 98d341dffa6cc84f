import { eq } from "drizzle-orm";
import { publicChats } from "#db/schema/public-chat.ts";
import type { ServiceContext, VisitorContext } from "../context.ts";
import { AppError, notFound } from "../errors.ts";
import { isAllowedOrigin } from "../sites/allowed-origin.ts";
import { findSiteByKey } from "../sites/find-site-by-key.server.ts";
import type { Site } from "../sites/site-row.ts";
import { type SavedSettings, toSettings } from "./chat-row.ts";

/**
 * Who asks for a visitor: it may do nothing that needs a permission, so that whatever is asked, no verb of the workspace can be
 * reached with it. It reads what is public and writes down what was asked.
 */
const visitorActor = { kind: "webhook", source: "public-chat" } as const;

export type PublicPlace = { ctx: ServiceContext; site: Site; settings: SavedSettings };

/** The chat of the site with this key, for a page that is one of its own. Refuses where there is none, or it is off. */
export async function findPublicSite(
  visitor: VisitorContext,
  { key, origin }: { key: string; origin: string | null },
): Promise<PublicPlace> {
  const found = await findSiteByKey(visitor, key);
  if (found === undefined) throw notFound("site");
  const { site, workspaceId } = found;
  if (!isAllowedOrigin(site, origin)) throw new AppError("forbidden", "originNotAllowed");
  const ctx = visitor.enter(workspaceId, visitorActor);
  const settings = toSettings(await ctx.db.first(publicChats, eq(publicChats.siteId, site.id)));
  if (!site.isEnabled || !settings.isOn) throw new AppError("gone", "publicChatOff");
  return { ctx, site, settings };
}
