import { desc, eq } from "drizzle-orm";
import { recommendations } from "#db/schema/selling.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { chooseTopAdvice } from "./choose-top-advice.ts";
import { type Recommendation, toRecommendation } from "./recommendation.server.ts";

const mostShown = 3;
/** Enough that a rule that fires for a whole shop seldom hides the others, and read by the index alone. */
const lookedAt = 80;

/** The open advice that matters most, for a first page: few, and each of another kind. */
export async function listTopAdvice(ctx: ServiceContext): Promise<Recommendation[]> {
  requirePermission(ctx, "selling:read");
  const rows = await ctx.db.all(recommendations, {
    where: eq(recommendations.state, "open"),
    orderBy: [desc(recommendations.priority), desc(recommendations.id)],
    limit: lookedAt,
  });
  return chooseTopAdvice(rows, mostShown).map(toRecommendation);
}
