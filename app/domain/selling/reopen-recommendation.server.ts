import { mutate } from "#db/mutate.server.ts";
import { recommendations } from "#db/schema/selling.ts";
import { update } from "#db/writes.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { AppError, parseInput } from "../errors.ts";
import { findAdvice, type Recommendation, toRecommendation, withoutReason } from "./recommendation.server.ts";
import { adviceIdSchema } from "./schemas.ts";

/** Takes a decision back. A price or stock that was changed stays: that change has an undo of its own. */
export async function reopenRecommendation(ctx: ServiceContext, input: { id: string }): Promise<Recommendation> {
  requirePermission(ctx, "selling:write");
  const { id } = parseInput(adviceIdSchema, input);
  const row = await findAdvice(ctx, id);
  if (row.state === "open") return toRecommendation(row);
  // Its cause is gone: opening it again would ask for something that is done.
  if (row.state !== "applied" && row.state !== "dismissed") throw new AppError("conflict", "changedMeanwhile");
  const opened = {
    state: "open",
    decidedAt: null,
    decidedByUserId: null,
    measuredAfter7: null,
    measuredAfter14: null,
    evidence: withoutReason(row.evidence),
  };
  await mutate(ctx, {
    writes: [update(recommendations, row, opened)],
    audit: {
      action: "recommendation.reopened",
      subject: { type: "recommendation", id, label: row.subjectLabel },
      before: { state: row.state },
      after: { rule: row.ruleId, state: "open" },
    },
    events: [{ type: "data.changed", area: "selling" }],
  });
  return toRecommendation({ ...row, ...opened });
}
