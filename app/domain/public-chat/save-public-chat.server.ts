import { eq } from "drizzle-orm";
import { mutate } from "#db/mutate.server.ts";
import { publicChats } from "#db/schema/public-chat.ts";
import { insert, update } from "#db/writes.ts";
import { changedPart } from "../changed-part.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { AppError, parseInput } from "../errors.ts";
import { findSite } from "../sites/find-site.server.ts";
import type { Untrusted } from "../untrusted.ts";
import { type SavedSettings, toSettings } from "./chat-row.ts";
import { savePublicChatSchema } from "./schemas.ts";

/** Sets up what visitors of a site may ask; open pages follow within a minute. */
export async function savePublicChat(ctx: ServiceContext, input: Untrusted<typeof savePublicChatSchema>): Promise<SavedSettings> {
  requirePermission(ctx, "shoppers:write");
  const { id, version, ...asked } = parseInput(savePublicChatSchema, input);
  const site = await findSite(ctx, id);
  const row = await ctx.db.first(publicChats, eq(publicChats.siteId, site.id));
  if ((row?.version ?? 0) !== version) throw new AppError("conflict", "changedMeanwhile");
  const { before, after } = changedPart({ ...toSettings(row) }, asked);
  if (row !== undefined && Object.keys(after).length === 0) return toSettings(row);
  const updatedAt = ctx.clock.now();
  await mutate(ctx, {
    writes: [
      row === undefined
        ? insert(publicChats, { id: ctx.ids.next("pch"), siteId: site.id, ...asked, updatedAt })
        : update(publicChats, row, { ...asked, updatedAt }),
    ],
    audit: { action: "public-chat.changed", subject: { type: "site", id: site.id, label: site.name }, before, after },
    events: [{ type: "data.changed", area: "shoppers" }],
  });
  return { ...asked, version: version + 1, updatedAt };
}
