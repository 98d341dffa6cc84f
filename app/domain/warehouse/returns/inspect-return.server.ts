import type { z } from "zod";
import { mutate } from "#db/mutate.server.ts";
import { returns, returnSteps } from "#db/schema/returns.ts";
import { insert, update } from "#db/writes.ts";
import { actorStamp } from "../../actor.ts";
import { requirePermission, type ServiceContext } from "../../context.ts";
import { AppError, parseInput } from "../../errors.ts";
import { asksForReturnSteps } from "./events.ts";
import { findReturn } from "./find-return.server.ts";
import { type InspectReturnInput, inspectReturnSchema } from "./schemas.ts";
import { ensureAllBooked, settleSteps } from "./settle-returns.server.ts";
import { type Step, undecidedOf } from "./standing.ts";

type Decision = z.output<typeof inspectReturnSchema>["decisions"][number];

/** Somebody has looked at goods that came back, and says what becomes of them. */
export async function inspectReturn(ctx: ServiceContext, input: InspectReturnInput): Promise<void> {
  requirePermission(ctx, "floor:work");
  const { id, decisions } = parseInput(inspectReturnSchema, input);
  const { row, rows: known, steps, label } = await findReturn(ctx, id);
  if (row.state === "closed" || row.state === "called-off") throw new AppError("conflict", "returnOver");
  const { label: doneBy } = actorStamp(ctx.actor);
  const decided: Step[] = [...steps];
  const rows = decisions.map((decision, index) => {
    const arrival = known.find((one) => one.id === decision.arrivalId && one.kind === "arrival" && one.state === "booked");
    const step = decided.find((one) => one.id === arrival?.id);
    if (arrival === undefined || step === undefined) throw refused(index, "arrivalId", "returnArrivalUnknown");
    ensureDecidable(decision, index, undecidedOf(step, decided));
    const { zoneId, binId, sku, lot, lineId } = arrival;
    const { outcome: kind, quantity: qty, serials, toBin } = decision;
    const own = { id: ctx.ids.next("rts"), lineId, kind, arrivalId: arrival.id, qty, serials, state: "asked" as const };
    decided.push(own);
    const place = { returnId: id, zoneId, binId, toBin: kind === "scrap" ? null : toBin, sku, lot, expiresAt: null };
    return { ...own, ...place, refusal: null, doneBy, createdAt: ctx.clock.now() };
  });
  await mutate(ctx, {
    // Of two people who decide about the same goods, one finds the return changed.
    writes: [update(returns, row, { state: row.state }), insert(returnSteps, ...rows)],
    audit: {
      action: "return.inspected",
      subject: { type: "return", id, label },
      after: Object.fromEntries(
        [...Map.groupBy(rows, ({ kind }) => kind)].map(([kind, own]) => [kind, own.reduce((sum, { qty }) => sum + qty, 0)]),
      ),
    },
    events: [{ type: "data.changed", area: "warehouse" }],
    asksFor: asksForReturnSteps(ctx.workspaceId),
  });
  await settleSteps(ctx, id);
  await ensureAllBooked(ctx, rows);
}

function refused(index: number, field: string, reason: string): AppError {
  return new AppError("invalid", "checkFields", { fields: { [`decisions.${index}.${field}`]: reason } });
}

function ensureDecidable({ outcome, quantity, serials, toBin }: Decision, index: number, undecided: ReturnType<typeof undecidedOf>): void {
  if (quantity > undecided.qty) throw refused(index, "quantity", "returnMoreThanArrived");
  if (outcome === "restock" && toBin === null) throw refused(index, "toBin", "required");
  const isNamed = undecided.serials.length === 0 ? serials.length === 0 : serials.length === quantity;
  if (!isNamed || serials.some((serial) => !undecided.serials.includes(serial))) throw refused(index, "serials", "returnSerialsChoose");
}
