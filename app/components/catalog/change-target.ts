import type { ChangeKind } from "#app/domain/channels/remote.ts";

/** Which listings: these ones, or all that the list with this address shows. */
type Chosen = { ids: readonly string[] } | { matching: string };

/** A change about to be made. `currencies` are those of the listings in sight, the first one preset. */
export type ChangeTarget = Chosen & {
  kind: ChangeKind;
  currencies: readonly [string, ...string[]];
  rule?: "suggested";
  /** For a status: what is preset. */
  status?: "active" | "paused";
};
