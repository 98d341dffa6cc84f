import { asc, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import { createPool } from "#app/platform/pool.ts";
import { users } from "#db/schema/accounts.ts";
import { warehouses, zones } from "#db/schema/warehouse.ts";
import { byIdSchema } from "../accounts/schemas.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import { wholeNumber } from "../whole-number.ts";
import { answerWithin } from "./monitoring/answer-within.ts";
import {
  accuracyOf,
  addWork,
  everyHour,
  type HourFigures,
  hourMs,
  type Period,
  type QueueFigures,
  type WorkFigures,
  type ZoneMetrics,
} from "./monitoring/zone-metrics.ts";

const mostZones = 200;
const askedAtOnce = 6;
const answerLimitMs = 4_000;

export const floorMetricsSchema = z.object({
  hours: wholeNumber({ min: 1, max: 168 }).default(24),
  warehouseId: byIdSchema.shape.id.optional(),
});

/** A zone that did not answer in time has no figures; all else of the answer stands without it. */
export type ZoneFigures = {
  id: string;
  name: string;
  warehouse: string;
  metrics: Omit<ZoneMetrics, "hours" | "people" | "corrected" | "shortPicks"> | null;
};
export type PersonSummary = { actorId: string; name: string; pickedUnits: number; pickedLines: number; doneTasks: number; hours: number };
export type FloorMetrics = {
  period: Period;
  total: WorkFigures & { accuracy: number | null };
  hours: HourFigures[];
  people: PersonSummary[];
  queue: QueueFigures[];
  zones: ZoneFigures[];
};

/** What happens on the floor: all zones asked at once, as many as answer. */
export async function readFloorMetrics(ctx: ServiceContext, input: z.input<typeof floorMetricsSchema> = {}): Promise<FloorMetrics> {
  requirePermission(ctx, "warehouse:read");
  const { hours, warehouseId } = parseInput(floorMetricsSchema, input);
  const thisHour = Math.floor(ctx.clock.now() / hourMs) * hourMs;
  const period = { fromMs: thisHour - (hours - 1) * hourMs, untilMs: thisHour + hourMs };
  return measureFloor(ctx, period, warehouseId);
}

/** The same of any period, for reports. */
export async function measureFloor(ctx: ServiceContext, period: Period, warehouseId?: string): Promise<FloorMetrics> {
  requirePermission(ctx, "warehouse:read");
  const where = warehouseId === undefined ? undefined : eq(zones.warehouseId, warehouseId);
  const [rows, buildings] = await Promise.all([
    ctx.db.all(zones, { where, orderBy: [asc(zones.warehouseId), asc(zones.code)], limit: mostZones }),
    ctx.db.all(warehouses, { limit: mostZones }),
  ]);
  const names = new Map(buildings.map(({ id, name }) => [id, name]));
  const answers = new Map<string, ZoneMetrics>();
  const pool = createPool(askedAtOnce);
  for (const { id } of rows) {
    await pool.run(async () => {
      const asking = ctx.ports.zoneRooms.metrics({ workspaceId: ctx.workspaceId, zoneId: id }, period);
      const metrics = await answerWithin(answerLimitMs, asking);
      if (metrics !== undefined) answers.set(id, metrics);
    });
  }
  await pool.drained();
  const heard = [...answers.values()];
  const all = everyHour(
    period,
    heard.flatMap((one) => one.hours),
  );
  const total = addWork(all);
  return {
    period,
    total: { ...total, accuracy: accuracyOf(total) },
    hours: all,
    people: await namePeople(ctx, heard),
    queue: joinQueues(heard),
    zones: rows.map(({ id, name, warehouseId: building }) => ({
      id,
      name,
      warehouse: names.get(building) ?? "",
      metrics: withoutHours(answers.get(id)),
    })),
  };
}

function withoutHours(metrics: ZoneMetrics | undefined): ZoneFigures["metrics"] {
  if (metrics === undefined) return null;
  const { hours: _hours, people: _people, corrected: _corrected, shortPicks: _shortPicks, ...rest } = metrics;
  return rest;
}

/** Of people of the workspace; what the product does by itself is nobody's work. */
async function namePeople(ctx: ServiceContext, heard: readonly ZoneMetrics[]): Promise<PersonSummary[]> {
  const byActor = Map.groupBy(
    heard.flatMap(({ people }) => people),
    ({ actorId }) => actorId,
  );
  const ids = [...byActor.keys()];
  const known = ids.length === 0 ? [] : await ctx.db.all(users, { where: inArray(users.id, ids.slice(0, 90)) });
  const names = new Map(known.map(({ id, name }) => [id, name]));
  const people = [...byActor].map(([actorId, parts]) => {
    const { pickedUnits, pickedLines, doneTasks } = addWork(parts);
    const hours = new Set(parts.map((part) => part.hourMs)).size;
    return { actorId, name: names.get(actorId) ?? actorId, pickedUnits, pickedLines, doneTasks, hours };
  });
  return people.toSorted((a, b) => b.pickedLines - a.pickedLines || b.doneTasks - a.doneTasks);
}

/** Over zones nine of ten are at most as old as in the slowest zone: a bound, not the exact figure. */
function joinQueues(heard: readonly ZoneMetrics[]): QueueFigures[] {
  const byKind = Map.groupBy(
    heard.flatMap(({ queue }) => queue),
    ({ kind }) => kind,
  );
  return [...byKind].map(([kind, parts]) => ({
    kind,
    open: parts.reduce((sum, part) => sum + part.open, 0),
    claimed: parts.reduce((sum, part) => sum + part.claimed, 0),
    oldestAgeMs: Math.max(...parts.map((part) => part.oldestAgeMs)),
    p90AgeMs: Math.max(...parts.map((part) => part.p90AgeMs)),
  }));
}
