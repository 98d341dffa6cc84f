import type { Facts, Subject } from "#app/domain/agents/outcome.ts";
import type { ReviewGap } from "#app/domain/reviews/gap-row.ts";

const mostChars = 180;

/** What a sentence about a complaint is made of. A quote is shown as it was written, or not at all. */
export function factsOf(gap: ReviewGap): Facts {
  const { title, topic, label, reviews, reviewsOf, questions, severity, confidence, quotes } = gap;
  const fitting = quotes.filter(({ text }) => text.length <= mostChars);
  const [first, second] = fitting;
  return {
    product: title.slice(0, mostChars),
    topic: label ?? topic,
    reviews,
    reviewsOf,
    sharePercent: reviewsOf === 0 ? 0 : Math.round((100 * reviews) / reviewsOf),
    questions,
    severity,
    surePercent: Math.round(100 * confidence),
    quote: first?.text ?? "",
    ...(first === undefined ? {} : { quoteId: first.id }),
    ...(second === undefined ? {} : { otherQuote: second.text, otherQuoteId: second.id }),
    ...(gap.suspicious > 0 ? { suspicious: gap.suspicious } : {}),
  };
}

export function subjectOf({ listingId, channelId, listingRef, title }: ReviewGap): Subject {
  return {
    type: "listing",
    id: listingId ?? "",
    label: listingId === null ? `${title} (${channelId}/${listingRef})`.slice(0, mostChars) : title,
  };
}
