import { desc, lt } from "drizzle-orm";
import type { z } from "zod";
import { floorReports } from "#db/schema/floor-watch.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import { cursorId, type Page, pageSchema } from "../paging.ts";
import { encodeCursor } from "#app/platform/cursor.ts";

export type ReportEntry = { id: string; day: string; sizeBytes: number; createdAt: number };

/** Days of the floor that were summed up, the newest first. */
export async function listReports(ctx: ServiceContext, input: z.input<typeof pageSchema> = {}): Promise<Page<ReportEntry>> {
  requirePermission(ctx, "warehouse:read");
  const { limit, cursor } = parseInput(pageSchema, input);
  const before = cursorId(cursor);
  const rows = await ctx.db.all(floorReports, {
    where: before === undefined ? undefined : lt(floorReports.day, before),
    orderBy: desc(floorReports.day),
    limit: limit + 1,
  });
  const data = rows.slice(0, limit).map(({ id, day, sizeBytes, createdAt }) => ({ id, day, sizeBytes, createdAt }));
  const last = data.at(-1);
  return { data, nextCursor: rows.length > limit && last !== undefined ? encodeCursor([last.day]) : null };
}
