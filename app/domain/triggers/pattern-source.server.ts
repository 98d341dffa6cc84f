import { and, desc, gte, lte, ne } from "drizzle-orm";
import { patterns } from "#db/schema/patterns.ts";
import type { ServiceContext } from "../context.ts";
import { observedKind } from "../patterns/kinds.ts";
import { labelOf } from "../patterns/policy.ts";
import type { Happening } from "./events.ts";
import type { Stretch } from "./sources.server.ts";

/** What repeats in what shoppers do, once for each period it was found in, however often that is counted. What is only described repeats nothing. */
export async function readFoundPatterns(ctx: ServiceContext, { fromMs, untilMs, limit }: Stretch): Promise<Happening[]> {
  const rows = await ctx.db.all(patterns, {
    where: and(
      gte(patterns.createdAt, fromMs),
      lte(patterns.createdAt, untilMs),
      ne(patterns.state, "dismissed"),
      ne(patterns.kind, observedKind),
    ),
    orderBy: desc(patterns.createdAt),
    limit,
  });
  return rows.map((row) => ({
    id: `pattern:${row.period}/${row.startDay}/${row.kind}/${row.key}`,
    event: "pattern-found",
    atMs: row.createdAt,
    subject: { type: "pattern", id: row.id, label: labelOf(row) },
    facts: { kind: row.kind, subject: labelOf(row), period: row.period, sessions: row.support },
    same: `${row.kind}/${row.key}`,
    refs: {},
    cause: null,
  }));
}
