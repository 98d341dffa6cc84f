import type { DomainEvent } from "./events.ts";

/** For every write that leaves a fulfilment due to be told: its marketplace hears of all that left until then. */
export function asksToTellShipments(channelId: string): { key: string; event: DomainEvent } {
  return { key: `shipments ${channelId}`, event: { type: "fulfilment.shipped", channelId } };
}
