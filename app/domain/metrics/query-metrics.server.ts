import { ne } from "drizzle-orm";
import { channels } from "#db/schema/channels.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import { catalogue } from "./catalogue.ts";
import { countGroups } from "./count-groups.server.ts";
import { nameValues } from "./name-values.server.ts";
import { openQuery } from "./open-query.server.ts";
import type { Plan } from "./plan-query.ts";
import type { MetricResult } from "./result.ts";
import { metricQuerySchema } from "./schemas.ts";
import type { Untrusted } from "../untrusted.ts";
import { columnsOf, type Counted, type Line, shapeLines, toRow } from "./shape-result.ts";

/**
 * One number, split, narrowed and compared as it was asked for. Whoever asks needs what the metric needs, and gets what their own
 * workspace has; the query itself cannot name another one.
 */
export async function queryMetrics(ctx: ServiceContext, input: Untrusted<typeof metricQuerySchema>): Promise<MetricResult> {
  const asked = parseInput(metricQuerySchema, input);
  requirePermission(ctx, catalogue[asked.metric].scope);
  const { plan, mainCurrency } = await openQuery(ctx, asked);
  const [counted, asOfMs] = await Promise.all([countGroups(ctx, plan), readAsOf(ctx, plan)]);
  const whole = counted.hasOwnWhole ? await countWhole(ctx, plan) : null;
  return present(ctx, { plan, counted, whole, mainCurrency, asOfMs });
}

function countWhole(ctx: ServiceContext, plan: Plan): Promise<Counted> {
  const merged = (cut: Plan["current"]) => cut && { buckets: [""], pieces: cut.pieces.map((piece) => ({ ...piece, bucket: 0 })) };
  const query = { ...plan.query, by: [], grain: null };
  return countGroups(ctx, { ...plan, query, current: merged(plan.current), compared: merged(plan.compared) });
}

type Presented = { plan: Plan; counted: Counted; whole: Counted | null; mainCurrency: string; asOfMs: number };

async function present(ctx: ServiceContext, { plan, counted, whole, mainCurrency, asOfMs }: Presented): Promise<MetricResult> {
  const { query } = plan;
  const isByLabel = query.order?.by === "label";
  const allNames = isByLabel
    ? await namesOf(
        ctx,
        plan,
        counted.groups.map(([, , first, second]) => [String(first), String(second)]),
      )
    : [];
  const labelOf = ({ ids }: Line) => query.by.map((_, place) => allNames[place]?.get(ids[place] ?? "") ?? ids[place] ?? "").join("\n");
  const { lines, totals, isCut } = shapeLines(counted, { plan, mainCurrency, whole, labelOf });
  const names = isByLabel
    ? allNames
    : await namesOf(
        ctx,
        plan,
        lines.map(({ ids }) => ids),
      );
  const nameOf = (place: 0 | 1, id: string) => names[place]?.get(id) ?? id;
  const currencies = totals.map(({ currency }) => currency ?? "");
  return {
    query,
    columns: columnsOf(plan, currencies),
    rows: lines.map((line) => toRow(line, plan, nameOf, currencies.length > 1)),
    totals,
    isCut,
    comparedWith: plan.comparedWith,
    asOfMs,
  };
}

function namesOf(ctx: ServiceContext, { query }: Plan, ids: readonly (readonly [string, string])[]): Promise<Map<string, string>[]> {
  return Promise.all(
    query.by.map((dimension, place) =>
      nameValues(
        ctx,
        dimension,
        ids.map((pair) => pair[place === 0 ? 0 : 1]),
      ),
    ),
  );
}

const toldByChannels = new Set(["orders", "order_items", "listings", "questions", "reviews"]);

/** What marketplaces tell is as new as the last time one of them was heard; all else is of this moment. */
async function readAsOf(ctx: ServiceContext, { entry }: Plan): Promise<number> {
  if (!toldByChannels.has(entry.table)) return ctx.clock.now();
  const rows = await ctx.db.all(channels, { where: ne(channels.state, "disconnected") });
  const heard = rows.flatMap(({ lastSyncAt, lastNoticeAt }) => [lastSyncAt ?? 0, lastNoticeAt ?? 0]);
  return Math.max(0, ...heard) || ctx.clock.now();
}
