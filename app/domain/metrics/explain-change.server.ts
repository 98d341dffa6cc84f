import { requirePermission, type ServiceContext } from "../context.ts";
import { AppError, parseInput } from "../errors.ts";
import type { Untrusted } from "../untrusted.ts";
import { catalogue, type MetricEntry } from "./catalogue.ts";
import type { Group } from "./compile.ts";
import { countGroups } from "./count-groups.server.ts";
import type { DimensionId } from "./kinds.ts";
import { nameValues } from "./name-values.server.ts";
import { openQuery } from "./open-query.server.ts";
import type { Plan } from "./plan-query.ts";
import { queryMetrics } from "./query-metrics.server.ts";
import type { Explanation } from "./result.ts";
import { type MetricQuery, metricQuerySchema } from "./schemas.ts";
import type { Counted } from "./shape-result.ts";
import { type Part, splitChange, type SplitChange } from "./split-change.ts";

/** Which weekday it was says nothing of whole weeks, what a person did is known for days only, and a SKU is told by its product. */
const untold = new Set<DimensionId>(["weekday", "hour-of-day", "person", "sku", "listing", "page"]);
const mostDimensions = 6;
const wholeUnits = new Set<MetricEntry["unit"]>(["count", "money", "micro-usd"]);

type Whole = { before: number; after: number; currency: string };
type Told = { dimension: DimensionId; split: SplitChange };

/**
 * Why a number is another one than before. Worked out from what was counted, never from words: each part with what it gave, so
 * that all parts and their rest are the whole difference.
 */
export async function explainChange(ctx: ServiceContext, input: Untrusted<typeof metricQuerySchema>): Promise<Explanation> {
  const asked = parseInput(metricQuerySchema, input);
  const entry = catalogue[asked.metric];
  requirePermission(ctx, entry.scope);
  if (entry.kind === "snapshot") throw new AppError("invalid", "checkFields", { fields: { metric: "fieldInvalid" } });
  const plain: MetricQuery = {
    ...asked,
    by: [],
    grain: null,
    having: null,
    order: null,
    compare: asked.compare === "year" ? "year" : "previous",
  };
  const { plan, mainCurrency } = await openQuery(ctx, plain);
  const whole = wholeOf(await countGroups(ctx, plan), mainCurrency, entry);
  const dimensions = entry.dimensions.filter((one) => !untold.has(one) && !isFixed(asked, one)).slice(0, mostDimensions);
  const told = (await Promise.all(dimensions.map((one) => explainBy(ctx, plan, one, whole)))).flatMap((one) => one ?? []);
  const telling = told.toSorted((a, b) => b.split.surprise - a.split.surprise);
  return {
    query: plan.query,
    before: whole.before,
    after: whole.after,
    currency: whole.currency === "" ? null : whole.currency,
    unit: entry.unit,
    comparedWith: plan.comparedWith ?? { from: "", to: "" },
    byDimension: await Promise.all(telling.map((one) => named(ctx, one))),
    mix: telling.find(({ split }) => split.mix !== null)?.split.mix ?? null,
    factors: await factorsOf(ctx, plain, whole, entry),
  };
}

/** Narrowed to one value there is nothing to tell apart. */
function isFixed({ where }: MetricQuery, dimension: DimensionId): boolean {
  return where.some((filter) => filter.dimension === dimension && !filter.isNot && filter.values.length === 1);
}

type Sums = { n: number; d: number };

function sumsOf(groups: readonly Group[], period: number): Sums {
  const own = groups.filter((group) => group[1] === period);
  return { n: own.reduce((sum, group) => sum + (group[5] ?? 0), 0), d: own.reduce((sum, group) => sum + (group[6] ?? 0), 0) };
}

function wholeOf({ groups, isRatio, scale }: Counted, mainCurrency: string, { unit }: MetricEntry): Whole {
  const currencies = [...new Set(groups.map((group) => group[4]))];
  const currency = currencies.includes(mainCurrency) || currencies.length === 0 ? mainCurrency : (currencies[0] ?? "");
  const own = groups.filter((group) => group[4] === currency);
  const value = (period: number) => {
    const { n, d } = sumsOf(own, period);
    const exact = (isRatio ? (d === 0 ? 0 : n / d) : n) * scale;
    return wholeUnits.has(unit) ? Math.round(exact) : exact;
  };
  return { before: value(1), after: value(0), currency: unit === "money" ? currency : "" };
}

/** Undefined where the dimension cannot be told apart here, or only one value of it is there. */
async function explainBy(ctx: ServiceContext, plan: Plan, dimension: DimensionId, whole: Whole): Promise<Told | undefined> {
  const counted = await countGroups(ctx, { ...plan, query: { ...plan.query, by: [dimension] } }).catch((error: unknown) => {
    if (error instanceof AppError && error.code === "invalid") return undefined;
    throw error;
  });
  if (counted === undefined || (counted.isRatio && counted.hasOwnWhole)) return undefined;
  const own = counted.groups.filter((group) => whole.currency === "" || group[4] === whole.currency);
  const parts = [...Map.groupBy(own, (group) => String(group[2]))].map(([id, groups]): Part => ({
    id,
    before: sumsOf(groups, 1),
    after: sumsOf(groups, 0),
  }));
  if (parts.length < 2) return undefined;
  const { isRatio, scale } = counted;
  return { dimension, split: splitChange(parts, whole, { isRatio, scale, isWhole: wholeUnits.has(plan.entry.unit) }) };
}

async function named(ctx: ServiceContext, { dimension, split }: Told): Promise<Explanation["byDimension"][number]> {
  const { drivers, rest, explainedShare } = split;
  const names = await nameValues(
    ctx,
    dimension,
    drivers.map(({ id }) => id),
  );
  return { dimension, drivers: drivers.map((one) => ({ dimension, label: names.get(one.id) ?? one.id, ...one })), rest, explainedShare };
}

/** A product of two numbers: each gives its own change by the mean of the other, and together they give the whole. */
async function factorsOf(
  ctx: ServiceContext,
  query: MetricQuery,
  whole: Whole,
  { factors, unit }: MetricEntry,
): Promise<Explanation["factors"]> {
  if (factors === undefined) return [];
  const totals = await Promise.all(
    factors.map(async (metric) => {
      const { totals: found } = await queryMetrics(ctx, { ...query, metric }).catch(noneIfUnfit);
      return found.find(({ currency }) => currency === null || currency === whole.currency);
    }),
  );
  const [first, second] = totals;
  if (first === undefined || second === undefined) return [];
  const [before, after] = [first.compared ?? 0, first.value ?? 0];
  const perBefore = before === 0 ? (after === 0 ? 0 : whole.after / after) : whole.before / before;
  const perAfter = after === 0 ? perBefore : whole.after / after;
  const given = (after - before) * ((perBefore + perAfter) / 2);
  const contribution = wholeUnits.has(unit) ? Math.round(given) : given;
  return [
    { metric: factors[0], before, after, contribution },
    { metric: factors[1], before: second.compared ?? 0, after: second.value ?? 0, contribution: whole.after - whole.before - contribution },
  ];
}

/** A factor may know fewer filters than the whole. */
function noneIfUnfit(error: unknown): { totals: [] } {
  if (error instanceof AppError && error.code === "invalid") return { totals: [] };
  throw error;
}
