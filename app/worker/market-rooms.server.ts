import type { MarketRooms } from "#app/domain/market/ports.ts";
import type { MarketObject } from "./market.object.server.ts";

/** The way from verbs to the objects in which markets are watched. */
export function createMarketRooms(namespace: DurableObjectNamespace<MarketObject>): MarketRooms {
  return {
    wake: (workspaceId) => namespace.getByName(workspaceId).wake(workspaceId),
    status: (workspaceId) => namespace.getByName(workspaceId).status(),
  };
}
