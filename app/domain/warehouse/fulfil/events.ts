import type { DomainEvent } from "../../events.ts";

type AsksFor = { key: string; event: DomainEvent };

/** Orders or the links of their listings changed: what they ask of the warehouse is worked out anew. */
export function asksForDemand(workspaceId: string): AsksFor {
  return { key: `demand ${workspaceId}`, event: { type: "demand.outdated" } };
}

/** Orders were released and wait for zones to set goods aside. */
export function asksForReleases(workspaceId: string): AsksFor {
  return { key: `releases ${workspaceId}`, event: { type: "orders.released" } };
}
