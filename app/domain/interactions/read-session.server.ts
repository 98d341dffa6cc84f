import { and, eq } from "drizzle-orm";
import { z } from "zod";
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

const visitEventsSchema = byIdSchema.extend({ most: z.number("fieldInvalid").int("fieldInvalid").min(1, "fieldInvalid").optional() });
type VisitEvents = { data: KeptEvent[]; isOpen: boolean; /** Of the visit, whether or not they are among these. */ total: number };

/**
 * The evidence: a visit's events, all or the first so many, from the archive or, while it goes on, from where they are gathered.
 */
export async function readVisitEvents(ctx: ServiceContext, input: z.input<typeof visitEventsSchema>): Promise<VisitEvents> {
  requirePermission(ctx, "shoppers:read");
  const { id, most } = parseInput(visitEventsSchema, input);
  const row = await findRow(ctx, id);
  if (row !== undefined) {
    const { sessionArchive } = ctx.ports;
    const { archiveKey: key, events: total } = row;
    const events = key === null ? undefined : await (most === undefined ? sessionArchive.read(key) : sessionArchive.readFirst(key, most));
    return { data: events ?? [], isOpen: false, total };
  }
  const open = (await listOpenVisits(ctx)).find((one) => one.id === id);
  if (open === undefined) throw notFound("shopperSession");
  const { siteId, visitorKey, events: total } = open;
  return {
    data: await ctx.ports.shopperRooms.sessionEvents({ workspaceId: ctx.workspaceId, siteId, visitorKey }, id, most),
    isOpen: true,
    total,
  };
}
