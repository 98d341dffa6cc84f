import { screen } from "@testing-library/react";
import { useFetcher } from "react-router";
import { expect, test } from "vitest";
import type { FoundKind } from "#app/domain/patterns/kinds.ts";
import type { PatternFacts } from "#app/domain/patterns/finding.ts";
import { renderPage } from "../ui/testing/render-page.tsx";
import { PatternItem, type ShownPattern } from "./pattern-item.tsx";

const pattern: ShownPattern = {
  id: "pat_1",
  period: "day",
  startDay: "2026-11-20",
  kind: "drop-off",
  key: "step:shipping",
  facts: { place: "step", name: "<i>shipping</i>", at: 1, against: "before", left: 41, reached: 80, beforePerMille: 210 },
  support: 41,
  outOf: 80,
  confidencePerMille: 998,
  effectPerMille: 300,
  changePercent: 140,
  strength: 24,
  interactionIds: ["int_1"],
  state: "open",
  dismissedBecause: null,
  foundAt: 2,
  createdAt: 1,
  evidence: [{ id: "int_1", text: "Left <b>checkout</b> at shipping.", occurredAt: 0 }],
};

type Own = Partial<ShownPattern>;

function Item({ own, mayWrite = true, isStale = false }: { own: Own; mayWrite?: boolean; isStale?: boolean }) {
  return (
    <ul>
      <PatternItem
        pattern={{ ...pattern, ...own }}
        isStale={isStale}
        mayWrite={mayWrite}
        mayTrigger={mayWrite}
        mayAdvise={mayWrite}
        deciding={useFetcher()}
      />
    </ul>
  );
}

async function sentenceOf(own: Own): Promise<string | null> {
  await renderPage(<Item own={own} />);
  return (await screen.findByRole("heading", { level: 2 })).textContent;
}

const product = { productKey: "sku:1", productId: null, name: "Kettle", beforePerMille: 40, expected: 30 };
const sentences: [kind: FoundKind, facts: PatternFacts, own: Own, said: string][] = [
  [
    "drop-off",
    pattern.facts,
    {},
    "51% of those who reach the step “<i>shipping</i>” of checkout leave there: 41 of 80. It was 21% in the four weeks before.",
  ],
  [
    "drop-off",
    { ...pattern.facts, against: "other-steps" },
    {},
    "51% of those who reach the step “<i>shipping</i>” of checkout leave there: 41 of 80. In the other steps together it is 21%.",
  ],
  [
    "drop-off",
    { place: "stage", name: "cart", against: "before", beforePerMille: 210 },
    { period: "month" },
    "51% of those who fill a cart never go to checkout: 41 of 80. It was 21% in the three months before.",
  ],
  [
    "hesitation",
    { reason: "shipping-cost", beforePerMille: 50 },
    {},
    "51% of all sessions hesitate over the cost of shipping: 41 of 80. It was 5% in the four weeks before.",
  ],
  [
    "hesitation",
    { reason: "our-own", beforePerMille: 50 },
    {},
    "51% of all sessions hesitate over “our-own”: 41 of 80. It was 5% in the four weeks before.",
  ],
  [
    "search-in-vain",
    { query: "mop", empty: 41, asked: 45, othersPerMille: 60 },
    {},
    "41 of 45 who look for “mop” find nothing. Of all else that is looked for, 6% is not found.",
  ],
  [
    "affinity",
    { firstName: "Kettle", secondName: "Mug" },
    { effectPerMille: 3_120 },
    "Who takes “Kettle” also takes “Mug”: 41 of 80 carts have both, 3.1 times as many as if they had nothing to do with each other.",
  ],
  [
    "rising",
    product,
    { effectPerMille: 2_500, period: "week" },
    "“Kettle” is looked at in 41 of 80 sessions: 2.5 times as often as in the four weeks before.",
  ],
  [
    "rising",
    { ...product, beforePerMille: 0 },
    {},
    "“Kettle” is looked at in 41 of 80 sessions, and was in none in the four weeks before.",
  ],
  [
    "falling",
    product,
    {},
    "“Kettle” is only looked at in 41 of 80 sessions. It would have been 30, going by what it was in the four weeks before.",
  ],
  [
    "busy-hours",
    { weekday: 4, from: 9, until: 12 },
    { effectPerMille: 3_000 },
    "Fridays from 09:00 to 12:00, 3 times as many come as in an average hour: 41 of 80.",
  ],
  [
    "returning",
    { direction: "fewer", beforePerMille: 700 },
    {},
    "Fewer come back: 51% of all sessions are of people who had been here. It was 70% in the four weeks before.",
  ],
  [
    "anomaly",
    { measure: "orders", direction: "fewer", usual: 90 },
    {},
    "Only 41 orders on one day, where the same weekday usually has 90.",
  ],
];

test.each(sentences)("%s is said as people say it: %j", async (kind, facts, own, said) => {
  expect(await sentenceOf({ kind, facts, ...own })).toBe(said);
});

test("a pattern shows how often, how surely and how strongly, and leads to what it was seen in", async () => {
  await renderPage(<Item own={{}} />);
  for (const text of ["41 of 80", "99.8%", "+30 points", "+140% against the day before"])
    expect(await screen.findByText(text)).toBeDefined();
  expect(screen.getByRole("link", { name: "Left <b>checkout</b> at shipping.", hidden: true })).toHaveProperty(
    "href",
    expect.stringMatching(/\/interactions\/int_1$/),
  );
  const trigger = screen.getByRole("link", { name: /^Make a trigger/ });
  expect(trigger.getAttribute("href")).toBe("/triggers/new?event=pattern-found&kind=drop-off&subject=%3Ci%3Eshipping%3C%2Fi%3E&period=day");
});

test("one that was put aside says why and can only be taken up; one that went is marked", async () => {
  await renderPage(<Item own={{ state: "dismissed", dismissedBecause: "one-off" }} isStale />);
  expect(await screen.findByText("Put aside: It was a one-off.")).toBeDefined();
  expect(screen.getByText("Not found again at the last count")).toBeDefined();
  expect(screen.getAllByRole("button").map((one) => one.textContent)).toEqual(["Take up again"]);
});

test("who may only read sees no buttons, and a first pattern says that there is nothing to compare with", async () => {
  await renderPage(<Item own={{ changePercent: null, evidence: [] }} mayWrite={false} />);
  expect(await screen.findByText("Nothing to compare with")).toBeDefined();
  expect(screen.getByText("No session of it is kept to look at.")).toBeDefined();
  expect(screen.queryByRole("button")).toBeNull();
});
