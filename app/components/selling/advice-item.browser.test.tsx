import { cleanup, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useFetcher } from "react-router";
import { expect, test } from "vitest";
import type { Recommendation } from "#app/domain/selling/recommendation.server.ts";
import { renderPage } from "../ui/testing/render-page.tsx";
import { AdviceItem } from "./advice-item.tsx";

const advice: Recommendation = {
  id: "rec_1",
  ruleId: "dead-zone",
  group: "price",
  inputs: ["price", "fees"],
  channelId: "chn_1",
  subject: { kind: "listing", id: "lst_1", label: "Chaleira elétrica" },
  state: "open",
  priority: 80,
  evidence: [
    { key: "price", value: 7_990, unit: "money:BRL" },
    { key: "better", value: 7_899, unit: "money:BRL" },
    { key: "contribution", value: 478, unit: "money:BRL" },
    { key: "betterContribution", value: 2_477, unit: "money:BRL" },
  ],
  expected: { metric: "contribution", before: 478, after: 2_477, unit: "money:BRL" },
  remedy: { kind: "price", listingId: "lst_1", value: 7_899, currency: "BRL" },
  href: "/listings/lst_1",
  dismissReason: null,
  measuredAfter7: null,
  measuredAfter14: null,
  firstSeenAt: 0,
  lastSeenAt: 0,
  decidedAt: null,
};

const asItIs: Partial<Recommendation> = {};

function Item({ change = asItIs, mayWrite = true }: { change?: Partial<Recommendation>; mayWrite?: boolean }) {
  return <AdviceItem advice={{ ...advice, ...change }} channelName="Loja" mayWrite={mayWrite} deciding={useFetcher()} />;
}

test("an advice says what it found, which rule fired, on which figures, and what it expects", async () => {
  await renderPage(<Item />);
  expect(await screen.findByRole("heading", { name: "At R$79.90 you earn less than at R$78.99" })).toBeDefined();
  expect(screen.getByText("left per unit: R$4.78 → R$24.77")).toBeDefined();
  await userEvent.click(screen.getByText("Why this advice"));
  expect(screen.getByText(/^Fires when a fee or shipping step/)).toBeDefined();
  expect(screen.getByText("It looks at: price, fees by today's price list.")).toBeDefined();
});

test("a wait of months is told in days, one of hours in hours", async () => {
  const waiting = (hours: number) => ({
    ruleId: "questions-waiting",
    evidence: [{ key: "oldest", value: hours, unit: "hours" }],
  });
  await renderPage(<Item change={waiting(2_104)} />);
  expect(await screen.findByText(/it has waited 88 days\./)).toBeDefined();
  cleanup();
  await renderPage(<Item change={waiting(30)} />);
  expect(await screen.findByText(/it has waited 30 hours\./)).toBeDefined();
});

test("a button says which price it sets", async () => {
  await renderPage(<Item />);
  expect(await screen.findByRole("button", { name: /^Change to R\$78\.99: / })).toBeDefined();
});

test("what only a person can do leads to the page where it is done, and is marked as done", async () => {
  await renderPage(<Item change={{ remedy: { kind: "page", page: "listing", ref: "lst_1" } }} />);
  const link = await screen.findByRole("link", { name: "Open the listing" });
  expect(link.getAttribute("href")).toBe("/listings/lst_1");
  expect(screen.getByRole("button", { name: /^Mark as done: / })).toBeDefined();
});

test("what shoppers do leads to the pattern that says so", async () => {
  const href = "/patterns?period=week";
  const remedy = { kind: "page" as const, page: "patterns" as const, ref: "period=week" };
  await renderPage(<Item change={{ ruleId: "shipping-holds-back", group: "shoppers", remedy, href }} />);
  expect((await screen.findByRole("link", { name: "See the pattern" })).getAttribute("href")).toBe(href);
});

test("dismissing asks why, and sends the reason that was chosen", async () => {
  let sent: Record<string, string> = {};
  await renderPage(<Item />, { action: (fields) => ((sent = fields), null) });
  await userEvent.click(await screen.findByRole("button", { name: /^Dismiss: / }));
  await userEvent.click(await screen.findByRole("radio", { name: "It is so on purpose" }));
  await userEvent.click(screen.getByRole("button", { name: "Dismiss for this reason" }));
  await waitFor(() => expect(sent).toEqual({ id: "rec_1", state: "dismissed", reason: "on-purpose" }));
});

test("who may only look gets no buttons", async () => {
  await renderPage(<Item mayWrite={false} />);
  expect(await screen.findByRole("heading")).toBeDefined();
  expect(screen.queryByRole("button")).toBeNull();
});

test("applied advice shows what was predicted beside what was measured, and that a figure is gone when it is", async () => {
  await renderPage(
    <Item change={{ state: "applied", decidedAt: 0, measuredAfter7: { value: 2_300, at: 1 }, measuredAfter14: { value: null, at: 2 } }} />,
  );
  const measured = await screen.findByRole("region", { name: "What came of it" });
  expect(
    within(measured)
      .getAllByRole("definition")
      .map((one) => one.textContent),
  ).toEqual(["R$4.78", "R$24.77", "R$23.00", "no longer to be measured"]);
});

test("advice of a rule that no longer exists still shows and can be put aside", async () => {
  await renderPage(<Item change={{ ruleId: "constructor", group: null }} />);
  expect(await screen.findByRole("heading", { name: "constructor" })).toBeDefined();
  expect(screen.getByRole("button", { name: "Dismiss: constructor" })).toBeDefined();
});
