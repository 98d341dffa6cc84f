import type { trends, TrendEvidence, TrendMatch } from "#db/schema/trends.ts";
import { type Direction, directions } from "./judge-trends.ts";
import { type TrendState, trendStates } from "./schemas.ts";

export type Trend = {
  id: string;
  region: string;
  term: string;
  state: TrendState;
  direction: Direction;
  changePercent: number | null;
  sureness: number;
  score: number;
  series: (number | null)[];
  firstDay: string;
  lastDay: string;
  sources: string[];
  evidence: TrendEvidence[];
  match: TrendMatch | null;
  why: string | null;
  judgedAt: number;
  decidedAt: number | null;
};

export function toTrend(row: typeof trends.$inferSelect): Trend {
  const { workspaceId: _workspace, version: _version, termKey: _key, ...rest } = row;
  return {
    ...rest,
    state: trendStates.find((one) => one === row.state) ?? "open",
    direction: directions.find((one) => one === row.direction) ?? "steady",
  };
}
