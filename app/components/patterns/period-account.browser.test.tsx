import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import type { PatternFacts } from "#app/domain/patterns/finding.ts";
import { renderPage } from "../ui/testing/render-page.tsx";
import { type Observation, PeriodAccount } from "./period-account.tsx";

const plain: Observation = {
  id: "pat_1",
  period: "day",
  startDay: "2026-11-20",
  kind: "observed",
  key: "ended",
  facts: { about: "ended", stage: "checkout", step: "shipping", stepLeft: 1, lowPerMille: 207, highPerMille: 1_000 },
  support: 1,
  outOf: 1,
  confidencePerMille: 0,
  effectPerMille: 1_000,
  changePercent: null,
  strength: 0,
  interactionIds: ["int_1"],
  state: "open",
  dismissedBecause: null,
  foundAt: 2,
  createdAt: 1,
  evidence: [{ id: "int_1", text: "Left <b>checkout</b> at shipping.", occurredAt: 0 }],
};

const told: [key: string, facts: PatternFacts, ofOne: string, ofMany: string][] = [
  [
    "ended",
    plain.facts,
    "The only session ended in checkout, without an order. It left at the step “shipping”.",
    "Most often sessions ended in checkout, without an order: 1 of 40. At the step “shipping” left 1.",
  ],
  ["ended", { stage: "order", step: null }, "The only session ended with an order.", "Most often sessions ended with an order: 1 of 40."],
  [
    "search",
    { query: "<i>samovar</i>", asked: 1 },
    "It looked for “<i>samovar</i>” and found nothing.",
    "Looked for in vain most often: “<i>samovar</i>”, in 1 of 40 sessions.",
  ],
  [
    "hesitation",
    { reason: "shipping-cost" },
    "It hesitated over the cost of shipping.",
    "What held sessions back most often: the cost of shipping, in 1 of 40.",
  ],
  [
    "product",
    { name: "قهوة 🫖", carts: 1, orders: 0 },
    "It put “\u2068قهوة 🫖\u2069” into the cart.",
    "Looked at most: “\u2068قهوة 🫖\u2069”, in 1 of 40 sessions. 1 put it into the cart, 0 ordered it.",
  ],
];

test.each(told)("%s of one session is said as of one, and of many by how many: %j", async (key, facts, ofOne, ofMany) => {
  const one = { ...plain, key, facts: { ...facts, lowPerMille: 0, highPerMille: 1 } };
  const { unmount } = await renderPage(<PeriodAccount account={[one]} />);
  expect(await screen.findByText(ofOne)).toBeDefined();
  unmount();
  await renderPage(<PeriodAccount account={[{ ...one, outOf: 40 }]} />);
  expect(await screen.findByText(ofMany)).toBeDefined();
});

test("of few it is said that nothing can be concluded, between what the share may be, and who it was", async () => {
  await renderPage(<PeriodAccount account={[plain]} />);
  expect(await screen.findByText("Too few to conclude")).toBeDefined();
  expect(screen.getByText("21% to 100%")).toBeDefined();
  expect(screen.getByText("1 of 1")).toBeDefined();
  const [item] = screen.getAllByRole("listitem");
  if (item === undefined) throw new Error("nothing is told");
  expect(within(item).getByRole("link", { name: "Left <b>checkout</b> at shipping.", hidden: true })).toHaveProperty(
    "href",
    expect.stringMatching(/\/interactions\/int_1$/),
  );
});

test("of enough it is not, and where nobody came nothing is told", async () => {
  const { unmount } = await renderPage(<PeriodAccount account={[{ ...plain, outOf: 30 }]} />);
  expect(await screen.findByText(/^Only counted/)).toBeDefined();
  expect(screen.queryByText("Too few to conclude")).toBeNull();
  unmount();
  await renderPage(<PeriodAccount account={[]} />);
  expect(screen.queryByText("What happened")).toBeNull();
});
