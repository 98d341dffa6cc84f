import { screen } from "@testing-library/react";
import type { ReactNode } from "react";
import { useFetcher } from "react-router";
import { expect, test } from "vitest";
import type { Trend } from "#app/domain/trends/trend-row.ts";
import { renderPage } from "../ui/testing/render-page.tsx";
import { TrendItem } from "./trend-item.tsx";

const trend: Trend = {
  id: "trd_1",
  region: "US",
  term: "<b>portable blender</b>",
  state: "open",
  direction: "rising",
  changePercent: 120,
  sureness: 99,
  score: 219,
  series: [null, 40, 41, 88],
  firstDay: "2026-10-15",
  lastDay: "2026-11-25",
  sources: ["search", "news"],
  evidence: [{ source: "news", title: "Blenders <i>everywhere</i>", url: "https://news.test/1", day: "2026-11-25" }],
  match: { kind: "product", id: "prd_1", label: "Liquidificador portátil", words: ["blender"], percent: 70 },
  why: null,
  judgedAt: 0,
  decidedAt: null,
};

async function show(item: ReactNode): Promise<void> {
  await renderPage(item);
  await screen.findByRole("heading", { level: 2 });
}

const asIs: Partial<Trend> = {};

function Item({ own = asIs, mayWrite = true }: { own?: Partial<Trend>; mayWrite?: boolean }) {
  return (
    <ul>
      <TrendItem trend={{ ...trend, ...own }} mayWrite={mayWrite} deciding={useFetcher()} />
    </ul>
  );
}

test("words from outside are shown as they are written, and never become markup", async () => {
  await show(<Item />);
  expect(screen.getByRole("heading", { level: 2 }).textContent).toBe("<b>portable blender</b>");
  expect(screen.getByRole("link", { name: "Blenders <i>everywhere</i>", hidden: true })).toHaveProperty("rel", "noreferrer nofollow");
});

test("a trend says how far, how surely, where and for how long, and what of our own is close", async () => {
  await show(<Item />);
  for (const text of ["Rising", "United States", "Searches", "Feeds"]) expect(screen.getByText(text, { exact: true })).toBeDefined();
  expect(screen.getByText(/120% against the weeks before · 99% sure/)).toBeDefined();
  expect(screen.getByRole("link", { name: "Liquidificador portátil" })).toHaveProperty("href", expect.stringMatching(/\/catalog\/prd_1$/));
});

test("a new one has nothing to be compared with, and says so", async () => {
  await show(<Item own={{ direction: "new", changePercent: null, match: null }} />);
  expect(screen.queryByText(/sure ·|% sure/)).toBeNull();
  expect(screen.getByText(/nothing to compare it with yet/)).toBeDefined();
  expect(screen.getByText("None of your goods is close to it.")).toBeDefined();
});

test("a model's words are named as such, and only who may decide sees buttons", async () => {
  await show(<Item own={{ why: "Summer is near." }} mayWrite={false} />);
  expect(screen.getByText("A model’s words, not a measurement:")).toBeDefined();
  expect(screen.queryByRole("button")).toBeNull();
});
