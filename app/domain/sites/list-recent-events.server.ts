import type { RecentEvent } from "../collect/ports.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import type { Page } from "../paging.ts";
import type { Untrusted } from "../untrusted.ts";
import { findSite } from "./find-site.server.ts";
import { recentEventsSchema } from "./schemas.ts";

/** What a site sent last, seconds after it came: that the installation works is seen by this. */
export async function listRecentEvents(ctx: ServiceContext, input: Untrusted<typeof recentEventsSchema>): Promise<Page<RecentEvent>> {
  requirePermission(ctx, "shoppers:read");
  const { id, limit } = parseInput(recentEventsSchema, input);
  const site = await findSite(ctx, id);
  return { data: await ctx.ports.shopperRooms.recent({ workspaceId: ctx.workspaceId, siteId: site.id }, limit), nextCursor: null };
}
