import { z } from "zod";

export const funnelStages = ["landing", "product", "cart", "checkout", "order"] as const;
export type FunnelStage = (typeof funnelStages)[number];

const count = z.number().int().min(0);
/** A few interactions in which it was seen, the latest first: ids sort by time. */
const examples = z.array(z.string());
const counted = z.object({ count, examples });

/** A table with a limit: what was left out of it had at most `lost` each, and so much may be missing from each that is in it. */
function limited<Row extends z.ZodType>(row: Row) {
  return z.object({ rows: z.record(z.string(), row), lost: count });
}

export const tallySchema = z.object({
  v: z.literal(1),
  /** Days counted, by their weekday, Monday first. */
  weekdays: z.array(count).length(7),
  /** Of people. Programs are counted apart and in nothing else. */
  sessions: count,
  bots: count,
  returning: counted,
  /** Sessions that came as far as each stage, landing first, and examples of those that came no further. */
  reached: z.array(count).length(funnelStages.length),
  stopped: z.array(examples).length(funnelStages.length),
  /** Steps of checkout: where in its order they were met, and how many left in them. */
  steps: limited(z.object({ at: count, count, left: count, examples })),
  hesitations: limited(counted),
  searches: limited(z.object({ count, empty: count, followed: count, examples })),
  /** Sessions that viewed, took and bought a product. */
  products: limited(z.object({ name: z.string(), productId: z.string().nullable(), count, carts: count, orders: count, examples })),
  /** Sessions that put both into the cart or bought both; keys by their order, with a line break between. */
  pairs: limited(counted),
  /** Sessions that put anything into the cart. */
  baskets: count,
  /** By the hour they began in, Monday's first. */
  hours: z.array(count).length(168),
  devices: z.record(z.string(), count),
});
export type Tally = z.infer<typeof tallySchema>;
export type LimitedTable<Row> = { rows: Record<string, Row>; lost: number };

export const mostExamples = 4;
export const limits = { steps: 30, hesitations: 30, searches: 300, products: 500, pairs: 800 } as const;

export function emptyTally(): Tally {
  return {
    v: 1,
    weekdays: zeros(7),
    sessions: 0,
    bots: 0,
    returning: { count: 0, examples: [] },
    reached: zeros(funnelStages.length),
    stopped: funnelStages.map(() => []),
    steps: { rows: {}, lost: 0 },
    hesitations: { rows: {}, lost: 0 },
    searches: { rows: {}, lost: 0 },
    products: { rows: {}, lost: 0 },
    pairs: { rows: {}, lost: 0 },
    baskets: 0,
    hours: zeros(168),
    devices: {},
  };
}

export function daysOf(tally: Tally): number {
  return tally.weekdays.reduce((sum, one) => sum + one, 0);
}

/** What a table has of its own by that name. */
export function rowIn<Row>(rows: Record<string, Row>, key: string): Row | undefined {
  return Object.hasOwn(rows, key) ? rows[key] : undefined;
}

export function pairKey(one: string, other: string): string {
  return one < other ? `${one}\n${other}` : `${other}\n${one}`;
}

function zeros(length: number): number[] {
  return Array.from({ length }, () => 0);
}
