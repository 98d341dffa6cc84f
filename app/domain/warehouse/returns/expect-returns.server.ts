import { and, asc, eq, sql } from "drizzle-orm";
import { fulfilments } from "#db/schema/fulfilment.ts";
import { orders } from "#db/schema/orders.ts";
import { returns } from "#db/schema/returns.ts";
import { DuplicateRowError, StaleWriteError } from "#db/write-errors.ts";
import { requirePermission, type ServiceContext } from "../../context.ts";
import { writeReturn } from "./create-return.server.ts";
import { returnableLines } from "./returnable.server.ts";

/** What is left over is found the next time. */
const atOnce = 50;

/**
 * A marketplace says that an order the house sent came back: its goods are expected. Looks at how orders stand and not at
 * what happened, so that a lost or repeated message makes no difference. One that a person made or called off stays as it is.
 */
export async function expectReturns(ctx: ServiceContext): Promise<{ expected: number }> {
  requirePermission(ctx, "warehouse:write");
  const rows = await ctx.db.read((orm, scope) =>
    orm
      .select({ order: orders })
      .from(orders)
      .innerJoin(fulfilments, and(eq(fulfilments.orderId, orders.id), eq(fulfilments.state, "shipped"), scope(fulfilments)))
      .where(
        and(
          scope(orders),
          eq(orders.state, "returned"),
          sql`not exists (select 1 from ${returns} r where r.workspace_id = ${ctx.workspaceId} and r.order_id = ${orders.id})`,
        ),
      )
      .orderBy(asc(orders.placedAt))
      .limit(atOnce),
  );
  let expected = 0;
  for (const { order } of rows) if (await expectReturn(ctx, order)) expected += 1;
  return { expected };
}

async function expectReturn(ctx: ServiceContext, order: typeof orders.$inferSelect): Promise<boolean> {
  const lines = (await returnableLines(ctx, order)).flatMap(({ id, variantId, title, left }) =>
    variantId === null || left === 0 ? [] : [{ orderLineId: id, sku: variantId, title, quantity: left }],
  );
  if (lines.length === 0) return false;
  try {
    await writeReturn(ctx, { order, source: "channel", reason: "refunded", note: null, trackingCode: null, lines });
    return true;
  } catch (error) {
    // Somebody else made it, or another return, at the same moment: what is still missing then is looked for again.
    if (error instanceof DuplicateRowError || error instanceof StaleWriteError) return false;
    throw error;
  }
}
