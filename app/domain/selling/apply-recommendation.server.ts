import { mutate } from "#db/mutate.server.ts";
import { recommendations } from "#db/schema/selling.ts";
import { update } from "#db/writes.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { AppError, parseInput } from "../errors.ts";
import { applyRemedy } from "./apply-remedy.server.ts";
import { findAdvice, type Recommendation, toRecommendation } from "./recommendation.server.ts";
import { parseRemedy } from "./remedy.ts";
import { adviceIdSchema } from "./schemas.ts";

/**
 * Carries out an advice: changes a price or stock, or notes that a person does it elsewhere. Its figures stay as they are now,
 * so that what came of it can be held against them.
 */
export async function applyRecommendation(ctx: ServiceContext, input: { id: string }): Promise<Recommendation> {
  requirePermission(ctx, "selling:write");
  const { id } = parseInput(adviceIdSchema, input);
  const row = await findAdvice(ctx, id);
  if (row.state !== "open") throw new AppError("conflict", "recommendationDecided");
  const decided = {
    state: "applied",
    decidedAt: ctx.clock.now(),
    decidedByUserId: ctx.actor.kind === "user" ? ctx.actor.userId : null,
    measuredAfter7: null,
    measuredAfter14: null,
  };
  // Claimed first: of two people who press at once, one changes the price.
  await mutate(ctx, {
    writes: [update(recommendations, row, decided)],
    audit: {
      action: "recommendation.applied",
      subject: { type: "recommendation", id, label: row.subjectLabel },
      after: { rule: row.ruleId, ...row.remedy },
    },
    events: [{ type: "data.changed", area: "selling" }],
  });
  const remedy = parseRemedy(row.remedy);
  try {
    if (remedy !== null) await applyRemedy(ctx, remedy);
  } catch (error) {
    const back = { state: "open", decidedAt: null, decidedByUserId: null };
    await mutate(ctx, { writes: [update(recommendations, { id, version: row.version + 1 }, back)], audit: "mirrored" });
    throw error;
  }
  return toRecommendation({ ...row, ...decided });
}
