import { listingThresholds } from "#app/domain/listing-analysis/evals/listing-analysis.eval.ts";

/** `cpuUs`: processor time of one request. */
export type Result = {
  name: string;
  value: number;
  unit: string;
  ratioToHello?: number;
  p50Ms?: number;
  p99Ms?: number;
  cpuUs?: number;
};

type Target = { of: "value" | "ratio" | "p99"; bound: "least" | "most"; limit: number };

/** Rows one query may read for a page. The dearest is a search for a word that thousands contain: it stops at two thousand. */
export const mostRows = 15_000;

/** What the product promises itself. A value without a target is shown for comparison. */
const targets: Record<string, Target> = {
  ...Object.fromEntries(
    Object.entries(listingThresholds).flatMap(([name, limit]): [string, Target][] =>
      ["pt", "en"].map((language) => [
        `eval-listings/${language}/${name}`,
        { of: "value", bound: name === "suspiciousInVain" ? "most" : "least", limit },
      ]),
    ),
  ),
  "api-read": { of: "ratio", bound: "least", limit: 0.1 },
  mcp: { of: "ratio", bound: "least", limit: 0.05 },
  "api-write": { of: "ratio", bound: "least", limit: 0.05 },
  "ssr-overview": { of: "ratio", bound: "least", limit: 0.02 },
  "room-50": { of: "value", bound: "least", limit: 15_000 },
  "room-200": { of: "p99", bound: "most", limit: 150 },
  "zone-commands": { of: "ratio", bound: "least", limit: 0.08 },
  "zone-tablets": { of: "p99", bound: "most", limit: 50 },
  "zone-tablets/fan-out": { of: "p99", bound: "most", limit: 150 },
  reservations: { of: "value", bound: "least", limit: 850 },
  "reservations/oversold": { of: "value", bound: "most", limit: 0 },
  "zone-resume": { of: "p99", bound: "most", limit: 200 },
  "zone-large": { of: "value", bound: "most", limit: 1.2 },
  "solve-route": { of: "p99", bound: "most", limit: 5 },
  "solve-batch": { of: "value", bound: "most", limit: 5_000 },
  "floor-sim/undecided": { of: "value", bound: "most", limit: 0 },
  "first-sync": { of: "value", bound: "most", limit: 2 },
  "webhooks/mercado-livre": { of: "p99", bound: "most", limit: 100 },
  "webhooks/shopee": { of: "p99", bound: "most", limit: 100 },
  metrics: { of: "value", bound: "most", limit: 150 },
  notices: { of: "value", bound: "most", limit: 0 },
  "collect/20": { of: "p99", bound: "most", limit: 100 },
  "collect/lost-after-kill": { of: "value", bound: "most", limit: 0 },
  "crowd/missing": { of: "value", bound: "most", limit: 0 },
  "long-visit": { of: "value", bound: "most", limit: 2 },
  "listings-50k": { of: "value", bound: "most", limit: 5 },
  "listings-50k/rows/listings": { of: "value", bound: "most", limit: mostRows },
  "listings-50k/rows/orders": { of: "value", bound: "most", limit: mostRows },
  "listings-50k/rows/catalog": { of: "value", bound: "most", limit: mostRows },
  "listings-50k/rows/questions": { of: "value", bound: "most", limit: mostRows },
  "listings-50k/rows/reviews": { of: "value", bound: "most", limit: mostRows },
  "shoppers/list": { of: "value", bound: "most", limit: 3 },
  "shoppers/filter": { of: "value", bound: "most", limit: 3 },
  "shoppers/search": { of: "value", bound: "most", limit: 3 },
  "shoppers/statistics": { of: "value", bound: "most", limit: 50 },
  "ask/answerable": { of: "value", bound: "least", limit: 0.95 },
  "ask/refused": { of: "value", bound: "least", limit: 1 },
  "ask/spoken": { of: "value", bound: "least", limit: 0.95 },
  "ask/spoken-refused": { of: "value", bound: "least", limit: 1 },
  ask: { of: "value", bound: "most", limit: 30 },
  "ask/1m-lines": { of: "value", bound: "most", limit: 150 },
  "gateway/overhead": { of: "value", bound: "most", limit: 1 },
  "gateway/overhead-32": { of: "value", bound: "most", limit: 5 },
  "gateway/failover-429": { of: "value", bound: "most", limit: 5 },
  "gateway/failover-500": { of: "value", bound: "most", limit: 5 },
  score: { of: "value", bound: "most", limit: 50 },
  "review-gaps": { of: "value", bound: "most", limit: 5_000 },
  "patterns-10k": { of: "value", bound: "most", limit: 10_000 },
  "worker-size": { of: "value", bound: "most", limit: 1_000 },
  "client-js/landing": { of: "value", bound: "most", limit: 130 },
  "client-js/login": { of: "value", bound: "most", limit: 130 },
  "client-js/overview": { of: "value", bound: "most", limit: 220 },
  "client-js/team": { of: "value", bound: "most", limit: 220 },
  "tablet/first-view": { of: "value", bound: "most", limit: 200 },
  "tablet/scan-to-feedback": { of: "p99", bound: "most", limit: 100 },
  "sdk/script": { of: "value", bound: "most", limit: 5 },
  "lighthouse/performance": { of: "value", bound: "least", limit: 95 },
  "lighthouse/accessibility": { of: "value", bound: "least", limit: 100 },
  "lighthouse/best-practices": { of: "value", bound: "least", limit: 100 },
  "lighthouse/seo": { of: "value", bound: "least", limit: 100 },
};

export function judge(result: Result): { target: string; verdict: string } {
  const target = targets[result.name];
  if (target === undefined) return { target: "", verdict: "" };
  const subject = { value: result.value, ratio: result.ratioToHello ?? 0, p99: result.p99Ms ?? Number.POSITIVE_INFINITY }[target.of];
  const isMet = target.bound === "least" ? subject >= target.limit : subject <= target.limit;
  const unit = { value: result.unit, ratio: "of hello", p99: "ms p99" }[target.of];
  return { target: `${target.bound === "least" ? "≥" : "≤"} ${target.limit} ${unit}`, verdict: isMet ? "met" : "missed" };
}

export const tableHead = row("case", "value", "of hello", "p50 ms", "p99 ms", "CPU µs", "target", "");

export function tableLine(result: Result): string {
  const { target, verdict } = judge(result);
  const value = `${result.value.toLocaleString("en")} ${result.unit}`;
  return row(result.name, value, text(result.ratioToHello), text(result.p50Ms), text(result.p99Ms), text(result.cpuUs), target, verdict);
}

function text(value: number | undefined): string {
  return value === undefined ? "" : String(value);
}

function row(...cells: [string, string, string, string, string, string, string, string]): string {
  const [name, value, ratio, p50, p99, cpu, target, verdict] = cells;
  const line = `${name.padEnd(26)}${value.padStart(22)}${ratio.padStart(10)}${p50.padStart(9)}${p99.padStart(9)}${cpu.padStart(8)}  ${target.padEnd(22)}${verdict}`;
  return line.trimEnd();
}
