import { emptyTally, type LimitedTable, limits, mostExamples, type Tally } from "./tally.ts";

/** Sums up periods. In any order and however they are grouped it is the same, as long as no table is full. */
export function addTallies(tallies: readonly Tally[]): Tally {
  return tallies.reduce(addTwo, emptyTally());
}

function addTwo(one: Tally, other: Tally): Tally {
  return {
    v: 1,
    weekdays: addLists(one.weekdays, other.weekdays),
    sessions: one.sessions + other.sessions,
    bots: one.bots + other.bots,
    returning: addCounted(one.returning, other.returning),
    reached: addLists(one.reached, other.reached),
    stopped: one.stopped.map((examples, stage) => latestOf([...examples, ...(other.stopped[stage] ?? [])])),
    steps: addTables(one.steps, other.steps, limits.steps, (first, second) => ({
      ...addCounted(first, second),
      at: Math.min(first.at, second.at),
      left: first.left + second.left,
    })),
    hesitations: addTables(one.hesitations, other.hesitations, limits.hesitations, addCounted),
    searches: addTables(one.searches, other.searches, limits.searches, (first, second) => ({
      ...addCounted(first, second),
      empty: first.empty + second.empty,
      followed: first.followed + second.followed,
    })),
    products: addTables(one.products, other.products, limits.products, addProducts),
    pairs: addTables(one.pairs, other.pairs, limits.pairs, addCounted),
    baskets: one.baskets + other.baskets,
    hours: addLists(one.hours, other.hours),
    devices: addRecords(one.devices, other.devices, (first, second) => first + second),
  };
}

type Counted = { count: number; examples: string[] };
type Product = Tally["products"]["rows"][string];

function addCounted(one: Counted, other: Counted): Counted {
  return { count: one.count + other.count, examples: latestOf([...one.examples, ...other.examples]) };
}

/** A product that changed its name has the same one of them whichever comes first; a link to the catalogue, once known, stays. */
function addProducts(one: Product, other: Product): Product {
  return {
    ...addCounted(one, other),
    name: largerOf(one.name, other.name),
    productId:
      one.productId === null || other.productId === null ? (one.productId ?? other.productId) : largerOf(one.productId, other.productId),
    carts: one.carts + other.carts,
    orders: one.orders + other.orders,
  };
}

function largerOf(one: string, other: string): string {
  return one > other ? one : other;
}

/** The latest few, which are the same in whatever order they come. */
export function latestOf(ids: readonly string[]): string[] {
  return [...new Set(ids)].toSorted((one, other) => (one < other ? 1 : -1)).slice(0, mostExamples);
}

function addLists(one: readonly number[], other: readonly number[]): number[] {
  return one.map((value, place) => value + (other[place] ?? 0));
}

function addRecords<Value>(
  one: Record<string, Value>,
  other: Record<string, Value>,
  add: (first: Value, second: Value) => Value,
): Record<string, Value> {
  const sum = new Map(Object.entries(one));
  for (const [key, value] of Object.entries(other)) {
    const known = sum.get(key);
    sum.set(key, known === undefined ? value : add(known, value));
  }
  return Object.fromEntries(sum);
}

function addTables<Row extends { count: number }>(
  one: LimitedTable<Row>,
  other: LimitedTable<Row>,
  most: number,
  add: (first: Row, second: Row) => Row,
): LimitedTable<Row> {
  return limitTable({ rows: addRecords(one.rows, other.rows, add), lost: one.lost + other.lost }, most);
}

/** Keeps those that were counted most and remembers how much may be missing, as Misra and Gries do. */
export function limitTable<Row extends { count: number }>({ rows, lost }: LimitedTable<Row>, most: number): LimitedTable<Row> {
  const entries = Object.entries(rows);
  if (entries.length <= most) return { rows, lost };
  const ordered = entries.toSorted(([key, row], [otherKey, other]) => other.count - row.count || (key < otherKey ? -1 : 1));
  return { rows: Object.fromEntries(ordered.slice(0, most)), lost: lost + (ordered[most]?.[1].count ?? 0) };
}
