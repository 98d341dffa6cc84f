import { byIdSchema } from "../accounts/schemas.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import { timeZoneOf } from "./figures.server.ts";
import { findTrigger } from "./find-trigger.server.ts";
import { nextOccurrences } from "./schedule.ts";
import type { Trigger } from "./trigger-row.ts";

/** One trigger, and when its clock comes by next. */
export async function readTrigger(ctx: ServiceContext, input: { id: string }): Promise<Trigger & { next: number[]; timeZone: string }> {
  requirePermission(ctx, "triggers:read");
  const { id } = parseInput(byIdSchema, input);
  const { trigger } = await findTrigger(ctx, id);
  const timeZone = await timeZoneOf(ctx);
  const { schedule } = trigger;
  return { ...trigger, timeZone, next: schedule === null ? [] : nextOccurrences(schedule, { nowMs: ctx.clock.now(), timeZone, most: 3 }) };
}
