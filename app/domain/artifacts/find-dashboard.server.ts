import { and, asc, eq, isNull } from "drizzle-orm";
import { dashboardPins, dashboards } from "#db/schema/artifacts.ts";
import type { ServiceContext } from "../context.ts";
import { notFound } from "../errors.ts";
import { type DashboardRow, type PinRow, toPin, type Pin } from "./dashboard-row.ts";
import { shownTo } from "./find-artifact.server.ts";
import { maxPins } from "./kinds.ts";

export async function findDashboard(ctx: ServiceContext, id: string, { isInBin = false } = {}): Promise<DashboardRow> {
  const row = await ctx.db.first(
    dashboards,
    and(eq(dashboards.id, id), shownTo(ctx, dashboards), isInBin ? undefined : isNull(dashboards.deletedAt)),
  );
  if (row === undefined) throw notFound("dashboard");
  return row;
}

/** What hangs on a board, in its order. */
export async function pinsOf(ctx: ServiceContext, dashboardId: string): Promise<Pin[]> {
  const rows = await pinRowsOf(ctx, dashboardId);
  return rows.flatMap((row) => toPin(row) ?? []);
}

export function pinRowsOf(ctx: ServiceContext, dashboardId: string): Promise<PinRow[]> {
  return ctx.db.all(dashboardPins, {
    where: eq(dashboardPins.dashboardId, dashboardId),
    orderBy: [asc(dashboardPins.position), asc(dashboardPins.id)],
    limit: maxPins,
  });
}

/** A pin whose board the asker may not see is not there either. */
export async function findPin(ctx: ServiceContext, id: string): Promise<{ row: PinRow; board: DashboardRow; pin: Pin }> {
  const row = await ctx.db.first(dashboardPins, eq(dashboardPins.id, id));
  const pin = row === undefined ? undefined : toPin(row);
  if (row === undefined || pin === undefined) throw notFound("pin");
  const board = await findDashboard(ctx, row.dashboardId);
  return { row, board, pin };
}
