import { z } from "zod";

const zones = <Value extends z.ZodType>(value: Value) => z.record(z.string().max(60), value);

/** What agents remember for each other, by name. Each value has versions: what was decided on an older one is not written. */
export const memoryShapes = {
  /** How a zone was the last time its order of shelves was looked at. */
  "floor.slotting": zones(z.object({ metresPerOrder: z.number(), orders: z.number(), lookedAtMs: z.number() })),
  /** What usually is done in an hour of work, and by how many people. */
  "floor.pace": zones(z.object({ linesPerPersonHour: z.number(), people: z.number(), lookedAtMs: z.number() })),
  /** How many listings showed another number than can be sold, by reason. */
  "channels.drift": zones(z.object({ listings: z.number(), reasons: z.record(z.string(), z.number()), lookedAtMs: z.number() })),
  /** When other words were last looked for, by listing. */
  "copy.rewrites": zones(z.object({ proposedAtMs: z.number() })),
  /** How many reviews said so of each complaint at the last look. */
  "reviews.gaps": zones(z.object({ reviews: z.number(), lookedAtMs: z.number() })),
} as const;

export type MemoryKey = keyof typeof memoryShapes;
export type MemoryValue<Key extends MemoryKey> = z.infer<(typeof memoryShapes)[Key]>;
/** `version` 0: nothing was ever written there. */
export type Remembered<Key extends MemoryKey> = { value: MemoryValue<Key>; version: number };
export const memoryKeys = [
  "floor.slotting",
  "floor.pace",
  "channels.drift",
  "copy.rewrites",
  "reviews.gaps",
] as const satisfies readonly MemoryKey[];
