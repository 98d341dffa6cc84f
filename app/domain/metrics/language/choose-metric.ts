import { catalogue } from "../catalogue.ts";
import type { DimensionId, MetricId } from "../kinds.ts";
import { lineText, type Line } from "./line.ts";
import { ambiguousPhrases } from "./lexicon/general.ts";
import type { Assumption, Read, Refusal } from "./plan.ts";
import type { Reading } from "./reading.ts";

/** isImplied: no number was named, only a split that one number has. isGuess: none at all, "which brands are declining". */
export type Chosen = { metric: MetricId; assumption: Assumption | null; usedDimensions: DimensionId[]; isImplied?: true; isGuess?: true };

const clock: ReadonlySet<DimensionId> = new Set(["weekday", "hour-of-day"]);
const goods: ReadonlySet<DimensionId> = new Set(["product", "sku", "listing", "brand", "category"]);
/** Things one can count pieces of: "how many products were sold" asks for pieces and not for a split. */
const pieces: ReadonlySet<DimensionId> = new Set(["product", "sku"]);

/** Who did it or what it happened to, beside the number that is asked for: "questions customers asked", "time to ship an order". */
const besides: readonly MetricId[] = [
  "buyers",
  "visitors",
  "interactions",
  "orders",
  "visits",
  "shipped-orders",
  "questions",
  "reviews",
  "stock-on-hand",
  "picked-lines",
  "proposals",
  "returns",
];

/** A number and the state of what it counts are one number of their own. */
const merges: readonly { metric: MetricId | "sale" | null; dimension?: DimensionId; value: string; becomes: MetricId }[] = [
  { metric: "orders", value: "order-state=cancelled", becomes: "cancelled-orders" },
  { metric: "gmv", value: "order-state=cancelled", becomes: "cancelled-value" },
  { metric: "sale", value: "order-state=cancelled", becomes: "cancelled-orders" },
  { metric: "orders", value: "order-state=late", becomes: "late-shipments" },
  { metric: "shipped-orders", value: "order-state=late", becomes: "late-shipments" },
  { metric: null, value: "order-state=late", becomes: "late-shipments" },
  { metric: "late-shipments", value: "order-state=shipped", becomes: "late-shipments" },
  { metric: "orders", value: "order-state=open", becomes: "open-orders" },
  { metric: "open-orders", value: "order-state=open", becomes: "open-orders" },
  { metric: "open-orders", value: "order-state=shipped", becomes: "open-orders" },
  { metric: "questions", value: "order-state=open", becomes: "unanswered-questions" },
  { metric: "open-alerts", value: "order-state=open", becomes: "open-alerts" },
  { metric: "open-recommendations", value: "order-state=open", becomes: "open-recommendations" },
  { metric: "orders", value: "order-state=shipped", becomes: "shipped-orders" },
  { metric: "orders", value: "order-state=ready", becomes: "open-orders" },
  { metric: "orders", value: "order-state=held", becomes: "open-orders" },
  { metric: null, dimension: "listing", value: "listing-status=active", becomes: "active-listings" },
  { metric: null, dimension: "listing", value: "listing-status=paused", becomes: "paused-listings" },
  { metric: "active-listings", value: "listing-status=paused", becomes: "paused-listings" },
];
/** Where the state is what is counted and not what it is narrowed to. */
const keepsState: ReadonlySet<string> = new Set(["order-state=ready", "order-state=held"]);

/** What is ranked where nobody says by which number. */
const rankedBy: readonly (readonly [readonly DimensionId[], MetricId])[] = [
  [["product", "sku", "listing"], "units-sold"],
  [["channel", "vendor", "brand", "category"], "gmv"],
  [["person"], "picks-per-hour"],
  [["page"], "page-views"],
  [["referrer", "site", "device", "country"], "visits"],
];

/** Splits that only one number has: "reasons of returns" asks how many there were of each. */
const impliedBy: Readonly<Partial<Record<DimensionId, MetricId>>> = {
  "return-reason": "returns",
  "cancelled-by": "cancelled-orders",
  "alert-kind": "open-alerts",
  "pattern-kind": "new-patterns",
  "interaction-kind": "interactions",
  hesitation: "interactions",
  referrer: "visits",
  agent: "agent-runs",
};

type Found = { ok: true; chosen: Chosen } | { ok: false; refusal: Refusal } | null;

function found(metric: MetricId, assumption: Assumption | null = null, usedDimensions: DimensionId[] = []): Found {
  return { ok: true, chosen: { metric, assumption, usedDimensions } };
}

/** Joins numbers with states, in place: what went into the name of a number narrows nothing any more. */
export function mergeStates(reading: Read, base: MetricId | undefined): void {
  // Some kinds are said with the word itself, "short pick alerts"; without it, waiting messages are none.
  const saysAlerts = reading.line.words.some(({ key }) => key === "alert" || key === "alerta");
  if (saysAlerts && reading.metrics.length === 0 && reading.values.some(({ dimension }) => dimension === "alert-kind"))
    reading.metrics = ["open-alerts"];
  for (const { metric, dimension, value, becomes } of merges) {
    const at = reading.values.findIndex((one) => !one.isNot && `${one.dimension}=${one.value}` === value);
    if (at < 0) continue;
    const hasMetric =
      metric === "sale"
        ? reading.saysSale && reading.metrics.length === 0
        : metric === null
          ? reading.metrics.length === 0 && !reading.saysSale
          : reading.metrics.includes(metric);
    const hasDimension = dimension === undefined || [...reading.by, ...reading.loose.map((one) => one.dimension)].includes(dimension);
    // "And the late ones?", said of questions, are no orders.
    const isOfOther = metric === null && dimension === undefined && base !== undefined && catalogue[base].area !== "sales";
    if (!hasMetric || !hasDimension || isOfOther) continue;
    reading.metrics = [...reading.metrics.filter((one) => one !== metric), becomes];
    reading.loose = reading.loose.filter((one) => one.dimension !== dimension);
    reading.by = reading.by.filter((one) => one !== dimension);
    if (!keepsState.has(value)) reading.values.splice(at, 1);
  }
  // What is on its way was sent and has not come: a state of it and not the sending.
  for (const value of reading.values) {
    if (value.value === "shipped") value.isEvent = true;
    if (value.value === "transit") value.value = "shipped";
  }
  const dimensions = [...reading.by, ...reading.loose.map((one) => one.dimension)];
  if (dimensions.includes("page")) reading.metrics = reading.metrics.map((one) => (one === "product-views" ? "page-views" : one));
  if (reading.values.some(({ dimension }) => dimension === "return-reason"))
    reading.loose = reading.loose.filter(({ dimension }) => !goods.has(dimension));
  // Two stretches are ranked by setting one beside the other.
  const isCompared = reading.comparedPeriod !== null || reading.compare !== null;
  if (isCompared && reading.top === null && dimensions.length === 0 && reading.grain === null) reading.wanted = null;
  if (dimensions.includes("cancelled-by")) reading.metrics = reading.metrics.map((one) => (one === "orders" ? "cancelled-orders" : one));
}

/** One number and another, also each with its own question word: "how much did we earn and how many orders did we get". */
const listed =
  /<metric:[a-z-]+>(?: (?!<metric)\S+){0,5} (?:and|e|or|ou|plus|mais|&)(?: (?:the|o|a|os|as|by|number|of|how|many|much|quant[oa]s?|qual|quais|what|which|also|tambem|de|do|da))* <(?:metric|sale)/;

function isListed(line: Line): boolean {
  return listed.test(lineText(line));
}

/** "Visits with orders", "revenue divided by orders": what is made of two numbers is neither of them. */
function isMadeOfTwo(line: Line): boolean {
  return /<metric:[a-z-]+> (?:with|without|having|com|sem|<parted>|divided|dividid[oa]s?|minus|menos|plus|times|vezes)(?: (?:by|por|the|o|a|os|as|any|no))* <metric:/.test(
    lineText(line),
  );
}

/** Which number is asked for; nothing where none was named. */
export function chooseMetric(reading: Read): Found {
  let { metrics } = reading;
  if (metrics.length > 1) {
    if (isListed(reading.line)) return { ok: false, refusal: { reason: "ambiguous", choices: metrics, because: "one-at-a-time" } };
    // What one order cost is no price of a listing.
    if (metrics.includes("listing-price"))
      return { ok: false, refusal: { reason: "ambiguous", choices: metrics, because: "one-at-a-time" } };
    const rates = metrics.filter((one) => catalogue[one].unit === "ratio");
    // "The share of fees in revenue" names the whole as well.
    if (rates.length === 1 && metrics.every((one) => one === rates[0] || one === "gmv")) metrics = rates;
    if (isMadeOfTwo(reading.line)) return { ok: false, refusal: { reason: "not-understood" } };
    for (const beside of besides) if (metrics.length > 1) metrics = metrics.filter((one) => one !== beside);
    if (metrics.length > 1) return { ok: false, refusal: { reason: "ambiguous", choices: metrics, because: "one-at-a-time" } };
  }
  const [metric] = metrics;
  if (metric !== undefined) return found(metric);
  const choices = reading.choices.map((index) => ambiguousPhrases[index]?.[1] ?? []);
  const [first] = choices;
  if (first?.includes("units-sold") === true) {
    const pieces = piecesMeant(reading);
    if (pieces !== null) return found(pieces);
  }
  if (reading.saysSale) return chooseSale(reading);
  const dimensions = [...reading.by, ...reading.loose.map((one) => one.dimension)];
  const common = first?.filter((one) => choices.every((some) => some.includes(one))) ?? [];
  if (choices.length > 1 && common.length === 1 && common[0] !== undefined) return found(common[0]);
  if (reading.asksMoney && dimensions.some((one) => one === "model" || one === "asker" || one === "purpose")) return found("ai-spend");
  if (first !== undefined) return fittingChoice(first, dimensions) ?? { ok: false, refusal: { reason: "ambiguous", choices: first } };
  const implied = dimensions.flatMap((one) => impliedBy[one] ?? [])[0];
  if (implied !== undefined) return { ok: true, chosen: { metric: implied, assumption: null, usedDimensions: [], isImplied: true } };
  if (reading.limit?.atMost === 0 && reading.limit.isStrict) return found("gross-margin");
  if (reading.saysHave && reading.names.length > 0) return found("stock-on-hand");
  if (reading.saysHowMany && reading.wanted !== null && (reading.grain !== null || dimensions.some((one) => clock.has(one))))
    return found("orders");
  if (reading.wanted === null && reading.top === null && reading.change === null) return null;
  const ranked = rankedBy.find(([some]) => dimensions.some((one) => some.includes(one)));
  if (ranked === undefined || (reading.saysBought && ranked[1] === "picks-per-hour")) return null;
  const assumption = ranked[1] === "units-sold" ? "sale-is-units" : ranked[1] === "gmv" ? "sale-is-gmv" : null;
  const isGuess = reading.wanted === null && reading.top === null;
  return { ok: true, chosen: { metric: ranked[1], assumption, usedDimensions: [], ...(isGuess ? { isGuess: true as const } : {}) } };
}

/** Pieces are sold where something happens to them, and in stock where they are. */
function piecesMeant({ saysSale, periods, wanted, top, sorted, limit, saysHave, loose, by, names }: Reading): MetricId | null {
  if (saysSale) return "units-sold";
  if (saysHave || [...by, ...[...loose, ...names].map((one) => one.dimension)].some((one) => one === "zone" || one === "warehouse"))
    return "stock-on-hand";
  if (periods.length > 0 || wanted !== null || top !== null || sorted !== null) return "units-sold";
  return limit === null ? null : "stock-on-hand";
}

/** "Views of products" and "views of pages" say what they are by what they are of. */
function fittingChoice(choices: readonly MetricId[], dimensions: readonly DimensionId[]): Found {
  if (choices.includes("product-views") && dimensions.some((one) => goods.has(one))) return found("product-views");
  if (choices.includes("page-views") && dimensions.includes("page")) return found("page-views");
  return null;
}

function chooseSale({ saysHowMany, loose, by, wanted, names, grain, limit, isWhy }: Reading): Found {
  const ofSite = loose.filter(({ dimension, isPlural }) => dimension === "site" && !isPlural);
  if (ofSite.length > 0 && by.length + loose.length === 1) return found(saysHowMany ? "site-purchases" : "site-revenue", null, ["site"]);
  const isOfGoods = [...by, ...loose.map((one) => one.dimension)].some((one) => ["product", "sku", "listing"].includes(one));
  // "More than 10 sales" is a number of them: worth is said in money.
  if (limit?.isMoney === false) return isOfGoods ? found("units-sold", "sale-is-units") : found("orders", "sale-is-orders");
  const ofPieces = loose.filter(({ dimension }) => pieces.has(dimension)).map(({ dimension }) => dimension);
  if (saysHowMany && ofPieces.length > 0 && by.length === 0) return found("units-sold", "sale-is-units", ofPieces);
  if (saysHowMany && names.length === 0) return found("orders", "sale-is-orders");
  if (saysHowMany) return found("units-sold", "sale-is-units");
  const dimensions = [...by, ...loose.map((one) => one.dimension)];
  if (
    wanted !== null &&
    !isWhy &&
    ((dimensions.length === 0 && grain === null) || dimensions.some((one) => ["product", "sku", "listing"].includes(one)))
  )
    return found("units-sold", "sale-is-units");
  return found("gmv", "sale-is-gmv");
}
