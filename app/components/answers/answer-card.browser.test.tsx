import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { PageClock } from "#app/components/ui/page-clock.tsx";
import { renderPage } from "#app/components/ui/testing/render-page.tsx";
import type { Answered } from "#app/domain/metrics/answer.ts";
import type { MetricColumn, MetricResult } from "#app/domain/metrics/result.ts";
import { type MetricQueryInput, metricQuerySchema } from "#app/domain/metrics/schemas.ts";
import { AnswerCard } from "./answer-card.tsx";

const columns: MetricColumn[] = [
  { key: "channel", kind: "dimension", dimension: "channel" },
  { key: "value", kind: "value", metric: "gmv", unit: "money", currency: "BRL" },
  { key: "compared", kind: "value", metric: "gmv", unit: "money", currency: "BRL" },
  { key: "change", kind: "change" },
];
const hostile = `<img src=x onerror="globalThis.hit=1">\u202Emoc.live ${"W".repeat(400)} עברית 🦊`;
const rows = [
  { channel: "Shopee", channelId: "chn_1", value: 18_990_00, compared: 10_000_00, change: 0.899 },
  { channel: hostile, channelId: "chn_2", value: 0, compared: null, change: null },
];

function anAnswer(asked: MetricQueryInput, more: Partial<Answered> = {}): Answered {
  const query = metricQuerySchema.parse(asked);
  const totals = [{ currency: "BRL", value: 18_990_00, compared: 10_000_00 }];
  const result: MetricResult = {
    query,
    columns,
    rows,
    totals,
    isCut: false,
    comparedWith: { from: "2026-09-29", to: "2026-10-29" },
    asOfMs: 0,
  };
  return {
    kind: "answered",
    query: { type: "metric", ...query },
    columns,
    rows,
    answer: "GMV was R$ 18,990.00.",
    chart: { type: "bar", x: "channel", y: ["value", "compared"], series: null },
    source: "rules",
    suggestions: [],
    result,
    explanation: null,
    found: [],
    ...more,
  };
}

/** Menus are fetched when they are first opened, which a busy machine does slowly. */
const patience = { timeout: 15_000 };

const when = { from: "2026-10-29", to: "2026-11-28", rolling: { kind: "last" as const, unit: "day" as const, count: 30 } };
const asked: MetricQueryInput = { metric: "gmv", by: ["channel"], when, compare: "previous" };

async function show(answer: Answered) {
  const onRefine = vi.fn();
  const page = (
    <PageClock nowMs={0} timeZone="UTC">
      <AnswerCard answer={answer} onRefine={onRefine} />
    </PageClock>
  );
  const view = await renderPage(page);
  await screen.findByText(answer.answer, {}, patience);
  return { user: userEvent.setup(), onRefine, ...view };
}

test("names from data are text: nothing of them is run, and nothing turns the text around them", async () => {
  const { container, user } = await show(anAnswer(asked));
  await user.click(screen.getByRole("button", { name: "Show as table" }));
  expect(container.querySelector("img")).toBeNull();
  expect(Reflect.get(globalThis, "hit")).toBeUndefined();
  const cell = screen.getByText((text) => text.startsWith("<img"));
  expect(cell.tagName).toBe("BDI");
});

test("the table behind the chart says every number in its own form, with the total", async () => {
  const { user } = await show(anAnswer(asked));
  expect(screen.queryByRole("table")).toBeNull();
  await user.click(screen.getByRole("button", { name: "Show as table" }));
  const table = screen.getByRole("table");
  const cells = within(table)
    .getAllByRole("row")
    .map((row) =>
      within(row)
        .queryAllByRole("cell")
        .map((cell) => cell.textContent),
    );
  expect(cells[1]).toEqual(["Shopee", "R$18,990.00", "R$10,000.00", "+89.9%"]);
  expect(cells[2]?.slice(1)).toEqual(["R$0.00", "None", "None"]);
  expect(cells.at(-1)).toEqual(["Total", "R$18,990.00", "R$10,000.00", "+89.9%"]);
});

test("a long table shows its first rows and the total, and the rest when it is asked for", async () => {
  const many = Array.from({ length: 40 }, (_one, index) => ({ channel: `Shop ${index}`, channelId: `c${index}`, value: index }));
  const { user } = await show(anAnswer(asked, { rows: many, chart: null }));
  expect(screen.getAllByRole("row")).toHaveLength(12);
  expect(screen.getByRole("row", { name: /^Total/ })).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Show all 40 rows" }));
  expect(screen.getAllByRole("row")).toHaveLength(42);
});

test("what has no value is said in the reader's words", async () => {
  const columnsByBrand: MetricColumn[] = [
    { key: "brand", kind: "dimension", dimension: "brand" },
    ...columns.filter(({ kind }) => kind === "value"),
  ];
  const unbranded = [{ brand: "none", brandId: "none", value: 100, compared: 50 }];
  await show(anAnswer({ ...asked, by: ["brand"] }, { columns: columnsByBrand, rows: unbranded, chart: null }));
  expect(screen.getByRole("cell", { name: "not given" })).toBeTruthy();
  expect(screen.queryByText("none")).toBeNull();
});

test("one number has no order to be changed", async () => {
  await show(anAnswer({ ...asked, by: [] }));
  expect(screen.getByRole("button", { name: /^Period/ })).toBeTruthy();
  expect(screen.queryByRole("button", { name: /^Order/ })).toBeNull();
});

test("the question stands in parts, with the days it was resolved to", async () => {
  await show(anAnswer({ ...asked, where: [{ dimension: "channel", values: ["chn_1"], labels: ["Shopee"], isNot: true }] }));
  const chips = within(screen.getByRole("list", { name: "What was asked" })).getAllByRole("button");
  expect(chips.map((chip) => chip.textContent)).toEqual([
    "Number: GMV",
    "Split: by channel",
    "Filter: channel other than Shopee",
    "Add filter",
    "Period: last 30 days · Oct 29, 2026 – Nov 27, 2026",
    "Compared with: the stretch before",
    "Order: first 100",
  ]);
});

test("a part is changed by the keyboard, to what the catalogue allows", async () => {
  const { user, onRefine } = await show(anAnswer(asked));
  screen.getByRole("button", { name: /^Compared with/ }).focus();
  await user.keyboard("{Enter}");
  await user.click(await screen.findByRole("menuitemradio", { name: "Not compared" }, patience));
  expect(onRefine).toHaveBeenCalledWith(expect.objectContaining({ metric: "gmv", compare: "none", by: ["channel"] }));
  expect(onRefine.mock.calls[0]?.[0]).not.toHaveProperty("type");
});

test("another period is chosen from those that move with today", async () => {
  const { user, onRefine } = await show(anAnswer(asked));
  await user.click(screen.getByRole("button", { name: /^Period/ }));
  await user.click(await screen.findByRole("button", { name: "this month" }, patience));
  expect(onRefine.mock.calls).toMatchObject([[{ metric: "gmv", when: { rolling: { kind: "this", unit: "month" } } }]]);
});

test("a filter is made of the names the answer shows", async () => {
  const { user, onRefine } = await show(anAnswer(asked));
  await user.click(screen.getByRole("button", { name: "Add filter" }));
  await user.click(await screen.findByRole("checkbox", { name: "Shopee" }, patience));
  await user.click(screen.getByRole("button", { name: "Apply" }));
  expect(onRefine).toHaveBeenCalledWith(
    expect.objectContaining({ where: [{ dimension: "channel", isNot: false, values: ["chn_1"], labels: ["Shopee"] }] }),
  );
});

test("what moved a number adds up to the whole difference", async () => {
  const query = metricQuerySchema.parse({ ...asked, metric: "orders", by: [] });
  const drivers = Array.from({ length: 10 }, (_one, index) => ({
    dimension: "channel" as const,
    id: `c${index}`,
    label: `Channel ${index}`,
    before: 10,
    after: 10 - index,
    contribution: -index,
  }));
  const explanation = {
    query,
    before: 100,
    after: 50,
    currency: null,
    unit: "count" as const,
    comparedWith: { from: "2026-11-01", to: "2026-11-02" },
    byDimension: [{ dimension: "channel" as const, drivers, rest: -5, explainedShare: 0.9 }],
    mix: null,
    factors: [],
  };
  await show(anAnswer(asked, { query: { type: "why", ...query }, rows: [], chart: null, explanation }));
  const items = within(screen.getByText("By channel").closest("section") ?? document.body).getAllByRole("listitem");
  expect(items.at(-1)?.textContent).toBe("Together−50");
  expect(items.at(-2)?.textContent).toBe("All others−22");
});

test("what was found leads to pages of the house and nowhere else", async () => {
  const found = [
    { kind: "product", id: "1", label: "Kettle", detail: "14 in stock", href: "/catalog/1" },
    { kind: "product", id: "2", label: "Trap", detail: "", href: "//evil.test/x" },
    { kind: "product", id: "3", label: "Script", detail: "", href: "javascript:alert(1)" },
  ];
  await show(anAnswer(asked, { query: { type: "find", text: "kettle" }, rows: [], chart: null, result: null, found }));
  await waitFor(() => expect(screen.getAllByRole("link").map((link) => link.getAttribute("href"))).toEqual(["/catalog/1"]));
  expect(screen.queryByRole("list", { name: "What was asked" })).toBeNull();
});
