import { and, eq } from "drizzle-orm";
import { mutate } from "#db/mutate.server.ts";
import { patterns } from "#db/schema/patterns.ts";
import { recommendations } from "#db/schema/selling.ts";
import { insert, update } from "#db/writes.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { AppError, notFound, parseInput } from "../errors.ts";
import { observedKind } from "../patterns/kinds.ts";
import { patternFindings } from "./findings.ts";
import { factsOf } from "./read-advised-patterns.server.ts";
import { type Recommendation, toRecommendation } from "./recommendation.server.ts";
import { adviceIdSchema } from "./schemas.ts";

/**
 * Makes a pattern something to do: it stands among the advice until somebody decides, is settled when the pattern no longer
 * shows, and once applied it is measured like all advice. Asked for twice, it is there once.
 */
export async function advisePattern(ctx: ServiceContext, input: { id: string }): Promise<Recommendation> {
  requirePermission(ctx, "selling:write");
  const { id } = parseInput(adviceIdSchema, input);
  const pattern = await ctx.db.first(patterns, eq(patterns.id, id));
  if (pattern === undefined) throw notFound("pattern");
  if (pattern.kind === observedKind) throw new AppError("conflict", "patternOnlyDescribed");
  const now = ctx.clock.now();
  const [finding] = pattern.state === "dismissed" ? [] : patternFindings(factsOf(pattern, now));
  if (finding === undefined) throw new AppError("conflict", "patternOutdated");
  const known = await ctx.db.first(
    recommendations,
    and(
      eq(recommendations.ruleId, finding.ruleId),
      eq(recommendations.channelId, finding.channelId),
      eq(recommendations.subjectId, finding.subjectId),
    ),
  );
  if (known?.state === "open") return toRecommendation(known);
  const told = { ...finding, remedy: { ...finding.remedy }, state: "open", firstSeenAt: now, lastSeenAt: now };
  const row = { ...told, decidedAt: null, decidedByUserId: null, measuredAfter7: null, measuredAfter14: null };
  const adviceId = known?.id ?? ctx.ids.next("rec");
  await mutate(ctx, {
    writes: [known === undefined ? insert(recommendations, { ...row, id: adviceId }) : update(recommendations, known, row)],
    audit: {
      action: "pattern.advised",
      subject: { type: "pattern", id, label: finding.subjectLabel },
      after: { rule: finding.ruleId, recommendation: adviceId },
    },
    events: [{ type: "data.changed", area: "selling" }],
  });
  return toRecommendation({ ...row, id: adviceId, workspaceId: ctx.workspaceId, version: (known?.version ?? 0) + 1 });
}
