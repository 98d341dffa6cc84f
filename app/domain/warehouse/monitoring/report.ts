import { z } from "zod";
import { alertKinds, alertSeverities } from "../alerts/kinds.ts";

const text = z.string();
const whole = z.int();

const work = {
  pickedUnits: whole,
  pickedLines: whole,
  doneTasks: whole,
  movements: whole,
  picks: whole,
  shortPicks: whole,
  countedLines: whole,
  wrongLines: whole,
  corrections: whole,
};

/**
 * A day of the floor as it is kept for good. What is in the archive is never rewritten: another shape is another version
 * beside this one.
 */
export const floorReportSchema = z.object({
  v: z.literal(1),
  day: text,
  timeZone: text,
  fromMs: whole,
  untilMs: whole,
  /** Stock and checks are as of then. */
  madeAt: whole,
  total: z.object({ ...work, accuracy: z.number().nullable() }),
  hours: z.array(z.object({ ...work, hourMs: whole })),
  people: z.array(z.object({ actorId: text, name: text, pickedUnits: whole, pickedLines: whole, doneTasks: whole, hours: whole })),
  zones: z.array(
    z.object({
      id: text,
      name: text,
      warehouse: text,
      /** Without it the zone's work is not in the figures. */
      hasAnswered: z.boolean(),
      checkedAt: whole.nullable(),
      drift: whole.nullable(),
      skus: whole,
      onHand: whole,
      reserved: whole,
      onHold: whole,
      damaged: whole,
      inTransit: whole,
    }),
  ),
  alerts: z.array(
    z.object({
      kind: z.enum(alertKinds),
      severity: z.enum(alertSeverities),
      zoneId: text,
      openedAt: whole,
      acknowledgedBy: text.nullable(),
      resolvedAt: whole.nullable(),
      resolvedBy: text.nullable(),
    }),
  ),
});
export type FloorReport = z.output<typeof floorReportSchema>;

/** The version is part of the key, and the day once. */
export function reportKey(workspaceId: string, day: string): string {
  return `${workspaceId}/floor-reports/v1/${day}.json`;
}

export const reportColumns = [
  "hour_utc",
  "picked_units",
  "picked_lines",
  "done_tasks",
  "picks",
  "short_picks",
  "counted_lines",
  "wrong_lines",
  "corrections",
  "movements",
] as const;

/** A spreadsheet's view of it, hour by hour. */
export function reportRows({ hours }: FloorReport): (string | number)[][] {
  return hours.map((one) => [
    new Date(one.hourMs).toISOString(),
    one.pickedUnits,
    one.pickedLines,
    one.doneTasks,
    one.picks,
    one.shortPicks,
    one.countedLines,
    one.wrongLines,
    one.corrections,
    one.movements,
  ]);
}
