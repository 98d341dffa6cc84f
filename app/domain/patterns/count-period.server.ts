import { and, eq, lt } from "drizzle-orm";
import { mutate } from "#db/mutate.server.ts";
import { patterns, patternTallies } from "#db/schema/patterns.ts";
import { usageCounts } from "#db/schema/usage.ts";
import { insertOnce, merge, removeWhere, type Write } from "#db/writes.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { addTallies } from "./add-tallies.ts";
import { countDay } from "./count-day.server.ts";
import { describePeriod } from "./describe-period.ts";
import { asksToCount } from "./events.ts";
import type { Finding, History } from "./finding.ts";
import { findPatterns } from "./find-patterns.ts";
import { observedKind } from "./kinds.ts";
import { above, before, endOf, historyStart, partOf, type Stretch } from "./period.ts";
import { readTallies } from "./read-tallies.server.ts";
import type { Tally } from "./tally.ts";

/**
 * Counts a period anew and finds what repeats in it, then has what it is part of summed up again. Done twice it is the same;
 * what people decided of a pattern stays, and one that no longer shows goes unless somebody keeps it.
 */
export async function countPeriod(ctx: ServiceContext, stretch: Stretch): Promise<void> {
  requirePermission(ctx, "shoppers:write");
  const countedAt = ctx.clock.now();
  const now = stretch.period === "day" ? await countDay(ctx, stretch.startDay) : await sumUp(ctx, stretch.period, stretch);
  if (now === undefined) return;
  const history = await readHistory(ctx, stretch);
  const look = { now, history };
  const findings = [...findPatterns(look), ...describePeriod(look)];
  await mutate(ctx, {
    writes: [keptTally(ctx, stretch, now, countedAt), ...(await keptPatterns(ctx, stretch, { findings, countedAt }))],
    audit: "mirrored",
    events: [{ type: "data.changed", area: "shoppers" }],
    asksFor: above(stretch).map((one) => asksToCount(ctx.workspaceId, one)),
  });
}

async function readHistory(ctx: ServiceContext, stretch: Stretch): Promise<History> {
  const known = stretch.period === "all" ? [] : await readTallies(ctx, stretch.period, historyStart(stretch), stretch.startDay);
  const parts = known.map(({ tally }) => tally);
  const previousDay = before(stretch).startDay;
  return { parts, total: addTallies(parts), previous: known.find(({ startDay }) => startDay === previousDay)?.tally };
}

async function sumUp(ctx: ServiceContext, period: Exclude<Stretch["period"], "day">, stretch: Stretch): Promise<Tally> {
  const parts = await readTallies(ctx, partOf[period], stretch.startDay, endOf(stretch));
  return addTallies(parts.map(({ tally }) => tally));
}

function keptTally(ctx: ServiceContext, { period, startDay }: Stretch, tally: Tally, countedAt: number): Write {
  return merge(patternTallies, { key: ["workspaceId", "period", "startDay"], newest: "countedAt" }, [
    { id: ctx.ids.next("pta"), period, startDay, tally, sessions: tally.sessions, countedAt },
  ]);
}

type Found = { findings: Finding[]; countedAt: number };

async function keptPatterns(ctx: ServiceContext, { period, startDay }: Stretch, { findings, countedAt }: Found): Promise<Write[]> {
  const ofPeriod = and(eq(patterns.period, period), eq(patterns.startDay, startDay));
  const gone = and(ofPeriod, eq(patterns.state, "open"), lt(patterns.foundAt, countedAt));
  const stale: Write[] = gone === undefined ? [] : [removeWhere(patterns, gone)];
  if (findings.length === 0) return stale;
  const rows = findings.map(({ excess, ...finding }) => ({
    id: ctx.ids.next("pat"),
    period,
    startDay,
    ...finding,
    state: "open",
    foundAt: countedAt,
    createdAt: countedAt,
    strength: Math.abs(excess),
    dismissedBecause: null,
  }));
  // Named by what it is and not by its row, so that one that went and came again is paid for once. What is only described is not paid for.
  const used = findings
    .filter(({ kind }) => kind !== observedKind)
    .map(({ kind, key }) => ({
      id: ctx.ids.next("use"),
      kind: "pattern",
      subjectId: `${period}/${startDay}/${kind}/${key}`,
      quantity: 1,
      countedAt,
    }));
  const how = { key: ["workspaceId", "period", "startDay", "kind", "key"], newest: "foundAt" } as const;
  return [
    merge(patterns, { ...how, key: [...how.key], keep: ["state", "createdAt", "dismissedBecause"] }, rows),
    ...stale,
    insertOnce(usageCounts, ...used),
  ];
}
