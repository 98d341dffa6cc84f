import { and, desc, eq, gte, isNotNull, ne, sql } from "drizzle-orm";
import { z } from "zod";
import { allocations, demandLines } from "#db/schema/fulfilment.ts";
import { requirePermission, type ServiceContext } from "../../context.ts";
import { parseInput } from "../../errors.ts";
import { wholeNumber } from "../../whole-number.ts";
import { softStates } from "./states.ts";

/** As many as a plan of a zone is made of at most; the newest are kept. */
const mostLines = 10_000;
const dayMs = 86_400_000;

export const demandLogSchema = z.object({ days: wholeNumber({ min: 1, max: 90 }) });

/** One line of an order, in base units. Without a zone as long as none was asked for it. */
export type LoggedLine = { orderId: string; sku: string; quantity: number; placedAtMs: number; zoneId: string | null; isOpen: boolean };

/** What orders asked of the warehouses lately, line by line; of those that were split over zones, each part. */
export async function readDemandLog(ctx: ServiceContext, input: z.input<typeof demandLogSchema>): Promise<LoggedLine[]> {
  requirePermission(ctx, "warehouse:read");
  const { days } = parseInput(demandLogSchema, input);
  const soft: readonly string[] = softStates;
  const rows = await ctx.db.read((orm, scope) =>
    orm
      .select({
        orderId: demandLines.orderId,
        sku: sql<string>`${demandLines.sku}`,
        quantity: sql<number>`coalesce(${allocations.qty}, ${demandLines.quantity})`,
        placedAtMs: demandLines.rank,
        zoneId: allocations.zoneId,
        state: demandLines.state,
      })
      .from(demandLines)
      .leftJoin(
        allocations,
        and(
          eq(allocations.fulfilmentId, demandLines.fulfilmentId),
          eq(allocations.demandLineId, demandLines.id),
          ne(allocations.state, "released"),
          scope(allocations, "led"),
        ),
      )
      .where(
        and(
          scope(demandLines),
          isNotNull(demandLines.sku),
          ne(demandLines.state, "cancelled"),
          gte(demandLines.rank, ctx.clock.now() - days * dayMs),
        ),
      )
      .orderBy(desc(demandLines.rank), demandLines.id)
      .limit(mostLines),
  );
  return rows.map(({ state, ...line }) => ({ ...line, isOpen: soft.includes(state) }));
}
