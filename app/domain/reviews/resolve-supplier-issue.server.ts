import { eq } from "drizzle-orm";
import { mutate } from "#db/mutate.server.ts";
import { supplierIssues } from "#db/schema/review-gaps.ts";
import { update } from "#db/writes.ts";
import { byIdSchema } from "../accounts/schemas.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { notFound, parseInput } from "../errors.ts";

/** It is settled, or was no matter for the supplier. */
export async function resolveSupplierIssue(ctx: ServiceContext, input: { id: string }): Promise<{ id: string }> {
  requirePermission(ctx, "service:write");
  const { id } = parseInput(byIdSchema, input);
  const row = await ctx.db.first(supplierIssues, eq(supplierIssues.id, id));
  if (row === undefined) throw notFound("supplierIssue");
  if (row.state === "resolved") return { id };
  await mutate(ctx, {
    writes: [update(supplierIssues, row, { state: "resolved", resolvedAt: ctx.clock.now() })],
    audit: { action: "supplier-issue.resolved", subject: { type: "supplier-issue", id, label: row.title } },
    events: [{ type: "data.changed", area: "service" }],
  });
  return { id };
}
