import type { z } from "zod";
import { requirePermission, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import { cursorId, type Page } from "../paging.ts";
import { requireSite } from "./find-site.server.ts";
import type { Letter } from "./ports.ts";
import { listRejectedSchema } from "./schemas.ts";

/** An event that was not taken, in its own words. They come from outside and are only ever shown. */
export type RejectedEvent = Pick<Letter, "siteId" | "visitorKey" | "reason" | "receivedAt" | "body" | "state" | "resolvedAt"> & {
  id: string;
  eventId: string;
};

function toRejected({ letterId, id, siteId, visitorKey, reason, receivedAt, body, state, resolvedAt }: Letter): RejectedEvent {
  return { id: letterId, eventId: id, siteId, visitorKey, reason, receivedAt, body, state, resolvedAt };
}

/** Events of a site that were not taken, newest first. */
export async function listRejected(ctx: ServiceContext, input: z.input<typeof listRejectedSchema>): Promise<Page<RejectedEvent>> {
  requirePermission(ctx, "shoppers:read");
  const { siteId, limit, cursor } = parseInput(listRejectedSchema, input);
  const before = cursorId(cursor);
  await requireSite(ctx, siteId);
  const page = await ctx.ports.shopperRooms.letters({ workspaceId: ctx.workspaceId, siteId }, { limit, before });
  return { data: page.data.map(toRejected), nextCursor: page.nextCursor };
}
