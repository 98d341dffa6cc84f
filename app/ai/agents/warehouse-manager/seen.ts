import type { Remembered } from "#app/domain/agents/memory-shapes.ts";
import type { DemandOrder } from "#app/domain/warehouse/fulfil/list-demand.server.ts";
import type { PickPromise } from "#app/domain/warehouse/fulfil/list-pick-promises.server.ts";
import type { ZoneMetrics } from "#app/domain/warehouse/monitoring/zone-metrics.ts";
import type { Messages } from "../brain.ts";
import type { SeenZone } from "../shared/seen-zone.ts";

export type ZoneWork = Pick<ZoneMetrics, "people" | "corrected">;

export type ManagerSeen = {
  zones: readonly SeenZone[];
  unseen: readonly string[];
  /** Of the last day, by zone; missing where the zone did not answer. */
  work: ReadonlyMap<string, ZoneWork>;
  promises: readonly PickPromise[];
  waiting: readonly DemandOrder[];
  heard: Messages;
  pace: Remembered<"floor.pace">;
};
