import { and, asc, eq } from "drizzle-orm";
import { mutate } from "#db/mutate.server.ts";
import { returns, returnSteps } from "#db/schema/returns.ts";
import { StaleWriteError } from "#db/write-errors.ts";
import { update, updateWhere } from "#db/writes.ts";
import { requirePermission, type ServiceContext } from "../../context.ts";
import { AppError } from "../../errors.ts";
import { askFloor } from "../fulfil/ask-floor.server.ts";
import { floorActor } from "../fulfil/floor-actor.ts";
import type { CommandInput } from "../ledger/commands.ts";
import { inspectionOutcomes } from "../ledger/facts.ts";
import { nameItem } from "../name-item.server.ts";
import { asksForReturnSteps } from "./events.ts";
import { findReturn } from "./find-return.server.ts";
import { stateAfter } from "./standing.ts";

type StepRow = typeof returnSteps.$inferSelect;
type Settled = { id: string; refusal: string | null };

/** Some hundred calls of rooms: as many as one turn of a queue may make. */
const atOnce = 100;
/** Two who settle the same return meet rarely. */
const maxAttempts = 4;

/** What was written down for zones and not answered, as after a crash: they are asked again, and book once. */
export async function settleReturns(ctx: ServiceContext): Promise<{ settled: number }> {
  requirePermission(ctx, "warehouse:write");
  const asked = await ctx.db.all(returnSteps, { where: eq(returnSteps.state, "asked"), orderBy: asc(returnSteps.id), limit: atOnce });
  for (const returnId of new Set(asked.map((step) => step.returnId))) await settleSteps(ctx, returnId);
  if (asked.length === atOnce) await mutate(ctx, { writes: [], audit: "mirrored", asksFor: asksForReturnSteps(ctx.workspaceId) });
  return { settled: asked.length };
}

/** Has zones book what a return asks of them, in the order in which it was asked. */
export async function settleSteps(ctx: ServiceContext, returnId: string): Promise<void> {
  const asked = await ctx.db.all(returnSteps, {
    where: and(eq(returnSteps.returnId, returnId), eq(returnSteps.state, "asked")),
    orderBy: asc(returnSteps.id),
  });
  const settled: Settled[] = [];
  for (const step of asked) settled.push({ id: step.id, refusal: await askZoneFor(ctx, step) });
  for (let attempt = 1; settled.length > 0; attempt += 1) {
    try {
      await writeDown(ctx, returnId, settled);
      break;
    } catch (error) {
      if (!(error instanceof StaleWriteError) || attempt === maxAttempts) throw error;
    }
  }
}

async function writeDown(ctx: ServiceContext, returnId: string, settled: readonly Settled[]): Promise<void> {
  const { row, steps } = await findReturn(ctx, returnId);
  const answerOf = new Map(settled.map((one) => [one.id, one]));
  const after = steps.map((step) => {
    const answer = answerOf.get(step.id);
    return answer === undefined ? step : { ...step, state: answer.refusal === null ? ("booked" as const) : ("refused" as const) };
  });
  const now = ctx.clock.now();
  const state = stateAfter(row.state, after);
  const arrivedAt = row.arrivedAt ?? (state === "expected" ? null : now);
  const inspectedAt = state === "inspected" ? (row.inspectedAt ?? now) : state === "arrived" ? null : row.inspectedAt;
  await mutate(ctx, {
    writes: [
      update(returns, row, { state, arrivedAt, inspectedAt }),
      ...settled.map(({ id, refusal }) =>
        updateWhere(returnSteps, and(eq(returnSteps.id, id), eq(returnSteps.state, "asked")) ?? eq(returnSteps.id, id), {
          state: refusal === null ? "booked" : "refused",
          refusal,
        }),
      ),
    ],
    audit: "mirrored",
    events: [{ type: "data.changed", area: "warehouse" }],
  });
}

/** The step's id is the command's and the document's: whoever asks again hears the same, also when that is long ago. */
async function askZoneFor(ctx: ServiceContext, step: StepRow): Promise<string | null> {
  if (step.kind === "arrival") await askFloor(ctx, step.zoneId, { type: "put-items", items: [await nameItem(ctx, step.sku)] });
  const zone = { workspaceId: ctx.workspaceId, zoneId: step.zoneId };
  const envelope = { id: step.id, command: commandOf(step) };
  const { reply } = await ctx.ports.zoneRooms.command(zone, { envelope, actor: floorActor, device: null });
  return reply.kind === "applied" || reply.reason === "documentBooked" ? null : reply.reason;
}

function commandOf({ id: documentLine, kind, sku, lot, binId, toBin, qty, serials, expiresAt }: StepRow): CommandInput {
  const goods = { sku, lot, binId, qty, serials, documentLine };
  const outcome = inspectionOutcomes.find((one) => one === kind);
  return outcome === undefined ? { type: "receive", ...goods, expiresAt, from: "return" } : { type: "inspect", ...goods, outcome, toBin };
}

/** Of what was just asked, whoever asked the zone for it: the first refusal is told to the person who wanted it. */
export async function ensureAllBooked(ctx: ServiceContext, asked: readonly { id: string }[]): Promise<void> {
  const rows = await ctx.db.all(returnSteps, { ids: asked.map(({ id }) => id), orderBy: asc(returnSteps.id) });
  const refused = rows.find(({ state }) => state === "refused");
  if (refused?.refusal) throw new AppError("conflict", refused.refusal === "checkFields" ? "checkFields" : `floor.${refused.refusal}`);
}
