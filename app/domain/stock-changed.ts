import type { DomainEvent } from "./events.ts";

/** For every write after which another number can be sold: the marketplaces are told, once for all that is written until then. */
export function asksToTellStock(workspaceId: string): { key: string; event: DomainEvent } {
  return { key: `stock ${workspaceId}`, event: { type: "stock.changed" } };
}
