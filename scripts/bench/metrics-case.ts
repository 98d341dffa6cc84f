import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import type { MetricQueryInput } from "#app/domain/metrics/schemas.ts";
import { demoWorkspaceId } from "#db/seed/people.ts";
import { withLocalData } from "#scripts/dev/local-data.ts";
import { startApp } from "./app-under-test.ts";
import { seedOnce } from "./bench-world.ts";
import type { Result } from "./result.ts";
import { median, round } from "./statistics.ts";

const orderCount = 667_000;
const ordersAtOnce = 20_000;
const listingCount = 1_500;
const dayMs = 86_400_000;
const rounds = 5;

/** What people ask most, as the chat asks it. */
const asked: Record<string, MetricQueryInput> = {
  "gmv-30d-by-channel": { metric: "gmv", by: ["channel"], compare: "previous" },
  "gmv-30d-by-day": { metric: "gmv", grain: "day" },
  "orders-this-month": { metric: "orders", when: { from: "", to: "", rolling: { kind: "this", unit: "month" } }, compare: "previous" },
  "gmv-year-by-month": { metric: "gmv", grain: "month", when: { from: "", to: "", rolling: { kind: "last", count: 12, unit: "month" } } },
  "units-7d-by-product": {
    metric: "units-sold",
    by: ["product"],
    when: { from: "", to: "", rolling: { kind: "last", count: 7, unit: "day" } },
  },
  "gmv-30d-by-product": { metric: "gmv", by: ["product"], limit: 10 },
  "cancellation-rate-30d": { metric: "cancellation-rate", by: ["channel"], compare: "previous" },
  "late-rate-7d": { metric: "late-rate", when: { from: "", to: "", rolling: { kind: "last", count: 7, unit: "day" } } },
  "days-of-cover": { metric: "days-of-cover", by: ["sku"], having: { atMost: 10 } },
};

/** How long numbers take of a shop that sold a million lines in a year: from the request to its first byte. */
export async function runMetrics(buildDir: string, tempDir: string): Promise<Result[]> {
  const stateDir = mkdtempSync(join(tempDir, "metrics-"));
  await seedOnce(stateDir);
  await fillOrders(stateDir);
  await using app = await startApp({ buildDir, stateDir });
  const all: number[] = [];
  const results: Result[] = [];
  for (const [name, query] of Object.entries(asked)) {
    await askOnce(app.appUrl, query);
    const times: number[] = [];
    for (let count = 0; count < rounds; count += 1) times.push(await askOnce(app.appUrl, query));
    all.push(...times);
    results.push({ name: `metrics/${name}`, value: round(median(times), 1), unit: "ms" });
  }
  return [{ name: "metrics", value: round(median(all), 1), unit: "ms p50 of 1M lines" }, ...results];
}

async function askOnce(appUrl: URL, query: MetricQueryInput): Promise<number> {
  const when = query.when && { ...query.when, from: "2026-01-01", to: "2026-01-02" };
  const began = performance.now();
  const answer = await fetch(new URL("/api/v1/metrics/query", appUrl), {
    method: "POST",
    headers: { authorization: "Bearer ek_local_demo_owner", "content-type": "application/json" },
    body: JSON.stringify({ ...query, when }),
  });
  const ms = performance.now() - began;
  if (answer.status !== 200) throw new Error(`${answer.status} ${await answer.text()}`);
  await answer.arrayBuffer();
  return ms;
}

/** Made inside the database: a million rows that travelled there would take longer than all that is measured. */
async function fillOrders(stateDir: string): Promise<void> {
  await withLocalData(stateDir, async ({ DB }) => {
    const untilMs = Date.now();
    for (let first = 0; first < orderCount; first += ordersAtOnce) {
      const numbers = `with recursive n(i) as (select ${first} union all select i + 1 from n where i < ${Math.min(orderCount, first + ordersAtOnce) - 1})`;
      const placedAt = `${untilMs} - i * ${Math.floor((365 * dayMs) / orderCount)}`;
      const state = "case i % 6 when 5 then 'cancelled' when 4 then 'shipped' else 'delivered' end";
      await DB.batch([
        DB.prepare(`insert into orders (id, workspace_id, channel_id, order_ref, pack_ref, state, vendor_status, currency, total_cents, paid_cents,
          units, fee_cents, shipping_cost_cents, buyer_ref, tags, is_late, ship_by, shipped_at, placed_at, paid_at, remote_updated_at, read_at)
          ${numbers} select 'ord_bench' || i, ?, 'chn_bench' || (i % 3), 'b' || i, 'b' || i, ${state}, '', 'BRL', 3000 * (1 + i % 2), 0, 1 + i % 2,
          400, 900, 'buyer' || (i * 7919 % 90000), '[]', 0, ${placedAt} + ${dayMs}, ${placedAt} + ${dayMs / 2}, ${placedAt}, ${placedAt}, 0, 0 from n`).bind(
          demoWorkspaceId,
        ),
        DB.prepare(`insert into order_items (id, workspace_id, order_id, channel_id, listing_ref, model_ref, title, quantity, unit_price_cents, placed_at,
          is_cancelled, currency) ${numbers}, part(k) as (select 0 union all select 1)
          select 'ord_bench' || i || '/' || k, ?, 'ord_bench' || i, 'chn_bench' || (i % 3), 'L' || ((i * 7919 + k * 31) % ${listingCount}), '', 'Chaleira', 1, 3000,
          ${placedAt}, i % 6 = 5, 'BRL' from n join part on k <= i % 2`).bind(demoWorkspaceId),
      ]);
    }
  });
}
