import { requirePermission, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import { findAdvice, type Recommendation, toRecommendation } from "./recommendation.server.ts";
import { adviceIdSchema } from "./schemas.ts";

export async function readRecommendation(ctx: ServiceContext, input: { id: string }): Promise<Recommendation> {
  requirePermission(ctx, "selling:read");
  const { id } = parseInput(adviceIdSchema, input);
  return toRecommendation(await findAdvice(ctx, id));
}
