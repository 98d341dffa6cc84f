import { eq } from "drizzle-orm";
import { floorReports } from "#db/schema/floor-watch.ts";
import { byIdSchema } from "../accounts/schemas.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { AppError, notFound, parseInput } from "../errors.ts";
import { type FloorReport, floorReportSchema } from "./monitoring/report.ts";

/** A day of the floor, word for word as it was kept. */
export async function readReport(ctx: ServiceContext, input: { id: string }): Promise<FloorReport> {
  requirePermission(ctx, "warehouse:read");
  const { id } = parseInput(byIdSchema, input);
  const entry = await ctx.db.first(floorReports, eq(floorReports.id, id));
  if (entry === undefined) throw notFound("report");
  const object = await ctx.ports.exportStore.open(entry.objectKey);
  if (object === undefined) throw new AppError("gone", "reportGone");
  return floorReportSchema.parse(await new Response(object.body).json());
}
