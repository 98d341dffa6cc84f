import { and, asc, lte } from "drizzle-orm";
import { mutate } from "#db/mutate.server.ts";
import type { Orm } from "#db/client.server.ts";
import { proposals } from "#db/schema/agents.ts";
import { update, type Write } from "#db/writes.ts";
import { requirePermission, type ServiceContext } from "../../context.ts";
import { toolCallSchema } from "../tool-inputs.ts";
import { measureEffect } from "./measures.server.ts";

const dayMs = 24 * 3_600_000;
export const firstMeasureMs = 7 * dayMs;
const secondMeasureMs = 14 * dayMs;
const atOnce = 100;

/** Across all workspaces, those in which something that was done is to be measured. */
export async function workspacesToMeasure(orm: Orm, nowMs: number): Promise<string[]> {
  const rows = await orm.selectDistinct({ id: proposals.workspaceId }).from(proposals).where(lte(proposals.measureAt, nowMs)).limit(200);
  return rows.map(({ id }) => id);
}

/** Reads what was expected of what was done, 7 and 14 days after. Told late, it is measured late, and only once more. */
export async function measureProposals(ctx: ServiceContext): Promise<{ measured: number }> {
  requirePermission(ctx, "agents:write");
  const now = ctx.clock.now();
  const due = await ctx.db.all(proposals, { where: and(lte(proposals.measureAt, now)), orderBy: asc(proposals.measureAt), limit: atOnce });
  const writes: Write[] = [];
  for (const row of due) {
    const call = toolCallSchema.safeParse(row.call);
    const values = call.success
      ? await measureEffect(ctx, call.data, { subject: { type: row.subjectType, id: row.subjectId } })
      : undefined;
    const endedAt = row.endedAt ?? row.createdAt;
    const isSecond = now >= endedAt + secondMeasureMs;
    const measured = values === undefined ? null : { at: now, values };
    writes.push(
      update(
        proposals,
        row,
        isSecond ? { measuredAfter14: measured, measureAt: null } : { measuredAfter7: measured, measureAt: endedAt + secondMeasureMs },
      ),
    );
  }
  if (writes.length > 0) await mutate(ctx, { writes, audit: "mirrored", events: [{ type: "data.changed", area: "agents" }] });
  return { measured: writes.length };
}
