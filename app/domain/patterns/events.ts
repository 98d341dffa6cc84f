import type { DomainEvent } from "../events.ts";
import type { Stretch } from "./period.ts";

/** One message is enough for however many sessions come late before it is worked. */
export function asksToCount(workspaceId: string, { period, startDay }: Stretch): { key: string; event: DomainEvent } {
  return { key: `patterns.due ${workspaceId} ${period} ${startDay}`, event: { type: "patterns.due", period, startDay } };
}
