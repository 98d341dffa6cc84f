import type { triggers } from "#db/schema/triggers.ts";
import { type ConditionSet, storedConditions } from "../conditions.ts";
import type { EventKind } from "./events.ts";
import { isEventKind } from "./events.ts";
import type { Repeats } from "./match-events.ts";
import { type Schedule, scheduleSchema } from "./schedule.ts";
import { type TriggerAction, triggerActionSchema } from "./schemas.ts";

/** off: somebody switched it off, or nobody on yet. paused: it failed again and again. */
export const triggerStates = ["off", "on", "paused"] as const;
export type TriggerState = (typeof triggerStates)[number];

export type Trigger = {
  id: string;
  name: string;
  state: TriggerState;
  event: EventKind;
  schedule: Schedule | null;
  conditions: ConditionSet;
  repeats: Repeats | null;
  actions: TriggerAction[];
  mostPerHour: number;
  /** Webhooks are signed with it; only told when it is made. */
  hasSecret: boolean;
  /** When it was tried on past events as it is now; without that it cannot be switched on. */
  testedAt: number | null;
  onSince: number | null;
  createdBy: string;
  createdAt: number;
  updatedAt: number;
};

export type TriggerRow = typeof triggers.$inferSelect;

/** Undefined for one that an older version made and that nothing can fire any more. */
export function toTrigger(row: TriggerRow): Trigger | undefined {
  const actions = triggerActionSchema.array().safeParse(row.actions);
  if (!isEventKind(row.event) || !actions.success) return undefined;
  const { id, name, mostPerHour, testedAt, onSince, createdBy, createdAt, updatedAt, repeats } = row;
  return {
    id,
    name,
    state: triggerStates.find((one) => one === row.state) ?? "off",
    event: row.event,
    schedule: scheduleSchema.safeParse(row.schedule).data ?? null,
    conditions: storedConditions(row.conditions),
    repeats,
    actions: actions.data,
    mostPerHour,
    hasSecret: row.sealedSecret !== null,
    testedAt,
    onSince,
    createdBy,
    createdAt,
    updatedAt,
  };
}
