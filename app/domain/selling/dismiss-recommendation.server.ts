import { mutate } from "#db/mutate.server.ts";
import { recommendations } from "#db/schema/selling.ts";
import { update } from "#db/writes.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { AppError, parseInput } from "../errors.ts";
import { findAdvice, type Recommendation, toRecommendation, withReason } from "./recommendation.server.ts";
import { type DismissInput, dismissSchema } from "./schemas.ts";

/** Puts an advice aside for a reason. It comes back only when its evidence gets clearly worse, or when somebody reopens it. */
export async function dismissRecommendation(ctx: ServiceContext, input: DismissInput): Promise<Recommendation> {
  requirePermission(ctx, "selling:write");
  const { id, reason } = parseInput(dismissSchema, input);
  const row = await findAdvice(ctx, id);
  if (row.state !== "open") throw new AppError("conflict", "recommendationDecided");
  const decided = {
    state: "dismissed",
    decidedAt: ctx.clock.now(),
    decidedByUserId: ctx.actor.kind === "user" ? ctx.actor.userId : null,
    evidence: withReason(row.evidence, reason),
  };
  await mutate(ctx, {
    writes: [update(recommendations, row, decided)],
    audit: {
      action: "recommendation.dismissed",
      subject: { type: "recommendation", id, label: row.subjectLabel },
      after: { rule: row.ruleId, reason },
    },
    events: [{ type: "data.changed", area: "selling" }],
  });
  return toRecommendation({ ...row, ...decided });
}
