/** The line, in the order of its work. */
export const stages = ["sources", "normalise", "detect", "decide", "propose"] as const;
export type Stage = (typeof stages)[number];

export type StageStatus = {
  stage: Stage;
  /** What waits before it, and how long the oldest has. */
  waiting: number;
  lagMs: number;
  done: number;
  doneLastHour: number;
  errors: number;
  lastError: string | null;
  lastAtMs: number | null;
};
export type SourceStatus = { source: string; read: number; lastReadAtMs: number | null };
export type SeenDetection = {
  key: string;
  kind: string;
  subject: string;
  recent: number;
  usual: number;
  atMs: number;
  /** What came of it, as a word of `outcomes`. */
  outcome: Outcome;
};
/** woken: an agent was told. guarded: it was told a short while ago. unheard: no agent listens to this yet. */
export const outcomes = ["waiting", "woken", "guarded", "unheard"] as const;
export type Outcome = (typeof outcomes)[number];

export type MarketStatus = { stages: StageStatus[]; sources: SourceStatus[]; detections: SeenDetection[] };
