import { zonedDay } from "#app/platform/zoned-days.ts";
import type { ServiceContext } from "../context.ts";
import { countPeriod } from "./count-period.server.ts";
import { shopTimeZone } from "./time-zone.server.ts";

/** Counts the day that is now as far as it went. When it is over it is counted again, as every day. */
export async function countToday(ctx: ServiceContext): Promise<void> {
  await countPeriod(ctx, { period: "day", startDay: zonedDay(ctx.clock.now(), await shopTimeZone(ctx)) });
}
