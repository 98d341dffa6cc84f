import type { MemoryValue, Remembered } from "#app/domain/agents/memory-shapes.ts";
import type { DemandOrder } from "#app/domain/warehouse/fulfil/list-demand.server.ts";
import type { LoggedLine } from "#app/domain/warehouse/fulfil/read-demand-log.server.ts";
import type { Messages } from "../brain.ts";
import type { SeenZone } from "../shared/seen-zone.ts";

export type OptimizerSeen = {
  zones: readonly SeenZone[];
  /** Names of zones that could not be looked at. */
  unseen: readonly string[];
  log: readonly LoggedLine[];
  waiting: readonly DemandOrder[];
  heard: Messages;
  slotting: Remembered<"floor.slotting">;
};

export type SlottingMemory = MemoryValue<"floor.slotting">;
