import type { DomainEvent } from "../events.ts";

/** One message is enough for however many reviews arrive before it is worked. */
export function asksForGaps(workspaceId: string): { key: string; event: DomainEvent } {
  return { key: `gaps.outdated ${workspaceId}`, event: { type: "gaps.outdated" } };
}
