import type { Remembered } from "#app/domain/agents/memory-shapes.ts";
import type { ReviewGap } from "#app/domain/reviews/gap-row.ts";
import type { Messages } from "../brain.ts";
import type { Wording } from "./wording.ts";

export type ReviewsSeen = {
  /** Open, being mended and mended ones, what hurts most first. */
  gaps: readonly ReviewGap[];
  /** More than could be looked at. */
  hasMore: boolean;
  /** Words for what is proposed, by the gap's id, where a model found some that hold. */
  wordings: ReadonlyMap<string, Wording>;
  /** In which zone goods of a product lie, by its id. */
  places: ReadonlyMap<string, { zoneId: string; zoneName: string }>;
  heard: Messages;
  known: Remembered<"reviews.gaps">;
};
