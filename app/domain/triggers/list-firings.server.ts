import { and, desc, eq, inArray, lt } from "drizzle-orm";
import type { z } from "zod";
import { triggerDeliveries, triggerFirings } from "#db/schema/triggers.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import { cursorId, type Page, toPage } from "../paging.ts";
import { isEventKind, mayRead } from "./events.ts";
import { findTrigger } from "./find-trigger.server.ts";
import { type Firing, toFiring } from "./firing-row.ts";
import { listFiringsSchema } from "./schemas.ts";

/** `failure` says why no answer came, or what the answer was worth. */
export type DeliveryRow = { id: string; at: number; url: string; status: number | null; durationMs: number; failure: string | null };
export type FiringRow = Firing & { deliveries: DeliveryRow[] };

/** What a trigger fired for, why, and what came of it, the newest first. */
export async function listFirings(ctx: ServiceContext, input: z.input<typeof listFiringsSchema>): Promise<Page<FiringRow>> {
  requirePermission(ctx, "triggers:read");
  const { id, limit, cursor } = parseInput(listFiringsSchema, input);
  await findTrigger(ctx, id);
  const before = cursorId(cursor);
  const where = and(eq(triggerFirings.triggerId, id), before === undefined ? undefined : lt(triggerFirings.id, before));
  const rows = await ctx.db.all(triggerFirings, { where, orderBy: desc(triggerFirings.id), limit: limit + 1 });
  const page = toPage(rows, limit);
  const ids = page.data.map((row) => row.id);
  const sent =
    ids.length === 0
      ? []
      : await ctx.db.all(triggerDeliveries, {
          where: inArray(triggerDeliveries.firingId, ids.slice(0, 90)),
          orderBy: desc(triggerDeliveries.id),
        });
  const data = page.data.map((row) => ({
    ...toFiring(row, isEventKind(row.event) && mayRead(ctx.actor, row.event)),
    deliveries: sent.filter((one) => one.firingId === row.id).map(toDelivery),
  }));
  return { data, nextCursor: page.nextCursor };
}

function toDelivery({ id, at, url, status, durationMs, failure }: typeof triggerDeliveries.$inferSelect): DeliveryRow {
  return { id, at, url, status, durationMs, failure };
}
