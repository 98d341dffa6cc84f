import { eq } from "drizzle-orm";
import { mutate } from "#db/mutate.server.ts";
import { patterns } from "#db/schema/patterns.ts";
import { update } from "#db/writes.ts";
import type { AuditAction } from "../audit/actions.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { AppError, notFound, parseInput } from "../errors.ts";
import { observedKind } from "./kinds.ts";
import { type Pattern, toPattern } from "./pattern-row.ts";
import { labelOf } from "./policy.ts";
import { decidePatternSchema, type PatternState } from "./schemas.ts";

const actions: Record<PatternState, AuditAction> = { pinned: "pattern.pinned", dismissed: "pattern.dismissed", open: "pattern.restored" };

/** Keeps a pattern in view, puts it aside, or takes either back. Decided the same way twice, nothing happens. */
export async function decidePattern(
  ctx: ServiceContext,
  input: { id: string; state: string; reason?: string | undefined },
): Promise<Pattern> {
  requirePermission(ctx, "shoppers:write");
  const { id, state, reason } = parseInput(decidePatternSchema, input);
  const row = await ctx.db.first(patterns, eq(patterns.id, id));
  if (row === undefined) throw notFound("pattern");
  // It is told of every count anew, and nothing in it waits for anybody.
  if (row.kind === observedKind) throw new AppError("conflict", "patternOnlyDescribed");
  const dismissedBecause = state === "dismissed" && reason !== undefined && reason !== "" ? reason : null;
  if (row.state === state && row.dismissedBecause === dismissedBecause) return toPattern(row);
  const decided = { state, dismissedBecause };
  await mutate(ctx, {
    writes: [update(patterns, row, decided)],
    audit: {
      action: actions[state],
      subject: { type: "pattern", id, label: labelOf(row) },
      after: {
        kind: row.kind,
        period: row.period,
        startDay: row.startDay,
        ...(dismissedBecause === null ? {} : { reason: dismissedBecause }),
      },
    },
    events: [{ type: "data.changed", area: "shoppers" }],
  });
  return toPattern({ ...row, ...decided });
}
