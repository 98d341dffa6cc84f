import { and, eq } from "drizzle-orm";
import { interactions, shopperSessions } from "#db/schema/interactions.ts";
import { byIdSchema } from "../accounts/schemas.ts";
import type { KeptEvent } from "../collect/judge-batch.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { notFound, parseInput } from "../errors.ts";
import { listOpenVisits } from "./list-sessions.server.ts";
import { type ShopperSession, toSession } from "./session-row.ts";

export type ReadSession = ShopperSession & { interactionId: string | null; text: string | null };

async function findRow(ctx: ServiceContext, id: string) {
  return ctx.db.first(shopperSessions, eq(shopperSessions.id, id));
}

/** A visit that is over, and the interaction it became. */
export async function readShopperSession(ctx: ServiceContext, input: { id: string }): Promise<ReadSession> {
  requirePermission(ctx, "shoppers:read");
  const { id } = parseInput(byIdSchema, input);
  const row = await findRow(ctx, id);
  if (row === undefined) throw notFound("shopperSession");
  const made = await ctx.db.first(interactions, and(eq(interactions.source, "web"), eq(interactions.subjectId, id)));
  return { ...toSession(row), interactionId: made?.id ?? null, text: made?.text ?? null };
}

/** The evidence: all of a visit's events, from the archive or, while it goes on, from where they are gathered. */
export async function readVisitEvents(ctx: ServiceContext, input: { id: string }): Promise<{ data: KeptEvent[]; isOpen: boolean }> {
  requirePermission(ctx, "shoppers:read");
  const { id } = parseInput(byIdSchema, input);
  const row = await findRow(ctx, id);
  if (row !== undefined) {
    const events = row.archiveKey === null ? undefined : await ctx.ports.sessionArchive.read(row.archiveKey);
    return { data: events ?? [], isOpen: false };
  }
  const open = (await listOpenVisits(ctx)).find((one) => one.id === id);
  if (open === undefined) throw notFound("shopperSession");
  const { siteId, visitorKey } = open;
  return { data: await ctx.ports.shopperRooms.sessionEvents({ workspaceId: ctx.workspaceId, siteId, visitorKey }, id), isOpen: true };
}
