import type { Remembered } from "#app/domain/agents/memory-shapes.ts";
import type { RulesReason } from "#app/domain/ai/ports.ts";
import type { TextField } from "#app/domain/channels/remote.ts";
import type { LeftOutReason } from "#app/domain/listing-analysis/result.ts";
import type { Messages } from "../brain.ts";

/** Who wrote it: a model with its call, or rules and why no model did. */
export type Author =
  | { source: "model"; provider: string; model: string; callId: string; promptVersion: number }
  | { source: "rules"; reason: RulesReason };

export type SeenRewrite = { field: TextField; before: string; after: string; author: Author; scoreAfter: number };

export type SeenListing = {
  id: string;
  title: string;
  qualityScore: number | null;
  visits30d: number | null;
  units30d: number;
  score: number;
  /** Required details are missing: they are what the marketplace looks at first. */
  missingDetails: number;
  isTitleLocked: boolean;
  suspicious: number;
  rewrites: readonly SeenRewrite[];
  /** What a model wrote and the check did not let through. */
  leftOut: readonly { field: TextField; reason: LeftOutReason; detail: string }[];
};

export type CopySeen = {
  listings: readonly SeenListing[];
  /** Worth a look, and not looked at this time. */
  unseen: number;
  heard: Messages;
  rewrites: Remembered<"copy.rewrites">;
};
