import { and, asc, eq } from "drizzle-orm";
import { allocations, fulfilments, waves } from "#db/schema/fulfilment.ts";
import { zones } from "#db/schema/warehouse.ts";
import { byIdSchema } from "../../accounts/schemas.ts";
import { requirePermission, type ServiceContext } from "../../context.ts";
import { notFound, parseInput } from "../../errors.ts";
import { type FulfilmentRow, fulfilmentRows } from "../fulfil/list-fulfilments.server.ts";
import { answerWithin } from "../monitoring/answer-within.ts";
import { nameActors } from "../name-actors.server.ts";
import type { ZonePick, ZoneTask } from "../ports.ts";
import { readPlan } from "./batching.ts";
import { type WaveRow, waveRows } from "./list-waves.server.ts";
import { zoneFloorOf } from "./zone-floor.ts";

const answerLimitMs = 5_000;
/** One wave holds at most 200. */
const mostOrders = 500;

/** Who took what, when, and for which order. */
export type BatchPick = Pick<ZonePick, "at" | "product" | "title" | "lot" | "qty" | "bin"> & {
  by: string;
  fulfilmentId: string;
  orderRef: string;
};
export type WaveBatch = {
  /** Empty for orders that no plan names. */
  id: string;
  number: number;
  metres: number | null;
  units: number;
  picked: number;
  openPicks: number;
  /** Who has picked of it or begun it; several where it is walked in several zones. */
  pickers: string[];
  /** The first first. */
  picks: BatchPick[];
  orders: Pick<FulfilmentRow, "id" | "orderRef" | "state" | "problem" | "units" | "picked">[];
};
export type WaveDetail = Omit<WaveRow, "batches"> & {
  batches: WaveBatch[];
  /** Zones of which nobody knows where their bins lie, and zones that do not answer. */
  unplacedZones: string[];
  silentZones: string[];
};

/** A wave batch by batch: how far each is, and who walks it. */
export async function readWave(ctx: ServiceContext, input: { id: string }): Promise<WaveDetail> {
  requirePermission(ctx, "warehouse:read");
  const { id } = parseInput(byIdSchema, input);
  const [wave, [row], all] = await Promise.all([
    ctx.db.first(waves, eq(waves.id, id)),
    waveRows(ctx, eq(waves.id, id), 1),
    fulfilmentRows(ctx, eq(fulfilments.waveId, id), mostOrders),
  ]);
  if (wave === undefined || row === undefined) throw notFound("wave");
  const [parts, names] = await Promise.all([partsOf(ctx, id), nameActors(ctx)]);
  const answers = await askZones(ctx, wave, parts);
  const orderOf = new Map(all.map((one) => [one.id, one.orderRef]));
  const fulfilmentOf = new Map(parts.map((part) => [part.id, part.fulfilmentId]));
  const picks = answers
    .flatMap((answer) => answer.picks ?? [])
    .map(({ demandLine, actorId, ...pick }): BatchPick => {
      const fulfilmentId = fulfilmentOf.get(demandLine) ?? "";
      return { ...pick, by: names.get(actorId) ?? actorId, fulfilmentId, orderRef: orderOf.get(fulfilmentId) ?? "" };
    })
    .toSorted((one, other) => one.at - other.at);
  const tasks = answers.flatMap(({ part }) => part?.tasks.filter((task) => task.wave === id && task.kind === "pick") ?? []);
  const planned = readPlan(wave.plan)?.batches ?? [];
  const named = new Set(planned.flatMap(({ fulfilmentIds }) => fulfilmentIds));
  const rest = all.filter((one) => !named.has(one.id));
  const batches = planned.map((batch, index) =>
    describe({
      ...batch,
      number: index + 1,
      own: all.filter((one) => batch.fulfilmentIds.includes(one.id)),
      tasks: tasks.filter((task) => task.batch === batch.id),
      picks,
    }),
  );
  const others = tasks.filter(({ batch }) => batch === null);
  const unplanned = { id: "", number: batches.length + 1, metres: null, own: rest, tasks: others, picks };
  return {
    ...row,
    batches: rest.length === 0 ? batches : [...batches, describe(unplanned)],
    unplacedZones: answers
      .filter(({ part }) => part?.tasks.some((task) => task.wave === id) === true && zoneFloorOf(part.bins) === undefined)
      .map(({ name }) => name),
    silentZones: answers.filter(({ part, picks: told }) => part === undefined || told === undefined).map(({ name }) => name),
  };
}

/** What each zone was asked for, by the name that it has there. */
function partsOf(ctx: ServiceContext, waveId: string) {
  return ctx.db.read((orm, scope) =>
    orm
      .select({ id: allocations.id, zoneId: allocations.zoneId, fulfilmentId: allocations.fulfilmentId })
      .from(fulfilments)
      .innerJoin(allocations, and(eq(allocations.fulfilmentId, fulfilments.id), scope(allocations)))
      .where(and(scope(fulfilments), eq(fulfilments.waveId, waveId))),
  );
}

type Asked = { warehouseId: string; createdAt: number };

async function askZones(ctx: ServiceContext, { warehouseId, createdAt: sinceMs }: Asked, parts: Awaited<ReturnType<typeof partsOf>>) {
  const places = await ctx.db.all(zones, { where: eq(zones.warehouseId, warehouseId), orderBy: asc(zones.code) });
  return Promise.all(
    places.map(async ({ id: zoneId, name }) => {
      const zone = { workspaceId: ctx.workspaceId, zoneId };
      const demandLines = parts.filter((part) => part.zoneId === zoneId).map(({ id }) => id);
      const picking = demandLines.length === 0 ? [] : ctx.ports.zoneRooms.picks(zone, { demandLines, sinceMs });
      const [answer, picks] = await Promise.all([
        answerWithin(answerLimitMs, ctx.ports.zoneRooms.snapshot(zone)),
        answerWithin(answerLimitMs, Promise.resolve(picking)),
      ]);
      return { name, part: answer?.part, picks };
    }),
  );
}

type Own = Pick<WaveBatch, "id" | "number" | "metres" | "picks"> & { own: readonly FulfilmentRow[]; tasks: readonly ZoneTask[] };

function describe({ id, number, metres, own, tasks, picks: all }: Own): WaveBatch {
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const ids = new Set(own.map((one) => one.id));
  const picks = all.filter(({ fulfilmentId }) => ids.has(fulfilmentId));
  const begun = tasks.flatMap(({ picker, claimedBy }) => picker?.name ?? claimedBy?.name ?? []);
  return {
    id,
    number,
    metres,
    units: sum(own.map(({ units }) => units)),
    picked: sum(own.map(({ picked }) => picked)),
    openPicks: tasks.length,
    pickers: [...new Set([...picks.map(({ by }) => by), ...begun])],
    picks,
    orders: own.map(({ id: fulfilmentId, orderRef, state, problem, units, picked }) => ({
      id: fulfilmentId,
      orderRef,
      state,
      problem,
      units,
      picked,
    })),
  };
}
