import { catalogue } from "../catalogue.ts";
import { type DimensionId, maxDimensions, type MetricId } from "../kinds.ts";
import { fittingDimension } from "./choose-filters.ts";
import type { Chosen } from "./choose-metric.ts";
import { type Planned, type Read, refuse } from "./plan.ts";

/** What a lone split word asks for: rows, where it is said in the plural or ranked; else it only says where things are. */
const placesOnly: ReadonlySet<DimensionId> = new Set([
  "site",
  "warehouse",
  "vendor",
  "model",
  "agent",
  "person",
  "page",
  "asker",
  "purpose",
]);

function looseSplits({ loose, by, wanted, top, saysHowMany, values }: Read, used: readonly DimensionId[]): DimensionId[] {
  const isRanked = wanted !== null || top !== null;
  // "How many listings are paused" asks for one number and not for one a listing.
  if (saysHowMany && !isRanked) return [];
  // "Who sells more, Shopee or Mercado Livre?" asks for one of those.
  const isOfTheseTwo = values.filter(({ dimension, isNot }) => dimension === "vendor" && !isNot).length > 1;
  // "Products viewed most on the site" are those and not one row a site.
  const isPlace = ({ dimension, isPlural }: Read["loose"][number]) =>
    (dimension === "site" || dimension === "warehouse") && !isPlural && by.length + loose.length > 1;
  return loose
    .filter((one) => !isPlace(one) && (one.dimension !== "person" || !isOfTheseTwo))
    .filter(({ dimension, isPlural }) => !used.includes(dimension) && (isPlural || isRanked || !placesOnly.has(dimension)))
    .map(({ dimension }) => dimension);
}

function whoFor(metric: MetricId): DimensionId {
  const { dimensions } = catalogue[metric];
  return dimensions.includes("cancelled-by") ? "cancelled-by" : dimensions.includes("asker") ? "asker" : "person";
}

/** "AI spend per user": those are not the shop's visitors. */
function isWhoAsked(metric: MetricId): boolean {
  return whoFor(metric) === "asker" || catalogue[metric].dimensions.includes("person");
}

/** By what a number is split, as far as it can be. */
export function chooseSplits(
  { metric, usedDimensions }: Chosen,
  read: Read,
): { ok: true; by: DimensionId[] } | Extract<Planned, { ok: false }> {
  if (read.perCounted !== null && !isWhoAsked(metric)) return refuse("not-understood", { metric });
  const reckoned: DimensionId[] = read.perCounted === null ? [] : ["person"];
  const wanted = [...read.by, ...reckoned, ...looseSplits(read, usedDimensions)].map((one) => (one === "person" ? whoFor(metric) : one));
  const by: DimensionId[] = [];
  for (const one of new Set(wanted)) {
    const fitting = fittingDimension(metric, one);
    if (fitting === undefined) return refuse("dimension-unfit", { metric, dimension: one });
    if (!by.includes(fitting)) by.push(fitting);
  }
  return by.length > maxDimensions
    ? refuse("dimension-unfit", { metric, dimension: by[maxDimensions] ?? "channel", because: "one-at-a-time" })
    : { ok: true, by };
}
