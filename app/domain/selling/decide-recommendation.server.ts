import { requirePermission, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import { applyRecommendation } from "./apply-recommendation.server.ts";
import { dismissRecommendation } from "./dismiss-recommendation.server.ts";
import type { Recommendation } from "./recommendation.server.ts";
import { reopenRecommendation } from "./reopen-recommendation.server.ts";
import { type DecideAdviceInput, decideAdviceSchema } from "./schemas.ts";

/** One door for surfaces that are told a state: apply, dismiss or reopen. */
export async function decideRecommendation(ctx: ServiceContext, input: DecideAdviceInput): Promise<Recommendation> {
  requirePermission(ctx, "selling:write");
  const { id, state, reason } = parseInput(decideAdviceSchema, input);
  switch (state) {
    case "applied":
      return applyRecommendation(ctx, { id });
    case "dismissed":
      return dismissRecommendation(ctx, { id, reason: reason ?? "other" });
    case "open":
      return reopenRecommendation(ctx, { id });
    default:
      return state satisfies never;
  }
}
