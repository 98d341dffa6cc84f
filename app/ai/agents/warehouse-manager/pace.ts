import type { MemoryValue } from "#app/domain/agents/memory-shapes.ts";
import { usualOf } from "#app/domain/warehouse/alerts/robust.ts";
import { hourMs, type PersonFigures } from "#app/domain/warehouse/monitoring/zone-metrics.ts";

export type Pace = MemoryValue<"floor.pace">[string];

/** Hours in which somebody picked: fewer say more about chance than about people. */
export const hoursNeeded = 4;

/** What one person usually picks in an hour, as whole past hours show; wild hours move it little. */
export function paceOf(people: readonly PersonFigures[], nowMs: number): { pace: Pace | null; hours: number } {
  const thisHour = Math.floor(nowMs / hourMs) * hourMs;
  const past = people.filter((one) => one.hourMs < thisHour && one.pickedLines > 0);
  const hours = [...Map.groupBy(past, (one) => one.hourMs).values()].map((own) => ({
    people: new Set(own.map(({ actorId }) => actorId)).size,
    lines: own.reduce((sum, { pickedLines }) => sum + pickedLines, 0),
  }));
  const rate = usualOf(
    hours.map((hour) => hour.lines / hour.people),
    hoursNeeded,
  );
  const there = usualOf(
    hours.map((hour) => hour.people),
    hoursNeeded,
  );
  if (rate === undefined || there === undefined) return { pace: null, hours: hours.length };
  return { pace: { linesPerPersonHour: rate.median, people: there.median, lookedAtMs: nowMs }, hours: hours.length };
}

/** Who did something within the hour that runs or the one before. */
export function peopleThere(people: readonly PersonFigures[], nowMs: number): number {
  const lastHour = Math.floor(nowMs / hourMs) * hourMs - hourMs;
  return new Set(people.filter((one) => one.hourMs >= lastHour).map(({ actorId }) => actorId)).size;
}
