import { asc, eq } from "drizzle-orm";
import { fulfilments, waves } from "#db/schema/fulfilment.ts";
import { zones } from "#db/schema/warehouse.ts";
import { byIdSchema } from "../../accounts/schemas.ts";
import { requirePermission, type ServiceContext } from "../../context.ts";
import { notFound, parseInput } from "../../errors.ts";
import { type FulfilmentRow, fulfilmentRows } from "../fulfil/list-fulfilments.server.ts";
import { answerWithin } from "../monitoring/answer-within.ts";
import type { ZoneTask } from "../ports.ts";
import { readPlan } from "./batching.ts";
import { type WaveRow, waveRows } from "./list-waves.server.ts";
import { zoneFloorOf } from "./zone-floor.ts";

const answerLimitMs = 5_000;
/** One wave holds at most 200. */
const mostOrders = 500;

export type WaveBatch = {
  /** Empty for orders that no plan names. */
  id: string;
  number: number;
  metres: number | null;
  units: number;
  picked: number;
  openPicks: number;
  /** Who has begun it, by zone; several where it is walked in several. */
  pickers: string[];
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
  const answers = await askZones(ctx, wave.warehouseId);
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
    }),
  );
  const others = tasks.filter(({ batch }) => batch === null);
  return {
    ...row,
    batches:
      rest.length === 0 ? batches : [...batches, describe({ id: "", number: batches.length + 1, metres: null, own: rest, tasks: others })],
    unplacedZones: answers
      .filter(({ part }) => part?.tasks.some((task) => task.wave === id) === true && zoneFloorOf(part.bins) === undefined)
      .map(({ name }) => name),
    silentZones: answers.filter(({ part }) => part === undefined).map(({ name }) => name),
  };
}

async function askZones(ctx: ServiceContext, warehouseId: string) {
  const places = await ctx.db.all(zones, { where: eq(zones.warehouseId, warehouseId), orderBy: asc(zones.code) });
  return Promise.all(
    places.map(async ({ id: zoneId, name }) => {
      const answer = await answerWithin(answerLimitMs, ctx.ports.zoneRooms.snapshot({ workspaceId: ctx.workspaceId, zoneId }));
      return { name, part: answer?.part };
    }),
  );
}

type Own = { id: string; number: number; metres: number | null; own: readonly FulfilmentRow[]; tasks: readonly ZoneTask[] };

function describe({ id, number, metres, own, tasks }: Own): WaveBatch {
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const pickers = tasks.flatMap(({ picker, claimedBy }) => picker?.name ?? claimedBy?.name ?? []);
  return {
    id,
    number,
    metres,
    units: sum(own.map(({ units }) => units)),
    picked: sum(own.map(({ picked }) => picked)),
    openPicks: tasks.length,
    pickers: [...new Set(pickers)],
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
