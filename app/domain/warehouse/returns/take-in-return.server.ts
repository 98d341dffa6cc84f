import type { z } from "zod";
import { mutate } from "#db/mutate.server.ts";
import { returns, returnSteps } from "#db/schema/returns.ts";
import { insert, update } from "#db/writes.ts";
import { actorStamp } from "../../actor.ts";
import { requirePermission, type ServiceContext } from "../../context.ts";
import { AppError, parseInput } from "../../errors.ts";
import { goodUntil } from "../good-until.server.ts";
import type { LeftGoods } from "../ports.ts";
import { findZone } from "../read-zone.server.ts";
import { asksForReturnSteps } from "./events.ts";
import { findReturn } from "./find-return.server.ts";
import { readLeftGoods } from "./left-goods.server.ts";
import { takeInReturnSchema } from "./schemas.ts";
import { ensureAllBooked, settleSteps } from "./settle-returns.server.ts";
import { missingOf, type Step } from "./standing.ts";

type Wanted = z.output<typeof takeInReturnSchema>["arrivals"][number];
type Line = Awaited<ReturnType<typeof findReturn>>["lines"][number];

/**
 * Goods are back: they go into a bin on hold, until somebody has looked at them. What the zone is asked for is written down
 * first, so that a crash in between is asked again and booked once.
 */
export async function takeInReturn(ctx: ServiceContext, input: z.input<typeof takeInReturnSchema>): Promise<void> {
  requirePermission(ctx, "floor:work");
  const { id, zoneId, binId, arrivals: wanted } = parseInput(takeInReturnSchema, input);
  const { row, lines, steps, label } = await findReturn(ctx, id);
  await findZone(ctx, zoneId);
  if (row.state === "closed" || row.state === "called-off") throw new AppError("conflict", "returnOver");
  const left = await readLeftGoods(
    ctx,
    lines.flatMap(({ orderLineId }) => orderLineId ?? []),
  );
  const arrivals = wanted.map((one, index) => ({ ...one, line: lineOf(lines, one, index) }));
  for (const [index, one] of arrivals.entries()) ensureCameFromHere(one, index, { left: left.get(one.line.orderLineId ?? ""), steps });
  for (const [index, { line }] of arrivals.entries()) {
    const coming = arrivals.filter((one) => one.line.id === line.id).reduce((sum, { quantity }) => sum + quantity, 0);
    if (coming > missingOf(line, steps)) throw refused(index, "quantity", "returnMoreThanExpected");
  }
  const { label: doneBy } = actorStamp(ctx.actor);
  const rows = await Promise.all(
    arrivals.map(async ({ line, quantity: qty, lot, expiresOn, serials }) => ({
      id: ctx.ids.next("rts"),
      returnId: id,
      lineId: line.id,
      kind: "arrival",
      arrivalId: null,
      zoneId,
      binId,
      toBin: null,
      sku: line.sku,
      lot,
      expiresAt: await goodUntil(ctx, expiresOn),
      qty,
      serials,
      state: "asked",
      refusal: null,
      doneBy,
      createdAt: ctx.clock.now(),
    })),
  );
  await mutate(ctx, {
    // Of two people who take the same goods in, one finds the return changed.
    writes: [update(returns, row, { state: row.state }), insert(returnSteps, ...rows)],
    audit: {
      action: "return.arrived",
      subject: { type: "return", id, label },
      after: { bin: binId, units: rows.reduce((sum, { qty }) => sum + qty, 0) },
    },
    events: [{ type: "data.changed", area: "warehouse" }],
    asksFor: asksForReturnSteps(ctx.workspaceId),
  });
  await settleSteps(ctx, id);
  await ensureAllBooked(ctx, rows);
}

function lineOf(lines: readonly Line[], { lineId }: Wanted, index: number): Line {
  const line = lines.find((one) => one.id === lineId);
  if (line === undefined) throw refused(index, "lineId", "returnLineUnknown");
  return line;
}

function refused(index: number, field: string, reason: string): AppError {
  return new AppError("invalid", "checkFields", { fields: { [`arrivals.${index}.${field}`]: reason } });
}

/** A number is held against those that left with the order, where the house knows them: a swapped unit is not this return. */
function ensureCameFromHere(
  { serials }: Wanted,
  index: number,
  { left, steps }: { left: LeftGoods[] | undefined; steps: readonly Step[] },
): void {
  const gone = new Set(left?.flatMap((goods) => goods.serials) ?? []);
  if (gone.size > 0 && serials.some((serial) => !gone.has(serial))) throw refused(index, "serials", "returnSerialOther");
  const back = new Set(steps.flatMap((step) => (step.kind === "arrival" && step.state !== "refused" ? step.serials : [])));
  if (serials.some((serial) => back.has(serial))) throw refused(index, "serials", "returnSerialBack");
}
