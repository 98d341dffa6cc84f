import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import type { ProposalRow } from "#app/domain/agents/proposal-row.ts";
import { renderPage } from "../ui/testing/render-page.tsx";
import { ProposalList } from "./proposal-list.tsx";
import { useDeciding } from "./use-deciding.tsx";

const proposal: ProposalRow = {
  id: "prp_1",
  agent: "warehouse-manager",
  runId: "run_1",
  group: null,
  rule: "manager.count-corrected",
  ruleVersion: 3,
  subject: { type: "bin", id: "bin_1", label: "A-01" },
  facts: { zone: "Picking", bin: "A-01", corrections: 3, examples: "KET-18" },
  effect: { bin: "A-01" },
  call: { tool: "plan-count", input: { zoneId: "zon_1", binId: "bin_1", priority: 60 } },
  state: "open",
  createdAt: 0,
  expiresAt: 3_600_000,
  decidedBy: null,
  decidedAt: null,
  endedAt: null,
  failure: null,
  policy: null,
  edit: null,
  realised: null,
};

type ListProps = { proposals: readonly ProposalRow[]; mayWrite?: boolean };

function List({ proposals, mayWrite = true }: ListProps) {
  const { deciding, dialog } = useDeciding();
  return (
    <>
      <ProposalList proposals={proposals} mayWrite={mayWrite} deciding={deciding} />
      {dialog}
    </>
  );
}

test("a proposal says what was seen, what is to be done, and where to look at it", async () => {
  await renderPage(<List proposals={[proposal]} />);
  await screen.findByText("A-01 in Picking was corrected 3 times within a day (KET-18). A count says what really lies there.");
  expect(screen.getByText("Have a bin counted")).toBeTruthy();
  expect(screen.getByRole("link", { name: "A-01" }).getAttribute("href")).toBe("/warehouse/zones/zon_1");
});

test("one whose rule is gone, or lacks a figure of today's sentence, lets its figures speak", async () => {
  const gone = { ...proposal, id: "prp_2", rule: "manager.forgotten", facts: { oldFigure: 1234.5 } };
  const lacking = { ...proposal, id: "prp_3", facts: { corrections: 7 } };
  await renderPage(<List proposals={[gone, lacking]} />);
  await screen.findByRole("heading", { name: "manager.forgotten" });
  expect(screen.getAllByText("Old figure")).not.toHaveLength(0);
  expect(screen.getAllByText("1,234.5")).not.toHaveLength(0);
  expect(screen.getByRole("heading", { name: "Count a bin that was corrected again and again" })).toBeTruthy();
  expect(document.body.textContent).not.toContain("{{");
});

test("whoever may not decide sees everything and can press nothing", async () => {
  const done: ProposalRow = { ...proposal, id: "prp_2", state: "applied" };
  await renderPage(<List proposals={[proposal, done]} mayWrite={false} />);
  await screen.findAllByRole("heading");
  expect(screen.queryAllByRole("button")).toEqual([]);
  expect(screen.queryAllByRole("checkbox")).toEqual([]);
});

test("a failure is told in words, and only what can be taken back offers it", async () => {
  const failed: ProposalRow = { ...proposal, id: "prp_2", state: "failed", failure: "floor.binFull" };
  const odd: ProposalRow = { ...proposal, id: "prp_3", state: "failed", failure: "nobodyKnows" };
  const told: ProposalRow = { ...proposal, id: "prp_4", state: "applied", call: { tool: "tell-stock", input: { channelId: "chn_1" } } };
  await renderPage(<List proposals={[failed, odd, told]} />);
  await screen.findByText("This bin does not take as much.");
  expect(screen.getByText("The reason is not known.")).toBeTruthy();
  expect(screen.queryByRole("button", { name: /Undo/ })).toBeNull();
});

test("several are decided at once, with all steps of their groups, after a second look", async () => {
  const posted: Record<string, string>[] = [];
  const steps = ["prp_3", "prp_2"].map((id) => ({ ...proposal, id, group: "swap" }));
  await renderPage(<List proposals={[...steps, proposal]} />, {
    action: (fields) => {
      posted.push(fields);
      return { ok: true, intent: "approve", count: 3 };
    },
  });
  const user = userEvent.setup();
  await user.click(await screen.findByLabelText("Select all shown"));
  await user.click(screen.getByRole("button", { name: "Approve selected" }));
  const dialog = await screen.findByRole("alertdialog", { name: "Approve 3 proposals?" });
  await user.click(within(dialog).getByRole("button", { name: "Approve 3" }));
  await expect.poll(() => posted).toEqual([{ intent: "approve", ids: "prp_2,prp_3,prp_1" }]);
});

test("what a price came to reads as money, and says whether it leaves more", async () => {
  const call = { tool: "change-price" as const, input: { listingId: "lst_1", fromCents: 1, toCents: 2, currency: "BRL" } };
  const figures = [
    { figure: "grossMarginCentsPerDay", before: 12_345, after: 20_000, predicted: null, isMet: true },
    { figure: "salesCentsPerDay", before: null, after: 90_000, predicted: null, isMet: null },
  ];
  const moved: ProposalRow = { ...proposal, agent: "price-watch", state: "applied", call, effect: { currency: "BRL" } };
  await renderPage(<List proposals={[{ ...moved, realised: { at: 1, days: 7, figures } }]} />);
  expect((await screen.findByText(/^Gross margin a day/)).textContent).toBe("Gross margin a day: R$123.45 → R$200.00");
  expect(screen.getByText(/^Sales a day/).textContent).toBe("Sales a day: not known → R$900.00");
  expect(screen.getAllByText("As expected")).toHaveLength(1);
});
