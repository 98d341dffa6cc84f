import { channelObstacles } from "./change-rules.ts";
import { refusalReasons } from "../channels/remote.ts";

/** Why a listing shows another number than can be sold. `telling` passes by itself; `unknown` never lay in a warehouse. */
export const driftReasons = [
  "telling",
  "unlinked",
  "unknown",
  "not-followed",
  "unreachable",
  ...refusalReasons,
  ...channelObstacles,
] as const;
export type DriftReason = (typeof driftReasons)[number];

/** A reason as it was written down with a telling. */
export function toDriftReason(text: string | null): DriftReason | null {
  if (text === null) return null;
  return driftReasons.find((reason) => reason === text) ?? "other";
}

type Seen = {
  channelState: string;
  isFollowing: boolean;
  isLinked: boolean;
  /** Null for what no warehouse has ever held. */
  available: number | null;
  shown: number;
  /** What the last telling came to; null without one. */
  refusal: DriftReason | null;
};

/** Null for a listing that shows what it should. */
export function driftReason({ channelState, isFollowing, isLinked, available, shown, refusal }: Seen): DriftReason | null {
  if (!isLinked) return "unlinked";
  if (available === null) return "unknown";
  if (available === shown) return null;
  if (channelState === "paused") return "channel-paused";
  if (channelState !== "active") return "channel-ended";
  return isFollowing ? (refusal ?? "telling") : "not-followed";
}
