import type { SettingsOf } from "#app/domain/agents/settings.ts";
import { readDemandLog } from "#app/domain/warehouse/fulfil/read-demand-log.server.ts";
import type { Eyes } from "../brain.ts";
import { lookAtZones } from "../shared/look-at-zones.server.ts";
import { readWaitingOrders } from "../shared/read-waiting-orders.server.ts";
import type { OptimizerSeen } from "./seen.ts";

export async function observeFloor(eyes: Eyes<SettingsOf<"optimizer">>): Promise<OptimizerSeen> {
  const { ctx, settings, messages, mayLook, recall } = eyes;
  const spokenOf = new Set(messages.flatMap((one) => (one.type === "replenishment-wanted" ? [one.body.zoneId] : [])));
  const slotting = await recall("floor.slotting");
  const log = mayLook() ? await readDemandLog(ctx, { days: settings.historyDays }) : [];
  const waiting = mayLook() ? await readWaitingOrders(ctx) : [];
  const { zones, unseen } = await lookAtZones(eyes, spokenOf);
  return { zones, unseen, log, waiting, heard: messages, slotting };
}
