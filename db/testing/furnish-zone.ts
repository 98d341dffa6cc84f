import { runDurableObjectAlarm } from "cloudflare:test";
import { env } from "cloudflare:workers";
import type { ServiceContext } from "#app/domain/context.ts";
import { askZone } from "#app/domain/warehouse/ask-zone.server.ts";
import { layOutBins } from "#app/domain/warehouse/lay-out-bins.server.ts";
import type { CommandInput } from "#app/domain/warehouse/ledger/commands.ts";
import { roomName } from "#party/warehouse-zone/protocol.ts";
import type { TestWorkspace } from "./world.ts";

/** Two shelves of one aisle. */
export const layout = {
  commandId: "cmd_layout",
  aisles: 1,
  bays: 2,
  levels: 1,
  kind: "pick",
  capacityUnits: null,
  format: "{zone}-{aisle:2}-{bay:2}",
};

/** Lays out the zone of a workspace's shop, does the commands in it, and lets it tell the database what became of them. */
export async function furnishZone(room: ServiceContext, { shop }: TestWorkspace, commands: readonly CommandInput[] = []) {
  await layOutBins(room, { zoneId: shop.zoneId, ...layout });
  for (const [index, command] of commands.entries()) await askZone(room, shop.zoneId, { id: `cmd_scene_${index}`, command });
  await runDurableObjectAlarm(env.WAREHOUSE_ZONE.getByName(roomName(room.workspaceId, shop.zoneId)));
  // What it told others is delivered at some time from now on, which would look like something that is asked next.
  await env.DB.prepare("delete from outbox where workspace_id = ?").bind(room.workspaceId).run();
}
