import type { DomainEvent } from "../../events.ts";

/** Steps of returns were written down and wait for their zones. */
export function asksForReturnSteps(workspaceId: string): { key: string; event: DomainEvent } {
  return { key: `returns ${workspaceId}`, event: { type: "returns.asked" } };
}
