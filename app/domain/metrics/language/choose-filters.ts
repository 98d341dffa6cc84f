import { catalogue } from "../catalogue.ts";
import type { DimensionId, MetricId } from "../kinds.ts";
import type { MetricFilter } from "../schemas.ts";
import type { LookUp, NamedValue, Refusal } from "./plan.ts";
import type { Name, Reading, Value } from "./reading.ts";

type Found<Value> = { ok: true; value: Value } | { ok: false; refusal: Refusal };

/** What stands for another where a number does not know the one that was said. */
const standIns: Readonly<Partial<Record<DimensionId, readonly DimensionId[]>>> = {
  channel: ["vendor"],
  vendor: ["channel"],
  product: ["listing", "sku"],
  sku: ["product", "listing"],
  listing: ["product", "sku"],
  "alert-kind": ["interaction-kind", "pattern-kind"],
};
/** Of these one is meant and not all that are called alike. */
const single: ReadonlySet<DimensionId> = new Set(["channel", "person", "site", "zone", "warehouse", "agent"]);

const certain = 0.9;
const likely = 0.55;
const alikeWithin = 0.2;
const fullLookUp = 10;
/** Where two kinds of things are called the same. */
const preferred: readonly DimensionId[] = ["channel", "vendor", "brand", "product", "sku", "zone", "warehouse", "person", "site", "model", "asker", "listing"];

/** The split a number knows for the one that was said. */
export function fittingDimension(metric: MetricId, dimension: DimensionId): DimensionId | undefined {
  const { dimensions } = catalogue[metric];
  if (dimensions.includes(dimension)) return dimension;
  return standIns[dimension]?.find((one) => dimensions.includes(one));
}

/** Whether words are the very name of something here. */
export async function isName(text: string, lookUp: LookUp, metric: MetricId | undefined): Promise<boolean> {
  const [best] = await lookUp(text, metric === undefined ? [] : catalogue[metric].dimensions);
  return best !== undefined && best.score >= certain;
}

export async function chooseFilters(metric: MetricId, reading: Pick<Reading, "names" | "values">, lookUp: LookUp): Promise<Found<MetricFilter[]>> {
  const filters: MetricFilter[] = [];
  for (const value of reading.values) {
    const dimension = fittingDimension(metric, value.dimension);
    if (dimension === undefined || (dimension !== value.dimension && dimension !== "channel"))
      return { ok: false, refusal: { reason: "dimension-unfit", metric, dimension: value.dimension } };
    if (dimension === value.dimension) join(filters, value, null);
    else {
      const named = await findNamed(metric, { text: value.value.replaceAll("-", " "), isNot: value.isNot, dimension }, lookUp);
      if (!named.ok) return named;
      for (const one of named.value) join(filters, { dimension: one.dimension, value: one.id, isNot: value.isNot }, one.label);
    }
  }
  for (const name of reading.names) {
    const named = await findNamed(metric, name, lookUp);
    if (!named.ok) return named;
    for (const one of named.value) join(filters, { dimension: one.dimension, value: one.id, isNot: name.isNot }, one.label);
  }
  return { ok: true, value: filters };
}

function join(filters: MetricFilter[], { dimension, value, isNot }: Value, label: string | null): void {
  const same = filters.find((one) => one.dimension === dimension && one.isNot === isNot);
  if (same === undefined) filters.push({ dimension, values: [value], labels: label === null ? [] : [label], isNot });
  else if (!same.values.includes(value)) {
    same.values.push(value);
    if (label !== null) same.labels.push(label);
  }
}

async function findNamed(metric: MetricId, name: Name, lookUp: LookUp): Promise<Found<NamedValue[]>> {
  const { dimensions } = catalogue[metric];
  if (name.text.trim() === "") return { ok: false, refusal: { reason: "not-understood", metric } };
  const wanted = name.dimension === null ? undefined : fittingDimension(metric, name.dimension);
  if (name.dimension !== null && wanted === undefined) return { ok: false, refusal: { reason: "dimension-unfit", metric, dimension: name.dimension } };
  const found = (await lookUp(name.text, wanted === undefined ? dimensions : [wanted])).toSorted((a, b) => b.score - a.score || rankOf(a) - rankOf(b));
  const [best] = found;
  if (best === undefined || best.score < likely)
    return { ok: false, refusal: { reason: "name-unknown", metric, text: name.text, names: found.slice(0, 3).map(({ label }) => label) } };
  const least = best.score >= certain ? best.score : best.score - alikeWithin;
  const alike = found.filter(({ dimension, score }) => dimension === best.dimension && score >= least);
  const isOneMeant = alike.length > 1 && single.has(best.dimension);
  // A look-up that is full may have left some out, and a sum without them would be wrong.
  if (isOneMeant || alike.length >= fullLookUp)
    return { ok: false, refusal: { reason: "ambiguous", metric, text: name.text, names: alike.slice(0, 4).map(({ label }) => label) } };
  return { ok: true, value: alike };
}

function rankOf({ dimension }: NamedValue): number {
  const at = preferred.indexOf(dimension);
  return at < 0 ? preferred.length : at;
}
