import type { MetricQueryInput } from "#app/domain/metrics/schemas.ts";
import { startApp } from "./app-under-test.ts";
import { manyOrderLines } from "./order-lines.ts";
import type { Result } from "./result.ts";
import { timed, timeHello, timePost, timesOf } from "./timed-posts.ts";

const counts = { warmUps: 2, asked: 20 };
const year = { kind: "last", count: 12, unit: "month" } as const;

/** What people ask most, as the chat asks it. */
const asked: Record<string, MetricQueryInput> = {
  "gmv-30d-by-channel": { metric: "gmv", by: ["channel"], compare: "previous" },
  "gmv-30d-by-day": { metric: "gmv", grain: "day" },
  "orders-this-month": { metric: "orders", when: { from: "", to: "", rolling: { kind: "this", unit: "month" } }, compare: "previous" },
  "gmv-year-by-month": { metric: "gmv", grain: "month", when: { from: "", to: "", rolling: year } },
  "units-7d-by-product": {
    metric: "units-sold",
    by: ["product"],
    when: { from: "", to: "", rolling: { kind: "last", count: 7, unit: "day" } },
  },
  "gmv-30d-by-product": { metric: "gmv", by: ["product"], compare: "previous", limit: 10 },
  "gmv-year-by-product": { metric: "gmv", by: ["product"], when: { from: "", to: "", rolling: year }, limit: 10 },
  "gmv-year-by-brand-and-month": { metric: "gmv", by: ["brand"], grain: "month", when: { from: "", to: "", rolling: year } },
  "units-year-of-a-brand": {
    metric: "units-sold",
    where: [{ dimension: "brand", values: ["Marca 3"] }],
    grain: "month",
    when: { from: "", to: "", rolling: year },
  },
  "margin-30d-by-product": { metric: "gross-margin", by: ["product"], limit: 10 },
  "orders-30d-by-product": { metric: "orders", by: ["product"], limit: 10 },
  "cancellation-rate-30d": { metric: "cancellation-rate", by: ["channel"], compare: "previous" },
  "late-rate-7d": { metric: "late-rate", when: { from: "", to: "", rolling: { kind: "last", count: 7, unit: "day" } } },
  "days-of-cover": { metric: "days-of-cover", by: ["sku"], having: { atMost: 10 } },
};

/** How long numbers take of a shop that sold a million lines in a year: from the request to the end of its answer. */
export async function runMetrics(buildDir: string, tempDir: string): Promise<Result[]> {
  await using app = await startApp({ buildDir, stateDir: await manyOrderLines(tempDir) });
  const { helloMs, result: hello } = await timeHello(app, "metrics");
  const all: number[] = [];
  const results: Result[] = [];
  for (const [name, query] of Object.entries(asked)) {
    const times = await timesOf(counts, () => askOnce(app.appUrl, query));
    all.push(...times);
    results.push(timed(`metrics/${name}`, times, helloMs));
  }
  return [hello, timed("metrics", all, helloMs), ...results];
}

function askOnce(appUrl: URL, query: MetricQueryInput): Promise<number> {
  const when = query.when && { ...query.when, from: "2026-01-01", to: "2026-01-02" };
  return timePost(new URL("/api/v1/metrics/query", appUrl), "ek_local_demo_owner", { ...query, when });
}
