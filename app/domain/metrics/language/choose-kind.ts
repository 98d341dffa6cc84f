import { catalogue } from "../catalogue.ts";
import type { MetricId, MetricUnit } from "../kinds.ts";
import { ambiguousPhrases } from "./lexicon/general.ts";
import { lineText } from "./line.ts";
import { type Planned, type Read, refuse } from "./plan.ts";
import { starsWithin } from "./read-stars.ts";

type Turns = Readonly<Partial<Record<MetricId, MetricId>>>;

/** What a number is as a part of what it belongs to. */
const shareOf: Turns = {
  "cancelled-orders": "cancellation-rate",
  returns: "return-rate",
  "late-shipments": "late-rate",
  "marketplace-fees": "fee-share",
  "gross-margin": "gross-margin-rate",
};
const worthOf: Turns = {
  orders: "gmv",
  "units-sold": "gmv",
  "cancelled-orders": "cancelled-value",
  "stock-on-hand": "stock-value",
  "site-purchases": "site-revenue",
};
const costOf: Turns = { "shipped-orders": "shipping-cost", "ai-calls": "ai-spend", "ai-tokens": "ai-spend" };
const timeOf: Turns = {
  "shipped-orders": "hours-to-ship",
  questions: "hours-to-answer",
  visits: "visit-duration",
  "stock-on-hand": "days-of-cover",
};

const ofMoney: readonly MetricUnit[] = ["money", "micro-usd"];
const ofTime: readonly MetricUnit[] = ["hours", "minutes", "days", "per-hour"];
/** Words that are no number of their own but say of what kind one must be. */
const kinds = [
  { choice: "shipping-cost", units: ofMoney },
  { choice: "conversion-rate", units: ["ratio"] },
  { choice: "visit-duration", units: ofTime },
] as const satisfies { choice: MetricId; units: readonly MetricUnit[] }[];

function says(read: Read, choice: MetricId): boolean {
  return read.choices.some((index) => ambiguousPhrases[index]?.[1].includes(choice) === true);
}

function turn(read: Read, into: Turns): void {
  read.metrics = [...new Set(read.metrics.map((metric) => into[metric] ?? metric))];
}

/** "How much of our revenue went to fees". */
const partOfRevenue = / (?:how much|quanto)(?: \S+){0,4} (?:of|d[ao])(?: (?:our|the|my|nossa|nosso|minha|meu))? <metric:gmv> /;

/** Puts the number of the kind that is asked for in the place of the one that was named, in place. */
export function turnToKind(read: Read, base: MetricId | undefined): void {
  turnBase(read, base);
  const picks = read.loose.some(({ dimension }) => dimension === "product" || dimension === "sku") || says(read, "units-sold");
  if (picks && read.metrics.includes("picked-lines")) {
    turn(read, { "picked-lines": "picked-units" });
    read.loose = read.loose.filter(({ dimension }) => dimension !== "product" && dimension !== "sku");
  }
  if (read.limit?.isDays === true) turn(read, { "stock-on-hand": "days-of-cover" });
  const isShare =
    read.saysShare || partOfRevenue.test(lineText(read.line)) || read.limit?.isPercent === true || says(read, "conversion-rate");
  // "What share of revenue goes to fees": the whole is part of the name.
  const parts = read.metrics.filter((metric) => shareOf[metric] !== undefined);
  if (isShare && parts.length === 1 && read.metrics.every((metric) => metric === parts[0] || metric === "gmv" || metric === "orders"))
    read.metrics = parts;
  if (isShare) turn(read, shareOf);
  if (read.metrics.length === 0 && says(read, "conversion-rate")) feesOf(read);
  if (read.asksWorth || read.saysInMoney) turn(read, worthOf);
  if (read.asksMoney || says(read, "shipping-cost")) turn(read, { ...costOf, "cancelled-orders": "cancelled-value" });
  if (read.saysTime || says(read, "visit-duration") || read.asksTime) turnToTime(read);
  starsOfReviews(read);
}

/** "In reais", "as a percentage", where all that is counted was said before. */
function turnBase(read: Read, base: MetricId | undefined): void {
  if (base === undefined || read.metrics.length > 0 || read.saysSale) return;
  const turned = (read.saysInMoney ? worthOf[base] : undefined) ?? (read.saysShare ? shareOf[base] : undefined);
  if (turned !== undefined) {
    read.metrics = [turned];
    read.goesOn = true;
  }
}

/** "Taxas" are fees where somebody pays them or a marketplace takes them. */
function feesOf(read: Read): void {
  if (read.saysFees && (read.asksMoney || read.values.some(({ dimension }) => dimension === "vendor"))) {
    read.metrics = ["marketplace-fees"];
    read.choices = [];
  }
}

function turnToTime(read: Read): void {
  const at = read.values.findIndex(({ dimension, value }) => dimension === "order-state" && value === "shipped");
  const isSending = at >= 0 && read.metrics.every((metric) => metric === "orders");
  if (isSending) {
    read.values.splice(at, 1);
    read.metrics = ["hours-to-ship"];
  } else turn(read, timeOf);
}

/** "Reviews under 3 stars" are some of them; of averages the stars are what rows have to reach. */
function starsOfReviews(read: Read): void {
  const { limit, metrics } = read;
  if (limit?.isStars !== true || !metrics.every((metric) => metric === "reviews" || metric === "complaints")) return;
  read.values.push(...starsWithin(limit));
  read.limit = null;
}

/** Refuses a number that is not of the kind that was asked for. */
export function refuseOtherKind(metric: MetricId, read: Read): Extract<Planned, { ok: false }> | null {
  const { unit, kind } = catalogue[metric];
  // Of what was sold, what was sent is no state: most of it has come by now.
  const isSent = kind === "flow" && read.values.some(({ value, isEvent }) => value === "shipped" && isEvent === true);
  if (isSent) return refuse("not-understood", { metric });
  const needsMoney = read.asksMoney && unit === "count";
  const needsTime = read.saysTime && !ofTime.includes(unit);
  const isOther = kinds.some(({ choice, units }) => says(read, choice) && !units.some((one) => one === unit));
  if (needsMoney || needsTime || isOther || (read.asksWorth && unit === "count")) return refuse("not-understood", { metric });
  return read.saysFuture && kind === "flow" ? refuse("period-future", { metric }) : null;
}
