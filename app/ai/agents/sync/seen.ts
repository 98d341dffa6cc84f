import type { Remembered } from "#app/domain/agents/memory-shapes.ts";
import type { StockDrift } from "#app/domain/catalog/read-stock-drift.server.ts";
import type { SkuPlace } from "#app/domain/warehouse/find-sku-places.server.ts";
import type { Messages } from "../brain.ts";

/** A channel that follows the warehouses, with the listings that show another number than can be sold. */
export type SeenChannel = { id: string; label: string; drifts: readonly StockDrift[]; hasMore: boolean };

export type SyncSeen = {
  channels: readonly SeenChannel[];
  /** Names of channels that could not be looked at. */
  unseen: readonly string[];
  /** Where the goods lie of which more is on sale than there is. */
  places: readonly SkuPlace[];
  heard: Messages;
  drift: Remembered<"channels.drift">;
};
