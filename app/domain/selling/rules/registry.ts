import { aboveReference } from "./above-reference.ts";
import { automationBlocks } from "./automation-blocks.ts";
import { badReviews } from "./bad-reviews.ts";
import { belowCost } from "./below-cost.ts";
import { cancellationsBandLost } from "./cancellations-band-lost.ts";
import { cancellationsHeadroomSmall } from "./cancellations-headroom-small.ts";
import { claimsBandLost } from "./claims-band-lost.ts";
import { claimsHeadroomSmall } from "./claims-headroom-small.ts";
import { complaintWords } from "./complaint-words.ts";
import { deadStock } from "./dead-stock.ts";
import { deadZone } from "./dead-zone.ts";
import { delaysBandLost } from "./delays-band-lost.ts";
import { delaysHeadroomSmall } from "./delays-headroom-small.ts";
import { feeDiffers } from "./fee-differs.ts";
import { fewPictures } from "./few-pictures.ts";
import { harmfulWarning } from "./harmful-warning.ts";
import { lateToday } from "./late-today.ts";
import { levelDropped } from "./level-dropped.ts";
import { losingCatalogPrice } from "./losing-catalog-price.ts";
import { lowScoreHighSales } from "./low-score-high-sales.ts";
import { metricOffTarget } from "./metric-off-target.ts";
import { missingAttributes } from "./missing-attributes.ts";
import { missingFreeShipping } from "./missing-free-shipping.ts";
import { missingGtin } from "./missing-gtin.ts";
import { noDescription } from "./no-description.ts";
import { oneChannelOnly } from "./one-channel-only.ts";
import { outOfStockWithSales } from "./out-of-stock-with-sales.ts";
import { oversellRisk } from "./oversell-risk.ts";
import { pausedByStock } from "./paused-by-stock.ts";
import { powerSellerClose } from "./power-seller-close.ts";
import { priceMismatch } from "./price-mismatch.ts";
import { protectionEnds } from "./protection-ends.ts";
import { questionsWaiting } from "./questions-waiting.ts";
import { risingStockShort } from "./rising-stock-short.ts";
import { roomToRaise } from "./room-to-raise.ts";
import { shipBySoon } from "./ship-by-soon.ts";
import { shippingHoldsBack } from "./shipping-holds-back.ts";
import { shopperPattern } from "./shopper-pattern.ts";
import { shortTitle } from "./short-title.ts";
import { slowAnswers } from "./slow-answers.ts";
import { stockRunsOut } from "./stock-runs-out.ts";
import { unlinkedWithSales } from "./unlinked-with-sales.ts";
import type { ChannelRule, ListingRule, PatternRule, RuleGroup, SkuRule } from "./rule.ts";

export const channelRules: readonly ChannelRule[] = [
  cancellationsBandLost,
  cancellationsHeadroomSmall,
  claimsBandLost,
  claimsHeadroomSmall,
  delaysBandLost,
  delaysHeadroomSmall,
  feeDiffers,
  lateToday,
  levelDropped,
  metricOffTarget,
  powerSellerClose,
  protectionEnds,
  questionsWaiting,
  shipBySoon,
  slowAnswers,
];

export const listingRules: readonly ListingRule[] = [
  aboveReference,
  automationBlocks,
  badReviews,
  belowCost,
  complaintWords,
  deadStock,
  deadZone,
  fewPictures,
  harmfulWarning,
  losingCatalogPrice,
  lowScoreHighSales,
  missingAttributes,
  missingFreeShipping,
  missingGtin,
  noDescription,
  outOfStockWithSales,
  oversellRisk,
  pausedByStock,
  risingStockShort,
  roomToRaise,
  shippingHoldsBack,
  shortTitle,
  stockRunsOut,
  unlinkedWithSales,
];

export const skuRules: readonly SkuRule[] = [oneChannelOnly, priceMismatch];

export const patternRules: readonly PatternRule[] = [shopperPattern];

const all = [...channelRules, ...listingRules, ...skuRules, ...patternRules];
export const ruleIds: readonly string[] = all.map(({ id }) => id);

export function rulesOfGroup(group: RuleGroup): string[] {
  return all.flatMap((rule) => (rule.group === group ? [rule.id] : []));
}

/** What the pages say of a rule; undefined for one that is no longer applied. */
export function aboutRule(id: string): { group: RuleGroup; inputs: readonly string[] } | undefined {
  return all.find((rule) => rule.id === id);
}
