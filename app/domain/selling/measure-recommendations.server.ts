import { and, asc, eq, isNull, lte, or } from "drizzle-orm";
import { mutate } from "#db/mutate.server.ts";
import { recommendations } from "#db/schema/selling.ts";
import { update } from "#db/writes.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { measureAgain } from "./findings.ts";
import { readChannelFacts } from "./read-channel-facts.server.ts";
import { type Place, readListingFacts } from "./read-listing-facts.server.ts";
import { readAdvisedPatterns } from "./read-advised-patterns.server.ts";
import { readSkuFacts } from "./read-sku-facts.server.ts";
import type { AdviceRow } from "./recommendation.server.ts";
import { channelRules, listingRules, patternRules, skuRules } from "./rules/registry.ts";

const dayMs = 24 * 3_600_000;
/** As many a run; what is left waits for the next. */
const atOnce = 200;

/** Reads the figure of applied advice again, 7 and 14 days after, and keeps it beside what was predicted. */
export async function measureRecommendations(ctx: ServiceContext): Promise<{ measured: number }> {
  requirePermission(ctx, "selling:write");
  const now = ctx.clock.now();
  const due = await ctx.db.all(recommendations, {
    where: and(
      eq(recommendations.state, "applied"),
      or(
        and(
          isNull(recommendations.measuredAfter7),
          isNull(recommendations.measuredAfter14),
          lte(recommendations.decidedAt, now - 7 * dayMs),
        ),
        and(isNull(recommendations.measuredAfter14), lte(recommendations.decidedAt, now - 14 * dayMs)),
      ),
    ),
    orderBy: asc(recommendations.decidedAt),
    limit: atOnce,
  });
  if (due.length === 0) return { measured: 0 };
  const valueOf = await readFigures(ctx, due);
  await mutate(ctx, {
    writes: due.map((row) => {
      const measured = { value: valueOf(row), at: now };
      const isSecond = row.decidedAt !== null && row.decidedAt <= now - 14 * dayMs;
      const first = row.measuredAfter7 === null && !isSecond ? { measuredAfter7: measured } : {};
      return update(recommendations, row, isSecond ? { measuredAfter14: measured } : first);
    }),
    audit: "mirrored",
    events: [{ type: "data.changed", area: "selling" }],
  });
  return { measured: due.length };
}

async function readFigures(ctx: ServiceContext, due: readonly AdviceRow[]): Promise<(row: AdviceRow) => number | null> {
  const states = await readChannelFacts(ctx);
  const places = new Map<string, Place>(states.map(({ id, vendor, site }) => [id, { vendor, site }]));
  const idsOf = (kind: string) => due.filter(({ subjectKind }) => subjectKind === kind).map(({ subjectId }) => subjectId);
  const [{ facts }, { skus }, patterns] = await Promise.all([
    readListingFacts(ctx, places, { ids: idsOf("listing") }, atOnce),
    readSkuFacts(ctx, places, { ids: idsOf("sku") }, atOnce),
    readAdvisedPatterns(ctx, idsOf("pattern")),
  ]);
  const accounts = new Map(states.map(({ id, forRules }) => [id, forRules]));
  const listings = new Map(facts.map((one) => [one.id, one]));
  const variants = new Map(skus.map((one) => [one.id, one.facts]));
  return ({ subjectKind, subjectId, ruleId }) => {
    switch (subjectKind) {
      case "account":
        return measureAgain(channelRules, ruleId, accounts.get(subjectId));
      case "listing":
        return measureAgain(listingRules, ruleId, listings.get(subjectId));
      case "sku":
        return measureAgain(skuRules, ruleId, variants.get(subjectId));
      case "pattern":
        return measureAgain(patternRules, ruleId, patterns.get(subjectId));
      default:
        return null;
    }
  };
}
