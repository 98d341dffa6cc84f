import { z } from "zod";

/** What happened in this workspace’s markets, each once; `subject` is the channel and the listing it is about. */
const about = { id: z.string().max(120), subject: z.string().max(130), atMs: z.number() };
export const signalSchema = z.discriminatedUnion("kind", [
  z.object({ ...about, kind: z.literal("review"), rating: z.number(), text: z.string() }),
  z.object({ ...about, kind: z.literal("question"), text: z.string() }),
  z.object({ ...about, kind: z.literal("order"), units: z.number() }),
  z.object({ ...about, kind: z.literal("listing-change"), change: z.string(), byAgent: z.boolean() }),
]);
export type Signal = z.infer<typeof signalSchema>;

/** What signals come to: something that can be counted, a day at a time. */
export const measures = ["complaint", "praise", "question", "units", "change"] as const;
export type Measure = (typeof measures)[number];
export type Reading = { id: string; subject: string; measure: Measure; amount: number; atMs: number };

export const detectionKinds = ["complaints-rising", "questions-rising", "sales-jumped"] as const;
export type DetectionKind = (typeof detectionKinds)[number];
/** `key` names what was seen on which day: the same is detected once. */
export type Detection = { key: string; kind: DetectionKind; subject: string; recent: number; usual: number; atMs: number };
