import { eq } from "drizzle-orm";
import { mutate } from "#db/mutate.server.ts";
import { allocations, demandLines, fulfilments } from "#db/schema/fulfilment.ts";
import { update, type Write } from "#db/writes.ts";
import { requirePermission, type ServiceContext } from "../../context.ts";
import type { DemandStanding } from "../ports.ts";
import { askFloor } from "./ask-floor.server.ts";
import { asksForReleases } from "./events.ts";

type Allocation = typeof allocations.$inferSelect;

/**
 * Writes down how far a zone is with what it promised. It tells how things stand and not what happened: told late or twice,
 * nothing is counted twice. Promises of whoever asks zones by hand are no orders and none of these rows.
 */
export async function projectDemands(ctx: ServiceContext, told: { zoneId: string; standings: readonly DemandStanding[] }): Promise<void> {
  requirePermission(ctx, "warehouse:write");
  const rows = await ctx.db.all(allocations, { ids: told.standings.map(({ demandLine }) => demandLine) });
  const own = rows.filter(({ zoneId }) => zoneId === told.zoneId);
  for (const [fulfilmentId, parts] of Map.groupBy(own, (row) => row.fulfilmentId))
    await takeStanding(ctx, fulfilmentId, parts, told.standings);
}

/** What a zone still has or had of an allocation, as its row should say. */
function standingOf(row: Allocation, standings: readonly DemandStanding[]): Pick<Allocation, "qty" | "pickedQty" | "state"> {
  const { held = 0, picked = 0, shipped = 0 } = standings.find(({ demandLine }) => demandLine === row.id) ?? {};
  const done = picked + shipped;
  const qty = held + done;
  if (qty === 0) return { qty, pickedQty: 0, state: "released" };
  if (held > 0) return { qty, pickedQty: done, state: "reserved" };
  return { qty, pickedQty: done, state: picked > 0 ? "picked" : "shipped" };
}

async function takeStanding(
  ctx: ServiceContext,
  fulfilmentId: string,
  told: readonly Allocation[],
  standings: readonly DemandStanding[],
): Promise<void> {
  const [fulfilment, parts, lines] = await Promise.all([
    ctx.db.first(fulfilments, eq(fulfilments.id, fulfilmentId)),
    ctx.db.all(allocations, { where: eq(allocations.fulfilmentId, fulfilmentId) }),
    ctx.db.all(demandLines, { where: eq(demandLines.fulfilmentId, fulfilmentId) }),
  ]);
  await giveBackLeftovers(ctx, told, standings);
  if (fulfilment === undefined || fulfilment.state === "cancelled") return;
  const writes: Write[] = [];
  const now = new Map(parts.map((row) => [row.id, row]));
  for (const { id } of told) {
    const row = now.get(id);
    // Whoever asks the zone at this moment writes the row himself.
    if (row === undefined || row.state === "asked" || row.state === "released") continue;
    const next = standingOf(row, standings);
    if (next.qty === row.qty && next.pickedQty === row.pickedQty && next.state === row.state) continue;
    writes.push(update(allocations, row, next));
    now.set(id, { ...row, ...next });
  }
  const step = fulfilment.state === "picking" ? nextStep(fulfilment, lines, [...now.values()]) : "none";
  const at = ctx.clock.now();
  if (step === "picked") {
    writes.push(
      update(fulfilments, fulfilment, { state: "picked", problem: null, pickedAt: at }),
      ...lines.map((line) => update(demandLines, line, { state: "picked", changedAt: at })),
    );
  }
  if (step === "short") writes.push(update(fulfilments, fulfilment, { state: "releasing" }));
  if (writes.length === 0) return;
  await mutate(ctx, {
    writes,
    audit: "mirrored",
    events: [{ type: "data.changed", area: "warehouse" }],
    ...(step === "short" ? { asksFor: asksForReleases(ctx.workspaceId) } : {}),
  });
}

/** An order was given back while its zone was still being asked: what the zone set aside a moment later belongs to nobody. */
async function giveBackLeftovers(ctx: ServiceContext, told: readonly Allocation[], standings: readonly DemandStanding[]): Promise<void> {
  for (const { id, zoneId } of told.filter(({ state }) => state === "released")) {
    const standing = standings.find(({ demandLine }) => demandLine === id);
    if (standing !== undefined && standing.held + standing.picked > 0) await askFloor(ctx, zoneId, { type: "release", demandLine: id });
  }
}

type Line = typeof demandLines.$inferSelect;

/** All is picked: it can be packed. Less is promised than is owed: other zones are asked. */
function nextStep(
  { problem }: typeof fulfilments.$inferSelect,
  lines: readonly Line[],
  parts: readonly Allocation[],
): "none" | "picked" | "short" {
  const unitsOf = (line: Line, units: (part: Allocation) => number) =>
    parts.filter((part) => part.demandLineId === line.id && part.state !== "released").reduce((sum, part) => sum + units(part), 0);
  if (lines.every((line) => unitsOf(line, (part) => part.pickedQty) >= line.quantity)) return "picked";
  return problem === null && lines.some((line) => unitsOf(line, (part) => part.qty) < line.quantity) ? "short" : "none";
}
