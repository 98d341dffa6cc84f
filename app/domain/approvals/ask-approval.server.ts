import { mutate } from "#db/mutate.server.ts";
import { approvals } from "#db/schema/approvals.ts";
import { insert } from "#db/writes.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import { type AskApprovalInput, askApprovalSchema } from "./schemas.ts";

const waitsMs = 24 * 3_600_000;

/** Puts before people what would be done, as it is shown to them. Nothing happens until one of them says yes. */
export async function askApproval(ctx: ServiceContext, input: AskApprovalInput): Promise<{ id: string; expiresAt: number }> {
  requirePermission(ctx, "chat:write");
  const { source, ...asked } = parseInput(askApprovalSchema, input);
  const now = ctx.clock.now();
  const row = {
    id: ctx.ids.next("apr"),
    ...asked,
    locale: ctx.locale,
    sourceKind: source.kind,
    sourceId: source.id,
    askedByKind: ctx.stamp.kind,
    askedById: ctx.stamp.id,
    askedBy: ctx.stamp.label,
    state: "waiting",
    decidedBy: null,
    decidedAt: null,
    endedAt: null,
    result: null,
    failure: null,
    createdAt: now,
    expiresAt: now + waitsMs,
  };
  await mutate(ctx, {
    writes: [insert(approvals, row)],
    audit: { action: "approval.asked", subject: { type: "approval", id: row.id, label: row.title }, after: { tool: row.tool } },
    events: [{ type: "data.changed", area: "approvals" }],
  });
  return { id: row.id, expiresAt: row.expiresAt };
}
