import { expect, test } from "vitest";
import { evaluateReviews, thresholds } from "./review-gaps.eval.ts";

test.each(evaluateReviews())("rules read $language well enough (unseen: $isUnseen)", ({ isUnseen, wrong, ...marks }) => {
  const least = thresholds[isUnseen ? "unseen" : "known"];
  const { precision, recall, exact, languageRight } = marks;
  for (const [name, value] of Object.entries({ precision, recall, exact, languageRight })) {
    const limit = Object.entries(least).find(([one]) => one === name)?.[1] ?? 1;
    expect(value, `${name} ${JSON.stringify(wrong)}`).toBeGreaterThanOrEqual(limit);
  }
});
