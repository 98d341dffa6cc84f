import { evaluateReviews } from "#app/ai/evals/reviews/review-gaps.eval.ts";
import { labelledReviews } from "#app/ai/evals/reviews/labelled.ts";
import { findGaps } from "#app/domain/reviews/find-gaps.ts";
import type { ReviewedText } from "#app/domain/reviews/gap.ts";
import type { Result } from "./result.ts";
import { round } from "./statistics.ts";

const reviewCount = 10_000;
const productCount = 200;
const dayMs = 24 * 3_600_000;
const nowMs = Date.UTC(2026, 10, 25);
const rounds = 3;

/** Reviews of a shop's size: two people's sentences each, in both languages, none twice. */
function aShopsReviews(): ReviewedText[] {
  const written = [...labelledReviews.pt, ...labelledReviews.en];
  return Array.from({ length: reviewCount }, (_, index) => {
    const [one, other] = [written[index % written.length], written[(index * 31) % written.length]];
    return {
      id: `rev_${index}`,
      subject: `prd_${index % productCount}`,
      rating: one?.rating ?? 1,
      title: "",
      text: `${one?.text} ${other?.text} Pedido ${index}.`,
      writtenAtMs: nowMs - ((index * 7_919) % 180) * dayMs,
    };
  });
}

/** Processor time of reading ten thousand reviews and finding what many complain about; the slowest of a few rounds. */
export function reviewGapsCase(): Result {
  const reviews = aShopsReviews();
  const options = { nowMs, recentMs: 30 * dayMs, leastReviews: 2, leastQuestions: 3, usual: "pt" as const };
  const times = Array.from({ length: rounds }, () => {
    const before = process.cpuUsage();
    const gaps = findGaps(reviews, [], options);
    if (gaps.length === 0) throw new Error("Nobody complained in ten thousand reviews.");
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1_000;
  });
  return { name: "review-gaps", value: round(Math.max(...times), 0), unit: "ms CPU" };
}

/** How well rules read labelled reviews, by language, and apart those that nobody had looked at. */
export function evalReviewsCase(): Result[] {
  return evaluateReviews().flatMap(({ language, isUnseen, reviews, precision, recall, exact, languageRight }) => {
    const name = `eval-reviews/${language}${isUnseen ? "/unseen" : ""}`;
    const percent = (part: string, value: number): Result => ({
      name: `${name}/${part}`,
      value: round(100 * value, 1),
      unit: `% of ${reviews}`,
    });
    return [percent("precision", precision), percent("recall", recall), percent("exact", exact), percent("language", languageRight)];
  });
}
