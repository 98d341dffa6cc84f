import { mutate } from "#db/mutate.server.ts";
import { triggers } from "#db/schema/triggers.ts";
import { update } from "#db/writes.ts";
import { byIdSchema } from "../accounts/schemas.ts";
import type { Check } from "../conditions.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { AppError, parseInput } from "../errors.ts";
import { type EventKind, mayRead } from "./events.ts";
import { timeZoneOf } from "./figures.server.ts";
import { findTrigger } from "./find-trigger.server.ts";
import { clockHappening } from "./fire-triggers.server.ts";
import { type Matched, matchEvents } from "./match-events.ts";
import { nextOccurrences } from "./schedule.ts";
import { readHappenings } from "./sources.server.ts";
import type { Trigger } from "./trigger-row.ts";

const dayMs = 24 * 3_600_000;
const lookBackDays = 30;
const looksAt = 500;
/** Enough of those it fires for and of the others to see what makes the difference. */
const shownFiring = 12;
const shownOthers = 8;

export type TestedEvent = {
  id: string;
  at: number;
  label: string;
  verdict: Matched["verdict"];
  checks: Check[];
  /** How many of the same there were by then; null where one is enough. */
  count: number | null;
};
export type TriggerTest = {
  event: EventKind;
  from: number;
  until: number;
  /** How many events there were, and for how many of them it would have fired. */
  looked: number;
  fires: number;
  /** Those it would have fired for and then the others, the newest first; not all where there were many. */
  events: TestedEvent[];
  /** When the clock comes by next. */
  next: number[];
};

/** What a trigger would have done with what is known of the past. Nothing is done; only that it was tried is written down. */
export async function testTrigger(ctx: ServiceContext, input: { id: string }): Promise<TriggerTest> {
  requirePermission(ctx, "triggers:write");
  const { id } = parseInput(byIdSchema, input);
  const { row, trigger } = await findTrigger(ctx, id);
  if (!mayRead(ctx.actor, trigger.event)) throw new AppError("forbidden", "forbidden");
  const test = await tryOnPast(ctx, trigger);
  await mutate(ctx, {
    writes: [update(triggers, row, { testedAt: ctx.clock.now() })],
    audit: {
      action: "trigger.tested",
      subject: { type: "trigger", id, label: trigger.name },
      after: { looked: test.looked, fires: test.fires },
    },
    events: [{ type: "data.changed", area: "triggers" }],
  });
  return test;
}

/** The same matching as for what happens now, with nothing fired yet. */
async function tryOnPast(ctx: ServiceContext, trigger: Trigger): Promise<TriggerTest> {
  const now = ctx.clock.now();
  const from = now - lookBackDays * dayMs;
  const timeZone = await timeZoneOf(ctx);
  const { event, schedule } = trigger;
  const past =
    event === "schedule"
      ? [await clockHappening(ctx, { id: "schedule:now", atMs: now }, timeZone)]
      : await readHappenings(ctx, event, { fromMs: from, untilMs: now, limit: looksAt });
  const matched = matchEvents(trigger, past, new Set());
  const events = matched.toReversed().map(({ happening, verdict, checks, count }): TestedEvent => {
    const { id, atMs, subject } = happening;
    return { id, at: atMs, label: subject.label, verdict, checks, count };
  });
  return {
    event,
    from,
    until: now,
    looked: past.length,
    fires: matched.filter(({ verdict }) => verdict === "fires").length,
    events: [
      ...events.filter(({ verdict }) => verdict === "fires").slice(0, shownFiring),
      ...events.filter(({ verdict }) => verdict !== "fires").slice(0, shownOthers),
    ],
    next: schedule === null ? [] : nextOccurrences(schedule, { nowMs: now, timeZone, most: 5 }),
  };
}
