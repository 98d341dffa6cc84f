import type { ZoneKey, ZoneRooms } from "#app/domain/warehouse/ports.ts";
import type { WarehouseZoneRoomBase } from "#party/warehouse-zone/room.server.ts";
import { roomName } from "#party/warehouse-zone/protocol.ts";

/** The way from the Worker's verbs into the rooms: the same commands as those that come through a socket. */
export function createZoneRooms(namespace: DurableObjectNamespace<WarehouseZoneRoomBase>): ZoneRooms {
  const roomOf = ({ workspaceId, zoneId }: ZoneKey) => namespace.getByName(roomName(workspaceId, zoneId));
  return {
    command: (zone, asked) => roomOf(zone).command(asked),
    snapshot: (zone) => roomOf(zone).snapshot(),
    plate: (zone, plate) => roomOf(zone).plate(plate),
    approvals: (zone) => roomOf(zone).approvals(),
    check: (zone) => roomOf(zone).check(),
    totals: (zone) => roomOf(zone).totals(),
    demands: (zone, demandLines) => roomOf(zone).demands([...demandLines]),
    serials: (zone, serials) => roomOf(zone).serials([...serials]),
    moves: (zone, { skus, ...asked }) => roomOf(zone).moves({ ...asked, skus: [...skus] }),
    picks: (zone, { demandLines, sinceMs }) => roomOf(zone).picks({ sinceMs, demandLines: [...demandLines] }),
    metrics: (zone, period) => roomOf(zone).metrics(period),
  };
}
