import { eq } from "drizzle-orm";
import { mutate } from "#db/mutate.server.ts";
import { publicChats, publicQuestions } from "#db/schema/public-chat.ts";
import { sites } from "#db/schema/sites.ts";
import { remove, removeWhere } from "#db/writes.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { AppError, parseInput } from "../errors.ts";
import type { Untrusted } from "../untrusted.ts";
import { findSite } from "./find-site.server.ts";
import { removeSiteSchema } from "./schemas.ts";

/**
 * Removes a site for whoever can say its name. What it has collected stays as long as is usual, but for what it sent and nobody could
 * read: without the site nobody can look at that or have it taken in. Its chat and what was asked in it go too.
 */
export async function removeSite(ctx: ServiceContext, input: Untrusted<typeof removeSiteSchema>): Promise<void> {
  requirePermission(ctx, "shoppers:write");
  const { id, name } = parseInput(removeSiteSchema, input);
  const row = await findSite(ctx, id);
  if (name.trim() !== row.name) throw new AppError("invalid", "checkFields", { fields: { name: "nameDiffers" } });
  await mutate(ctx, {
    writes: [
      remove(sites, row),
      removeWhere(publicChats, eq(publicChats.siteId, id)),
      removeWhere(publicQuestions, eq(publicQuestions.siteId, id)),
    ],
    audit: { action: "site.removed", subject: { type: "site", id, label: row.name } },
    events: [{ type: "data.changed", area: "shoppers" }],
  });
  await ctx.ports.shopperRooms.removeOldLetters({ workspaceId: ctx.workspaceId, siteId: id }, Number.MAX_SAFE_INTEGER);
}
