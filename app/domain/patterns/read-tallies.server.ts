import { and, asc, eq, gte, lt } from "drizzle-orm";
import { patternTallies } from "#db/schema/patterns.ts";
import type { ServiceContext } from "../context.ts";
import type { Period } from "./kinds.ts";
import { type Tally, tallySchema } from "./tally.ts";

export type CountedTally = { startDay: string; tally: Tally };

/** So many at once: a full one has half a megabyte. */
const atOnce = 7;

/** The sums of one kind that begin within these days, the earliest first. One that an older version made is left out. */
export async function readTallies(ctx: ServiceContext, period: Period, fromDay: string, untilDay: string): Promise<CountedTally[]> {
  const tallies: CountedTally[] = [];
  let from = { day: fromDay, isKnown: false };
  for (;;) {
    const rows = await ctx.db.all(patternTallies, {
      where: and(eq(patternTallies.period, period), gte(patternTallies.startDay, from.day), lt(patternTallies.startDay, untilDay)),
      orderBy: asc(patternTallies.startDay),
      limit: atOnce,
    });
    const unseen = from.isKnown ? rows.slice(1) : rows;
    for (const { startDay, tally } of unseen) {
      const parsed = tallySchema.safeParse(tally);
      if (parsed.success) tallies.push({ startDay, tally: parsed.data });
    }
    const last = rows.at(-1);
    if (rows.length < atOnce || last === undefined) return tallies;
    from = { day: last.startDay, isKnown: true };
  }
}
