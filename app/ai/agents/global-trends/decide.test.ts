import { expect, test } from "vitest";
import { agentSettings } from "#app/domain/agents/settings.ts";
import type { Trend } from "#app/domain/trends/trend-row.ts";
import { expectSound, nowMs, rulesOf } from "../testing/planted.ts";
import { decideTrends } from "./decide.ts";
import type { SourceLook } from "./seen.ts";

const settings = agentSettings["global-trends"].parse({});
const read: SourceLook = { source: "search", region: "US", state: "read", terms: 3 };

function aTrend(id: string, change: Partial<Trend> = {}): Trend {
  const figures = { changePercent: 80, sureness: 99, score: 180, series: [], firstDay: "2026-10-01", lastDay: "2026-11-25" };
  const found = {
    sources: ["search"],
    evidence: [{ source: "search", title: "Desk lamps", url: null, day: "2026-11-25" }],
    match: null,
    why: null,
  };
  return {
    id,
    region: "US",
    term: `term ${id}`,
    state: "open",
    direction: "rising",
    ...figures,
    ...found,
    judgedAt: nowMs,
    decidedAt: null,
    ...change,
  };
}

const match = { kind: "product" as const, id: "prd_1", label: "Luminária", words: ["luminari"], percent: 100 };

function decide(trends: Trend[], looks: SourceLook[] = [read]) {
  const outcome = decideTrends({ trends, looks }, settings);
  expectSound(outcome);
  expect(decideTrends({ trends, looks }, settings)).toEqual(outcome);
  return outcome;
}

test("what rises is proposed to be watched, what fails own goods is told, the highest score first", () => {
  const outcome = decide([
    aTrend("a"),
    aTrend("b", { match, score: 1_180 }),
    aTrend("c", { direction: "new", changePercent: null, score: 150 }),
    aTrend("d", { direction: "falling", changePercent: -50, match }),
    aTrend("e", { direction: "falling", changePercent: -50 }),
    aTrend("f", { direction: "steady" }),
  ]);
  expect(rulesOf(outcome)).toEqual(["trends.own-rising", "trends.rising", "trends.new", "trends.own-falling"]);
  expect(outcome.decisions.map(({ proposal }) => proposal?.call.input ?? null)).toEqual([
    { trendId: "b" },
    { trendId: "a" },
    { trendId: "c" },
    null,
  ]);
  expect(outcome.decisions[0]?.facts).toMatchObject({ goods: "Luminária", changePercent: 80, sureness: 99, region: "US" });
});

test("what people watch or put aside is not proposed again", () => {
  expect(rulesOf(decide([aTrend("a", { state: "watched" }), aTrend("b", { state: "dismissed" })]))).toEqual(["trends.quiet"]);
});

test("that nothing moves, and which sources were silent, is said", () => {
  const outcome = decide([aTrend("a", { direction: "steady" })], [read, { ...read, region: "EU", state: "silent" }]);
  expect(rulesOf(outcome)).toEqual(["trends.quiet", "trends.source-silent"]);
  expect(outcome.decisions[1]?.facts).toEqual({ sources: 1, examples: "search EU" });
});

test("no more is proposed at once than people set", () => {
  const many = Array.from({ length: 30 }, (_, index) => aTrend(`t${String(index).padStart(2, "0")}`));
  expect(decide(many).decisions).toHaveLength(settings.mostOpportunities);
});
