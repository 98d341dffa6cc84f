import { and, desc, eq, gt, lt, lte, type SQL } from "drizzle-orm";
import type { z } from "zod";
import { approvals } from "#db/schema/approvals.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import { cursorId, type Page, toPage } from "../paging.ts";
import { type Approval, toApproval } from "./approval-row.ts";
import { type ApprovalState, listApprovalsSchema } from "./schemas.ts";
import { approvalsVisibleTo } from "./visible-approvals.server.ts";

/** What waits for a yes and what came of the rest, the newest first. */
export async function listAskedApprovals(ctx: ServiceContext, input: z.input<typeof listApprovalsSchema> = {}): Promise<Page<Approval>> {
  requirePermission(ctx, "chat:read");
  const { state, source, limit, cursor } = parseInput(listApprovalsSchema, input);
  const before = cursorId(cursor);
  const now = ctx.clock.now();
  const where = and(
    approvalsVisibleTo(ctx),
    state === undefined ? undefined : inState(state, now),
    source === undefined ? undefined : eq(approvals.sourceKind, source),
    before === undefined ? undefined : lt(approvals.id, before),
  );
  const rows = await ctx.db.all(approvals, { where, orderBy: desc(approvals.id), limit: limit + 1 });
  const page = toPage(rows, limit);
  return { ...page, data: page.data.map((row) => toApproval(row, now)) };
}

/** How many things wait for a yes or no that this reader sees. */
export async function countWaitingApprovals(ctx: ServiceContext): Promise<number> {
  requirePermission(ctx, "chat:read");
  return ctx.db.count(approvals, and(approvalsVisibleTo(ctx), inState("waiting", ctx.clock.now())));
}

function inState(state: ApprovalState, nowMs: number): SQL | undefined {
  if (state === "waiting") return and(eq(approvals.state, "waiting"), gt(approvals.expiresAt, nowMs));
  if (state === "expired") return and(eq(approvals.state, "waiting"), lte(approvals.expiresAt, nowMs));
  return eq(approvals.state, state);
}
