import type { SettingsOf } from "#app/domain/agents/settings.ts";
import { listPickPromises } from "#app/domain/warehouse/fulfil/list-pick-promises.server.ts";
import { answerWithin } from "#app/domain/warehouse/monitoring/answer-within.ts";
import { hourMs } from "#app/domain/warehouse/monitoring/zone-metrics.ts";
import type { Eyes } from "../brain.ts";
import { lookAtZones } from "../shared/look-at-zones.server.ts";
import { readWaitingOrders } from "../shared/read-waiting-orders.server.ts";
import type { ManagerSeen, ZoneWork } from "./seen.ts";

const answerLimitMs = 4_000;
const hoursBack = 24;

export async function observeWork(eyes: Eyes<SettingsOf<"warehouse-manager">>): Promise<ManagerSeen> {
  const { ctx, messages, recall, mayLook } = eyes;
  const spokenOf = new Set(messages.flatMap((one) => (one.type === "moves-proposed" ? [one.body.zoneId] : [])));
  const pace = await recall("floor.pace");
  const promises = mayLook() ? await listPickPromises(ctx) : [];
  const waiting = mayLook() ? await readWaitingOrders(ctx) : [];
  const { zones, unseen } = await lookAtZones(eyes, spokenOf);
  const work = new Map<string, ZoneWork>();
  const untilMs = ctx.clock.now();
  for (const { id } of zones) {
    if (!mayLook()) break;
    const period = { fromMs: untilMs - hoursBack * hourMs, untilMs: untilMs + 1 };
    const metrics = await answerWithin(answerLimitMs, ctx.ports.zoneRooms.metrics({ workspaceId: ctx.workspaceId, zoneId: id }, period));
    if (metrics !== undefined) work.set(id, { people: metrics.people, corrected: metrics.corrected });
  }
  return { zones, unseen, work, promises, waiting, heard: messages, pace };
}
