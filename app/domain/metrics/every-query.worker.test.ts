import { env } from "cloudflare:workers";
import { SQLiteSyncDialect } from "drizzle-orm/sqlite-core";
import { describe, expect, test } from "vitest";
import { stageStartMs } from "#db/testing/basics.ts";
import { createStage } from "#db/testing/stage.ts";
import { aWorkspace } from "#db/testing/world.ts";
import { catalogue } from "./catalogue.ts";
import { compileMeasure, fits } from "./compile.ts";
import { type DimensionId, type MetricId, metricIds } from "./kinds.ts";
import { queryMetrics } from "./query-metrics.server.ts";
import type { MetricQueryInput } from "./schemas.ts";
import { formulas } from "./sources/formulas.ts";
import type { Span } from "./sources/source.ts";

const dialect = new SQLiteSyncDialect();
/** What a query makes itself: pieces of time, tags, and sums that other tables are looked up for. */
const made = /^SCAN (?:\w+ VIRTUAL TABLE|lines\b|covered\b|held\b|owed\b|sold\b|own\b|\(subquery-\d+\)|CONSTANT ROW)/;
const hourMs = 3_600_000;

/** Alone, by each dimension, narrowed by each, over time in each grain, and by week split by each, always with what it is compared with. */
function queriesOf(metric: MetricId): MetricQueryInput[] {
  const { dimensions, grains, kind } = catalogue[metric];
  const week = { when: { from: "2026-11-14", to: "2026-11-21" }, compare: "previous" as const };
  const usual = kind === "flow" ? week : {};
  const narrowed = (dimension: DimensionId) => ({ metric, ...usual, where: [{ dimension, values: ["1"] }] });
  return [
    { metric, ...usual },
    ...dimensions.map((dimension) => ({ metric, ...usual, by: [dimension] })),
    ...dimensions.map(narrowed),
    ...grains.map((grain) => ({ metric, ...usual, grain })),
    ...dimensions
      .filter((one) => one !== "hour-of-day" && grains.includes("week"))
      .map((one) => ({ metric, ...usual, grain: "week" as const, by: [one] })),
  ];
}

describe.each(metricIds)("%s", (metric) => {
  test("answers every question that its entry allows, and tells nothing of another workspace", async () => {
    const [home, other] = [await aWorkspace(), await aWorkspace()];
    const ctx = createStage().as(home, { role: "owner" });
    const others = [other.id, other.shop.channelId, other.shop.productId, other.shop.siteId, other.shop.zoneId, other.people.owner.id];
    for (const query of queriesOf(metric)) {
      const result = await queryMetrics(ctx, query);
      const told = JSON.stringify(result);
      expect(
        others.filter((id) => told.includes(id)),
        JSON.stringify(query),
      ).toEqual([]);
      expect(result.totals.length).toBeGreaterThan(0);
      const keys = result.columns.map(({ key }) => key);
      for (const row of result.rows) expect(Object.keys(row).filter((key) => !key.endsWith("Id"))).toEqual(expect.arrayContaining(keys));
    }
  });

  test("reads by indexes, with the workspace as a bound value beside every table", async () => {
    const { dimensions } = catalogue[metric];
    for (const measure of [...formulas[metric].of, ...(formulas[metric].perOf ?? [])]) {
      for (const by of [[], ...dimensions.map((dimension): DimensionId[] => [dimension])]) {
        if (!fits(measure, by)) continue;
        // Whole days and hours beside them: sums that are kept, and what they are made of.
        const spans: Span[] = [[stageStartMs - 75 * hourMs, stageStartMs, 0, 0, "1", "00"]];
        const query = compileMeasure({
          workspaceId: "wsp_bound",
          nowMs: stageStartMs,
          measure,
          by,
          where: by.map((dimension) => ({ dimension, values: ["x'; drop table orders; --"], isNot: false })),
          spans,
          isPerCurrency: true,
          mostGroups: 10,
        });
        const { sql, params } = dialect.sqlToQuery(query);
        expect(sql).not.toMatch(/wsp_bound|drop table/);
        expect(params.filter((param) => param === "wsp_bound").length).toBeGreaterThan(0);
        expect(params.length).toBeLessThanOrEqual(100);
        const { results } = await env.DB.prepare(`explain query plan ${sql}`)
          .bind(...params)
          .all<{ detail: string }>();
        const scans = results.map(({ detail }) => detail).filter((detail) => detail.startsWith("SCAN") && !made.test(detail));
        expect(scans, `${by.join()}\n${results.map(({ detail }) => detail).join("\n")}`).toEqual([]);
      }
    }
  });
});
