import type { SettingsOf } from "#app/domain/agents/settings.ts";
import { readProduct } from "#app/domain/catalog/read-product.server.ts";
import type { ServiceContext } from "#app/domain/context.ts";
import { AppError } from "#app/domain/errors.ts";
import type { ReviewGap } from "#app/domain/reviews/gap-row.ts";
import { listReviewGaps } from "#app/domain/reviews/list-review-gaps.server.ts";
import { isSudden } from "#app/domain/text/trend.ts";
import { findSkuPlaces } from "#app/domain/warehouse/find-sku-places.server.ts";
import type { Eyes } from "../brain.ts";
import { isWorthMending } from "./decide.ts";
import { wordingPrompt, wordingSchema } from "./prompt.ts";
import type { ReviewsSeen } from "./seen.ts";
import { soundWordings } from "./wording.ts";

const mostGaps = 100;
const mostSudden = 5;

export async function observeReviews(eyes: Eyes<SettingsOf<"review-gaps">>): Promise<ReviewsSeen> {
  const { ctx, settings, messages, recall, mayLook } = eyes;
  const known = await recall("reviews.gaps");
  if (!mayLook()) return { gaps: [], hasMore: true, wordings: new Map(), places: new Map(), heard: messages, known };
  const { data: gaps, nextCursor } = await listReviewGaps(ctx, { limit: mostGaps });
  const sudden = gaps.filter(({ trend }) => isSudden(trend)).slice(0, mostSudden);
  const places = new Map<string, { zoneId: string; zoneName: string }>();
  for (const { productId } of sudden) {
    if (productId === null || places.has(productId) || !mayLook()) continue;
    const place = await placeOf(ctx, productId);
    if (place !== undefined) places.set(productId, place);
  }
  const wanting = gaps.filter((gap) => gap.fix.sentence !== null && isWorthMending(gap, settings)).slice(0, settings.mostProposals);
  const wordings = wanting.length > 0 && mayLook() ? await askForWords(ctx, wanting) : new Map();
  return { gaps, hasMore: nextCursor !== null, wordings, places, heard: messages, known };
}

/** Where the goods lie, if they lie anywhere; a product may be gone since its reviews were read. */
async function placeOf(ctx: ServiceContext, productId: string): Promise<{ zoneId: string; zoneName: string } | undefined> {
  try {
    const { variants } = await readProduct(ctx, { id: productId });
    const [place] = await findSkuPlaces(
      ctx,
      variants.map(({ sku }) => sku),
    );
    return place === undefined ? undefined : { zoneId: place.zoneId, zoneName: place.zoneName };
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") return undefined;
    throw error;
  }
}

async function askForWords(ctx: ServiceContext, wanting: readonly ReviewGap[]): Promise<ReviewsSeen["wordings"]> {
  const answer = await ctx.ports.models.ask(ctx, { purpose: "reviews", prompt: wordingPrompt(wanting), schema: wordingSchema });
  return answer.source === "model" ? soundWordings(wanting, answer.value) : new Map();
}
