import { latestOf, limitTable } from "./add-tallies.ts";
import type { CountedFeatures } from "./counted-features.ts";
import { emptyTally, funnelStages, limits, mostExamples, pairKey, rowIn, type Tally } from "./tally.ts";

/** What is counted: a session and the interaction it became, once it did. */
export type CountedSession = { features: CountedFeatures; isBot: boolean; interactionId: string | null };
/** Where a moment falls on the clock on the wall: Monday is 0. */
export type WallClock = (atMs: number) => { weekday: number; hour: number };

type Product = Tally["products"]["rows"][string];

/** Beyond this a session is somebody comparing a whole shelf, and pairs say nothing. */
const mostInBasket = 12;
const longestQuery = 60;

/** Counts the sessions of one day. Programs are counted as such and in nothing else. */
export function tallySessions(sessions: Iterable<CountedSession>, day: { weekday: number; wallClock: WallClock }): Tally {
  const tally = emptyTally();
  tally.weekdays[day.weekday] = 1;
  for (const session of sessions) {
    if (session.isBot) tally.bots += 1;
    else countSession(tally, session, day.wallClock);
  }
  return limitTables(tally);
}

function countSession(tally: Tally, { features, interactionId }: CountedSession, wallClock: WallClock): void {
  tally.sessions += 1;
  const { weekday, hour } = wallClock(features.startedAt);
  const place = weekday * 24 + hour;
  tally.hours[place] = (tally.hours[place] ?? 0) + 1;
  tally.devices[features.device] = (tally.devices[features.device] ?? 0) + 1;
  if (features.isReturning) note(tally.returning, interactionId);
  countStages(tally, features, interactionId);
  countSteps(tally, features, interactionId);
  for (const reason of new Set(features.hesitations.map((one) => one.reason))) {
    note(rowFor(tally.hesitations.rows, reason, nothing), interactionId);
  }
  countSearches(tally, features, interactionId);
  countProducts(tally, features, interactionId);
}

/** Who comes to a stage has come through those before it, whichever of them were seen. */
function countStages(tally: Tally, { stages }: CountedFeatures, interactionId: string | null): void {
  const furthest = Math.max(0, ...stages.map((stage) => funnelStages.indexOf(stage)));
  for (let stage = 0; stage <= furthest; stage += 1) tally.reached[stage] = (tally.reached[stage] ?? 0) + 1;
  if (interactionId !== null) tally.stopped[furthest] = latestOf([...(tally.stopped[furthest] ?? []), interactionId]);
}

function countSteps(tally: Tally, { checkoutSteps, stages }: CountedFeatures, interactionId: string | null): void {
  const steps = [...new Set(checkoutSteps)];
  for (const [at, name] of steps.entries()) {
    const row = rowFor(tally.steps.rows, name, () => ({ at, count: 0, left: 0, examples: [] }));
    row.at = Math.min(row.at, at);
    row.count += 1;
    if (name !== checkoutSteps.at(-1) || stages.includes("order")) continue;
    row.left += 1;
    keep(row, interactionId);
  }
}

/** A shop that does not tell how much was found has neither found nor missed anything. */
function countSearches(tally: Tally, { searches }: CountedFeatures, interactionId: string | null): void {
  const told = searches.flatMap((one) => (one.results === null ? [] : [{ ...one, results: one.results, query: plainQuery(one.query) }]));
  for (const [query, asked] of Map.groupBy(told, (one) => one.query)) {
    if (query === "") continue;
    const row = rowFor(tally.searches.rows, query, () => ({ count: 0, empty: 0, followed: 0, examples: [] }));
    row.count += 1;
    if (asked.some(({ isFollowed }) => isFollowed)) row.followed += 1;
    if (asked.some(({ results }) => results > 0)) continue;
    row.empty += 1;
    keep(row, interactionId);
  }
}

/** The same whether it is written large or with spaces around. */
function plainQuery(query: string): string {
  return query
    .replaceAll(/[\p{C}\s]+/gu, " ")
    .trim()
    .toLowerCase()
    .slice(0, longestQuery);
}

function countProducts(tally: Tally, { products }: CountedFeatures, interactionId: string | null): void {
  const basket: string[] = [];
  for (const [key, parts] of Map.groupBy(products, (one) => one.key)) {
    const [first] = parts;
    if (first === undefined) continue;
    const unseen = { name: first.name, productId: null, count: 0, carts: 0, orders: 0 };
    const row = rowFor(tally.products.rows, key, (): Product => ({ ...unseen, examples: [] }));
    row.productId ??= first.productId;
    note(row, interactionId);
    const roles = new Set(parts.map((one) => one.role));
    if (!roles.has("carted") && !roles.has("bought")) continue;
    row.carts += 1;
    if (roles.has("bought")) row.orders += 1;
    basket.push(key);
  }
  if (basket.length > 0) tally.baskets += 1;
  if (basket.length > mostInBasket) return;
  for (const [place, one] of basket.entries()) {
    for (const other of basket.slice(place + 1)) {
      note(rowFor(tally.pairs.rows, pairKey(one, other), nothing), interactionId);
    }
  }
}

/** Names come from shops' pages: one may be called like something that every object has, and one no object can hold. */
function rowFor<Row>(rows: Record<string, Row>, name: string, fresh: () => Row): Row {
  const key = name === "__proto__" ? "_proto_" : name;
  const known = rowIn(rows, key);
  if (known !== undefined) return known;
  const row = fresh();
  Object.assign(rows, { [key]: row });
  return row;
}

function nothing(): { count: number; examples: string[] } {
  return { count: 0, examples: [] };
}

function note(row: { count: number; examples: string[] }, interactionId: string | null): void {
  row.count += 1;
  keep(row, interactionId);
}

function keep(row: { examples: string[] }, interactionId: string | null): void {
  if (interactionId === null) return;
  const last = row.examples.at(-1);
  if (row.examples.length === mostExamples && last !== undefined && interactionId < last) return;
  row.examples = latestOf([...row.examples, interactionId]);
}

function limitTables(tally: Tally): Tally {
  return {
    ...tally,
    steps: limitTable(tally.steps, limits.steps),
    hesitations: limitTable(tally.hesitations, limits.hesitations),
    searches: limitTable(tally.searches, limits.searches),
    products: limitTable(tally.products, limits.products),
    pairs: limitTable(tally.pairs, limits.pairs),
  };
}
