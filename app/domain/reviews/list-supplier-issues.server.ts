import { and, desc, eq, lt } from "drizzle-orm";
import type { z } from "zod";
import { supplierIssues } from "#db/schema/review-gaps.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import { cursorId, type Page, toPage } from "../paging.ts";
import { listIssuesSchema } from "./schemas.ts";

export type SupplierIssue = Omit<typeof supplierIssues.$inferSelect, "workspaceId">;

/** What is to be settled with suppliers, the latest note first. */
export async function listSupplierIssues(ctx: ServiceContext, input: z.input<typeof listIssuesSchema> = {}): Promise<Page<SupplierIssue>> {
  requirePermission(ctx, "service:read");
  const { state, cursor, limit } = parseInput(listIssuesSchema, input);
  const after = cursorId(cursor);
  const rows = await ctx.db.all(supplierIssues, {
    where: and(
      state === undefined ? undefined : eq(supplierIssues.state, state),
      after === undefined ? undefined : lt(supplierIssues.id, after),
    ),
    orderBy: desc(supplierIssues.id),
    limit: limit + 1,
  });
  const page = toPage(rows, limit);
  return { data: page.data.map(({ workspaceId: _workspace, ...row }) => row), nextCursor: page.nextCursor };
}
