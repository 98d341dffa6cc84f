import { channelObstacles } from "#app/domain/catalog/change-rules.ts";
import type { DriftReason } from "#app/domain/catalog/stock-drift.ts";

/** What is to be done about a difference, which many reasons share. */
export const driftFamilies = ["passing", "unreachable", "unlinked", "refused", "stopped"] as const;
export type DriftFamily = (typeof driftFamilies)[number];

const obstacles: ReadonlySet<string> = new Set(channelObstacles);

export function familyOf(reason: DriftReason): DriftFamily {
  switch (reason) {
    case "telling":
    case "try-later":
      return "passing";
    case "unreachable":
      return "unreachable";
    case "unlinked":
    case "unknown":
      return "unlinked";
    case "not-followed":
      return "stopped";
    default:
      return obstacles.has(reason) ? "stopped" : "refused";
  }
}
