import { and, asc, eq, isNull } from "drizzle-orm";
import { variants } from "#db/schema/catalog.ts";
import { demandLines, fulfilments } from "#db/schema/fulfilment.ts";
import { orderItems } from "#db/schema/orders.ts";
import { cartons } from "#db/schema/packing.ts";
import { byIdSchema } from "../../accounts/schemas.ts";
import { requirePermission, type ServiceContext } from "../../context.ts";
import { notFound, parseInput } from "../../errors.ts";
import { frugalClock } from "../solvers/frugal-clock.ts";
import { type CartonSuggestion, planCartons } from "./plan-cartons.ts";

/** One attempt at filling a carton takes the longer the more is in the order; see `frugalClock`. */
const lookMs = { alone: 0.05, perUnit: 0.02 };
/** As many kinds as the search takes. */
const mostKinds = 50;

/** Which cartons an order goes into, and what of it into which. */
export async function suggestCartons(ctx: ServiceContext, input: { id: string }): Promise<CartonSuggestion> {
  requirePermission(ctx, "warehouse:read");
  const { id } = parseInput(byIdSchema, input);
  const [fulfilment, kinds, lines] = await Promise.all([
    ctx.db.first(fulfilments, eq(fulfilments.id, id)),
    ctx.db.all(cartons, { where: isNull(cartons.retiredAt), orderBy: asc(cartons.id), limit: mostKinds }),
    linesOf(ctx, id),
  ]);
  if (fulfilment === undefined) throw notFound("fulfilment");
  const measured = lines.map(({ lengthMm, widthMm, heightMm, ...line }) => ({
    ...line,
    sku: line.sku ?? "",
    edges: lengthMm === null || widthMm === null || heightMm === null ? null : { lengthMm, widthMm, heightMm },
  }));
  const units = lines.reduce((sum, { quantity }) => sum + quantity, 0);
  return planCartons(measured, kinds, frugalClock(lookMs.alone + lookMs.perUnit * units));
}

function linesOf(ctx: ServiceContext, fulfilmentId: string) {
  const { sku, weightGrams, lengthMm, widthMm, heightMm } = variants;
  return ctx.db.read((orm, scope) =>
    orm
      .select({
        id: demandLines.id,
        title: orderItems.title,
        quantity: demandLines.quantity,
        sku,
        weightGrams,
        lengthMm,
        widthMm,
        heightMm,
      })
      .from(demandLines)
      .innerJoin(orderItems, and(eq(orderItems.id, demandLines.id), scope(orderItems, "led")))
      .leftJoin(variants, and(eq(variants.id, demandLines.sku), scope(variants, "led")))
      .where(and(scope(demandLines), eq(demandLines.fulfilmentId, fulfilmentId)))
      .orderBy(asc(demandLines.id)),
  );
}
