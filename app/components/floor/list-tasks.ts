import type { Queue } from "#app/domain/warehouse/floor/queue.ts";
import { inOfferedOrder } from "#app/domain/warehouse/ledger/offered-order.ts";
import type { ZoneView } from "#party/warehouse-zone/state.ts";
import { toFloorTask } from "./floor-types.ts";
import type { ListedTask } from "./task-screen.tsx";

/** In the order of `inOfferedOrder`. What waits to be sent is not offered again. */
export function listTasks(zone: Pick<ZoneView, "tasks">, queue: Queue, userId: string): ListedTask[] {
  const waiting = new Set(queue.entries.flatMap(({ command, state }) => (state === "waiting" ? [command["taskId"]] : [])));
  const isOwn = (claimedBy: ListedTask["claimedBy"]) => claimedBy?.id === userId;
  return inOfferedOrder(zone.tasks.values(), userId).flatMap((view) => {
    const task = toFloorTask(view);
    if (task === undefined) return [];
    return [{ task, claimedBy: view.claimedBy, isOwn: isOwn(view.claimedBy), isSending: waiting.has(view.id) }];
  });
}
