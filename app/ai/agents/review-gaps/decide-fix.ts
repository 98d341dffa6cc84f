import type { Facts, Proposal } from "#app/domain/agents/outcome.ts";
import type { ReviewGap } from "#app/domain/reviews/gap-row.ts";
import { type Conclusion, conclude } from "../shared/conclude.ts";
import { factsOf, subjectOf } from "./gap-facts.ts";
import type { ReviewsSeen } from "./seen.ts";

const rules = {
  amend: { id: "review-gaps.amend-listing", version: 1 },
  supplier: { id: "review-gaps.supplier-issue", version: 1 },
  asked: { id: "review-gaps.asked-often", version: 1 },
  found: { id: "review-gaps.complaint", version: 1 },
} as const;

const dayMs = 24 * 3_600_000;
const validForMs = 7 * dayMs;

/** Control characters and turns of the writing direction, which nobody could read where it is kept. */
const unreadable = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu;

function onOneLine(text: string): string {
  return text.replaceAll(unreadable, " ").trim();
}

/** What can be done about one complaint: words in the listing, a word with the supplier, or people's own work. */
export function decideFix(gap: ReviewGap, seen: ReviewsSeen, mayPropose: boolean): Conclusion {
  const facts = { ...factsOf(gap), ...newSince(gap, seen), target: gap.fix.target };
  const subject = subjectOf(gap);
  const amended = mayPropose ? amendOf(gap, seen) : undefined;
  if (amended !== undefined) {
    const { proposal, words } = amended;
    return conclude(rules.amend, { verdict: "proposed", subject, facts: { ...facts, ...words }, proposal });
  }
  if (gap.fix.target === "supplier" && mayPropose) {
    return conclude(rules.supplier, { verdict: "proposed", subject, facts, proposal: supplierOf(gap, facts) });
  }
  return conclude(gap.reviews === 0 ? rules.asked : rules.found, { verdict: "found", subject, facts });
}

/** How many more say so than at the last look. */
function newSince({ id, reviews }: ReviewGap, { known }: ReviewsSeen): Facts {
  const before = known.value[id]?.reviews;
  return before === undefined ? {} : { newReviews: Math.max(0, reviews - before) };
}

function amendOf(gap: ReviewGap, { wordings }: ReviewsSeen): { proposal: Proposal; words: Facts } | undefined {
  const { id, listingId, fix } = gap;
  if (fix.sentence === null || listingId === null) return undefined;
  const wording = wordings.get(id);
  const sentence = onOneLine(wording?.sentence ?? fix.sentence).slice(0, 400);
  const words = { sentence, source: wording === undefined ? "rules" : "model", ...(wording === undefined ? {} : { name: wording.name }) };
  const call = { tool: "amend-listing" as const, input: { listingId, gapId: id, sentence } };
  return { words, proposal: { key: `amend:${id}`, call, effect: { sentence, reviews: gap.reviews }, group: null, validForMs } };
}

function supplierOf(gap: ReviewGap, facts: Facts): Proposal {
  const { id, title, label, topic, reviews, reviewsOf, quotes } = gap;
  const said = quotes.map(({ text }) => `“${text}”`).join(" · ");
  const note = onOneLine(`${title}: ${label ?? topic}, ${reviews}/${reviewsOf}. ${said}`).slice(0, 1_000);
  const call = { tool: "note-supplier-issue" as const, input: { gapId: id, note } };
  return { key: `supplier:${id}`, call, effect: { product: facts["product"] ?? "", reviews }, group: null, validForMs };
}
