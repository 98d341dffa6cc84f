import { listWarehouses, type WarehouseSummary, type ZoneSummary } from "#app/domain/warehouse/list-warehouses.server.ts";
import { answerWithin } from "#app/domain/warehouse/monitoring/answer-within.ts";
import { readZone } from "#app/domain/warehouse/read-zone.server.ts";
import type { Eyes } from "../brain.ts";
import type { SeenZone } from "./seen-zone.ts";

const answerLimitMs = 4_000;

/** `unseen`: names of zones that did not answer, or that nothing was left to look at with. */
export type SeenFloor = { zones: SeenZone[]; unseen: string[] };

/** Zones one after the other, those first that somebody spoke of; as many as may be looked at. */
export async function lookAtZones(
  eyes: Pick<Eyes<unknown>, "ctx" | "mayLook" | "looksAhead">,
  spokenOf: ReadonlySet<string>,
): Promise<SeenFloor> {
  const { data } = await listWarehouses(eyes.ctx);
  const places = data.flatMap((warehouse) => warehouse.zones.map((zone) => ({ warehouse, zone })));
  const inOrder = [...places.filter(({ zone }) => spokenOf.has(zone.id)), ...places.filter(({ zone }) => !spokenOf.has(zone.id))];
  eyes.looksAhead(inOrder.length);
  const floor: SeenFloor = { zones: [], unseen: [] };
  for (const { warehouse, zone } of inOrder) {
    const seen = eyes.mayLook() ? await lookAt(eyes, warehouse, zone) : undefined;
    if (seen === undefined) floor.unseen.push(zone.name);
    else floor.zones.push(seen);
  }
  return floor;
}

async function lookAt({ ctx }: Pick<Eyes<unknown>, "ctx">, warehouse: WarehouseSummary, zone: ZoneSummary): Promise<SeenZone | undefined> {
  const detail = await answerWithin(answerLimitMs, readZone(ctx, { id: zone.id }));
  if (detail === undefined) return undefined;
  const { bins, tasks, items } = detail.part;
  return { id: zone.id, label: zone.name, warehouse: { id: warehouse.id, label: warehouse.name }, bins, tasks, items };
}
