import { and, desc, eq, ne } from "drizzle-orm";
import { patterns } from "#db/schema/patterns.ts";
import type { ServiceContext } from "../context.ts";
import { foundKinds, type Period, periods } from "../patterns/kinds.ts";
import { labelOf } from "../patterns/policy.ts";
import type { PatternFacts } from "./rules/rule.ts";

type PatternRow = typeof patterns.$inferSelect;

const dayMs = 24 * 3_600_000;
/** So long ago the last counted period of each kind may have begun: its own length, and until it is counted. */
const newsForDays: Record<Exclude<Period, "all">, number> = { day: 8, week: 15, month: 63, year: 732 };

/** The name a pattern keeps from period to period. */
function patternName({ period, kind, key }: Pick<PatternRow, "period" | "kind" | "key">): string {
  return [period, kind, key].join("/");
}

/** Patterns as they were last found, by their names. One that no longer shows, or was put aside, is told as not found. */
export async function readAdvisedPatterns(ctx: ServiceContext, names: readonly string[]): Promise<Map<string, PatternFacts>> {
  const facts = new Map<string, PatternFacts>();
  for (const name of new Set(names)) {
    const [period = "", kind = "", ...rest] = name.split("/");
    const row = await latest(ctx, { period, kind, key: rest.join("/") });
    if (row !== undefined) facts.set(name, factsOf(row, ctx.clock.now()));
  }
  return facts;
}

async function latest(ctx: ServiceContext, { period, kind, key }: { period: string; kind: string; key: string }) {
  const [row] = await ctx.db.all(patterns, {
    where: and(eq(patterns.period, period), eq(patterns.kind, kind), eq(patterns.key, key), ne(patterns.state, "dismissed")),
    orderBy: desc(patterns.startDay),
    limit: 1,
  });
  return row;
}

export function factsOf(row: PatternRow, nowMs: number): PatternFacts {
  const period = periods.find((one) => one === row.period) ?? "day";
  const since = period === "all" ? "" : new Date(nowMs - newsForDays[period] * dayMs).toISOString().slice(0, 10);
  const isFound = row.startDay >= since;
  return {
    name: patternName(row),
    kind: foundKinds.find((one) => one === row.kind) ?? "anomaly",
    label: labelOf(row),
    sessions: row.support,
    outOf: row.outOf,
    beyond: isFound ? row.strength : 0,
    isFound,
    page: new URLSearchParams({ period: row.period, start: row.startDay, kind: row.kind }).toString(),
  };
}
