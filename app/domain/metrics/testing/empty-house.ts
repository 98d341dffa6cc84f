import { sql } from "drizzle-orm";
import { proposals } from "#db/schema/agents.ts";
import { aiSpendDays } from "#db/schema/ai.ts";
import { alerts } from "#db/schema/floor-watch.ts";
import { interactionProducts, interactions, shopperSessions } from "#db/schema/interactions.ts";
import { orders } from "#db/schema/orders.ts";
import { returns } from "#db/schema/returns.ts";
import { questions, reviews } from "#db/schema/service.ts";
import { siteStatistics } from "#db/schema/site-statistics.ts";
import { createStage } from "#db/testing/stage.ts";
import { aWorkspace, writeRows } from "#db/testing/world.ts";
import { removeWhere } from "#db/writes.ts";
import { queryMetrics } from "../query-metrics.server.ts";
import type { MetricQueryInput } from "../schemas.ts";

/** A workspace in which nothing has happened yet, and short ways of asking for a number of it. */
export async function anEmptyHouse() {
  const home = await aWorkspace();
  const tables = [orders, questions, reviews, returns, alerts, proposals, aiSpendDays, siteStatistics, interactions, interactionProducts];
  await writeRows(home.id, ...tables.map((table) => removeWhere(table, sql`1`)), removeWhere(shopperSessions, sql`1`));
  const stage = createStage();
  const ctx = stage.as(home, { role: "owner" });
  const valueOf = async (query: MetricQueryInput) => (await queryMetrics(ctx, query)).totals[0]?.value;
  const rowsOf = async (query: MetricQueryInput) => {
    const { rows } = await queryMetrics(ctx, query);
    return Object.fromEntries(rows.map((row): [string, unknown] => [String(row[`${query.by?.[0]}Id`]), row["value"]]));
  };
  return { home, stage, ctx, valueOf, rowsOf };
}
