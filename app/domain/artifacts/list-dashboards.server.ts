import { and, desc, isNull, lt } from "drizzle-orm";
import type { z } from "zod";
import { dashboards } from "#db/schema/artifacts.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import { cursorId, type Page, pageSchema, toPage } from "../paging.ts";
import { type Dashboard, toDashboard } from "./dashboard-row.ts";
import { shownTo } from "./find-artifact.server.ts";

/** Boards that may be seen, the newest first. */
export async function listDashboards(ctx: ServiceContext, input: z.input<typeof pageSchema> = {}): Promise<Page<Dashboard>> {
  requirePermission(ctx, "chat:read");
  const { limit, cursor } = parseInput(pageSchema, input);
  const before = cursorId(cursor);
  const rows = await ctx.db.all(dashboards, {
    where: and(isNull(dashboards.deletedAt), shownTo(ctx, dashboards), before === undefined ? undefined : lt(dashboards.id, before)),
    orderBy: desc(dashboards.id),
    limit: limit + 1,
  });
  const page = toPage(rows, limit);
  return { data: page.data.map((row) => toDashboard(row, ctx.stamp)), nextCursor: page.nextCursor };
}
