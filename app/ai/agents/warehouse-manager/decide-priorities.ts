import type { SettingsOf } from "#app/domain/agents/settings.ts";
import type { PickPromise } from "#app/domain/warehouse/fulfil/list-pick-promises.server.ts";
import type { ZoneTask } from "#app/domain/warehouse/ports.ts";
import { type Conclusion, conclude } from "../shared/conclude.ts";
import { byText, codeOf, type SeenZone, tasksUnderWay } from "../shared/seen-zone.ts";

const rules = {
  promise: { id: "manager.reprioritise-promise", version: 1 },
  late: { id: "manager.reprioritise-late", version: 1 },
  age: { id: "manager.reprioritise-age", version: 1 },
} as const;
/** Above what is usual (100) and above urgent refills (300): what is late, what soon has to leave, what waits for long. */
const priorities = { late: 600, promise: 500, age: 250 } as const;
const minuteMs = 60_000;
const validForMs = 30 * minuteMs;

type Reason = keyof typeof priorities;
type Urgent = { zone: SeenZone; task: ZoneTask; reason: Reason; minutes: number };
type Settings = SettingsOf<"warehouse-manager">;

/** Brings forward picks whose orders have to leave soon, and what waits too long; most urgent first. Nobody's task goes back. */
export function decidePriorities(
  zones: readonly SeenZone[],
  promises: readonly PickPromise[],
  settings: Settings,
  nowMs: number,
): Conclusion[] {
  const shipBy = new Map(promises.map((one) => [JSON.stringify([one.zoneId, one.waveId, one.sku]), one.shipByMs]));
  const urgent = zones.flatMap((zone) =>
    tasksUnderWay(zone).flatMap((task): Urgent[] => {
      const found = urgencyOf(task, shipBy.get(JSON.stringify([zone.id, task.wave, task.sku])), settings, nowMs);
      return found === undefined || task.priority >= priorities[found.reason] ? [] : [{ zone, task, ...found }];
    }),
  );
  return urgent
    .toSorted(
      (one, other) =>
        priorities[other.reason] - priorities[one.reason] ||
        (one.reason === "promise" ? one.minutes - other.minutes : other.minutes - one.minutes) ||
        byText(one.task.id, other.task.id),
    )
    .slice(0, settings.mostReprioritised)
    .map(decisionOf);
}

/** `minutes`: until an order has to leave, since it had to, or since the task was made. */
function urgencyOf(
  task: ZoneTask,
  shipByMs: number | undefined,
  settings: Settings,
  nowMs: number,
): Pick<Urgent, "reason" | "minutes"> | undefined {
  if (task.kind === "pick" && shipByMs !== undefined) {
    const left = Math.round((shipByMs - nowMs) / minuteMs);
    if (left <= 0) return { reason: "late", minutes: 0 - left };
    if (left <= settings.urgentWithinMinutes) return { reason: "promise", minutes: left };
  }
  const age = Math.round((nowMs - task.createdAt) / minuteMs);
  return task.state === "open" && age >= settings.oldTaskMinutes ? { reason: "age", minutes: age } : undefined;
}

function decisionOf({ zone, task, reason, minutes }: Urgent): Conclusion {
  const priority = priorities[reason];
  const binCode = zone.bins.find(({ id }) => id === task.fromBin)?.code ?? "";
  const goods = task.sku === null ? binCode : codeOf(zone, task.sku);
  const facts = { zone: zone.label, goods, bin: binCode, taskKind: task.kind, minutes, priorityBefore: task.priority, priority };
  const proposal = {
    key: `priority:${task.id}`,
    call: { tool: "prioritise-task" as const, input: { zoneId: zone.id, taskId: task.id, priority, was: task.priority } },
    effect: { priorityBefore: task.priority, priority },
    group: null,
    validForMs,
  };
  return conclude(rules[reason], { verdict: "proposed", subject: { type: "task", id: task.id, label: goods }, facts, proposal });
}
