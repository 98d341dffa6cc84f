import * as z from "zod/mini";

export const floorTaskKinds = ["pick", "put-away", "replenish", "move", "count"] as const;

const taskSchema = z.object({
  id: z.string(),
  kind: z.enum(floorTaskKinds),
  sku: z.nullable(z.string()),
  lot: z.string(),
  /** What the goods stand on; empty where they lie loose. */
  plate: z._default(z.string(), ""),
  /** What is left to do of it. */
  qty: z.int(),
  fromBin: z.nullable(z.string()),
  toBin: z.nullable(z.string()),
});
export type FloorTask = z.infer<typeof taskSchema>;

export const shortReasons = ["none-there", "damaged", "wrong-bin"] as const;
export type ShortReason = (typeof shortReasons)[number];

/** One question a screen: where, what, how many (or which numbers), why fewer, whereto. A count asks what and how many until all is said. */
export const steps = ["from", "item", "serials", "qty", "short", "to", "goods", "lot", "count-qty"] as const;
export type Step = (typeof steps)[number];

const countLineSchema = z.object({ sku: z.string(), lot: z.string(), qty: z.int() });
export type CountLine = z.infer<typeof countLineSchema>;

/** Where a person is in a task. Kept as it is on the tablet, so that a crash costs nothing. */
export const flowSchema = z.object({
  task: taskSchema,
  step: z.enum(steps),
  qty: z.int(),
  short: z.nullable(z.enum(shortReasons)),
  serials: z.array(z.string()),
  /** Another place than planned, scanned once: scanned again it is meant. */
  offered: z.nullable(z.string()),
  lines: z.array(countLineSchema),
  counting: z.nullable(z.object({ sku: z.string(), lot: z.string() })),
  /** Of the bin, as it was when its count began. */
  binVersion: z.nullable(z.int()),
});
export type Flow = z.infer<typeof flowSchema>;

export function startFlow(task: FloorTask): Flow {
  return { task, step: "from", qty: 0, short: null, serials: [], offered: null, lines: [], counting: null, binVersion: null };
}
