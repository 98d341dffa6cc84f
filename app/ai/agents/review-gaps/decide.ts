import type { SettingsOf } from "#app/domain/agents/settings.ts";
import type { MemoryValue } from "#app/domain/agents/memory-shapes.ts";
import type { Outcome } from "#app/domain/agents/outcome.ts";
import type { ReviewGap } from "#app/domain/reviews/gap-row.ts";
import { type Conclusion, conclude, joinOutcomes } from "../shared/conclude.ts";
import { decideFix } from "./decide-fix.ts";
import { decideRise } from "./decide-rise.ts";
import { factsOf, subjectOf } from "./gap-facts.ts";
import type { ReviewsSeen } from "./seen.ts";

const rules = {
  nothing: { id: "review-gaps.nothing", version: 1 },
  unseen: { id: "review-gaps.unseen", version: 1 },
  heard: { id: "review-gaps.heard", version: 1 },
  fell: { id: "review-gaps.fell", version: 1 },
  stayed: { id: "review-gaps.stayed", version: 1 },
} as const;

type Settings = SettingsOf<"review-gaps">;

/** Whether enough say it, clearly enough, for something to be done. */
export function isWorthMending({ state, reviews, questions, confidence }: ReviewGap, settings: Settings): boolean {
  if (state !== "open" || confidence * 100 < settings.leastConfidencePercent) return false;
  return reviews >= settings.leastReviews || questions >= settings.leastQuestions;
}

export function decideReviews(seen: ReviewsSeen, settings: Settings, nowMs: number): Outcome {
  const worth = seen.gaps.filter((gap) => isWorthMending(gap, settings));
  let left = settings.mostProposals;
  const mended = worth.map((gap) => {
    const decided = decideFix(gap, seen, left > 0);
    if (decided.proposal !== null) left -= 1;
    return decided;
  });
  const decisions = [...decideRise(seen), ...mended, ...seen.gaps.flatMap(afterMending), ...heardOf(seen), ...unseen(seen)];
  const nothing =
    decisions.length === 0 ? [conclude(rules.nothing, { verdict: "left", subject: none, facts: { gaps: seen.gaps.length } })] : [];
  const memory = seen.gaps.length === 0 ? {} : { "reviews.gaps": { value: remembered(seen, nowMs), basedOn: seen.known.version } };
  return joinOutcomes([{ decisions: [...decisions, ...nothing], memory, replaces: ["amend:", "supplier:", "rise:"] }]);
}

const none = { type: "product" as const, id: "", label: "" };

function remembered({ gaps }: ReviewsSeen, lookedAtMs: number): MemoryValue<"reviews.gaps"> {
  return Object.fromEntries(gaps.map(({ id, reviews }) => [id, { reviews, lookedAtMs }]));
}

/** Whether what was done helped, once there are enough reviews since to say. */
function afterMending(gap: ReviewGap): Conclusion[] {
  const { mending, before, after } = gap;
  if (before === null || after === null || mending === null || mending === "early") return [];
  const facts = { ...factsOf(gap), found: after.found, of: after.of, foundBefore: before.found, ofBefore: before.of };
  return [conclude(mending === "fell" ? rules.fell : rules.stayed, { verdict: "found", subject: subjectOf(gap), facts })];
}

function heardOf({ heard, gaps }: ReviewsSeen): Conclusion[] {
  return heard.flatMap((one) => {
    if (one.type !== "complaints-rising") return [];
    const named = gaps.filter(({ channelId, listingRef }) => one.body.listings.includes(`${channelId}/${listingRef}`));
    const facts = { listings: one.body.listings.length, complaints: one.body.complaints, gaps: named.length, askedBy: one.from };
    return [conclude(rules.heard, { verdict: "found", subject: none, facts })];
  });
}

function unseen({ hasMore, gaps }: ReviewsSeen): Conclusion[] {
  return hasMore ? [conclude(rules.unseen, { verdict: "left", subject: none, facts: { gaps: gaps.length } })] : [];
}
