import * as z from "zod/mini";
import { methods } from "./forecasting/forecasters.ts";
import type { Floor, Place } from "./layout.ts";

/** Bounds keep one problem from taking the memory or the time of all others. */
const most = {
  aisles: 2000,
  crossAisles: 40,
  stops: 20_000,
  routeStops: 2000,
  orders: 5000,
  lines: 500,
  skus: 10_000,
  kinds: 500,
  boxes: 5000,
  ms: 120_000,
};
const defaultTimeMs = 1000;
const defaultSeed = 1;

const length = z.number().check(z.positive(), z.maximum(1e9));
const coordinate = z.number().check(z.minimum(-1e9), z.maximum(1e9));
const amount = z.number().check(z.nonnegative(), z.maximum(1e12));
const id = z.string().check(z.minLength(1), z.maxLength(200));
const effort = {
  timeMs: z._default(z.number().check(z.nonnegative(), z.maximum(most.ms)), defaultTimeMs),
  seed: z._default(z.int().check(z.nonnegative(), z.maximum(2 ** 32 - 1)), defaultSeed),
};

const place = z.object({ aisle: z.int().check(z.nonnegative()), y: coordinate });
const floor = {
  layout: z.object({
    aisles: z.int().check(z.positive(), z.maximum(most.aisles)),
    aisleSpacing: length,
    crossAisles: z.array(coordinate).check(z.minLength(2), z.maxLength(most.crossAisles)),
  }),
  depot: place,
};

type Path = (string | number)[];
type Report = (message: string, path: Path) => void;

/** What no single field can tell: each rule names the field that breaks it. */
function rules<Problem>(check: (problem: Problem, report: Report) => void): z.core.CheckFn<Problem> {
  return ({ value, issues }) => check(value, (message, path) => issues.push({ code: "custom", input: value, message, path }));
}

const sameY = (one: number, other: number) => Math.abs(one - other) <= 1e-9;

function checkFloor({ layout, depot }: Floor, report: Report): void {
  layout.crossAisles.forEach((y, index) => {
    const before = layout.crossAisles[index - 1];
    if (before !== undefined && y - before <= 1e-6) report("must lie behind the cross aisle before it", ["layout", "crossAisles", index]);
  });
  if (depot.aisle >= layout.aisles) report(`must be less than layout.aisles, ${layout.aisles}`, ["depot", "aisle"]);
  if (!layout.crossAisles.some((y) => sameY(y, depot.y))) report("must be the y of a cross aisle", ["depot", "y"]);
}

function checkPlaces({ layout }: Floor, places: readonly Place[], path: Path, report: Report): void {
  const [front, back] = [layout.crossAisles[0] ?? 0, layout.crossAisles.at(-1) ?? 0];
  for (const [index, { aisle, y }] of places.entries()) {
    if (aisle >= layout.aisles) report(`must be less than layout.aisles, ${layout.aisles}`, [...path, index, "aisle"]);
    if (y < front || y > back) report(`must lie between the first and the last cross aisle, ${front} to ${back}`, [...path, index, "y"]);
  }
}

function checkUnique(values: readonly string[], pathOf: (index: number) => Path, report: Report): void {
  const seen = new Set<string>();
  for (const [index, value] of values.entries()) {
    if (seen.has(value)) report(`${JSON.stringify(value)} appears twice`, pathOf(index));
    seen.add(value);
  }
}

export const routeSchema = z.object({ ...floor, picks: z.array(place).check(z.maxLength(most.routeStops)), ...effort }).check(
  rules((problem, report) => {
    checkFloor(problem, report);
    checkPlaces(problem, problem.picks, ["picks"], report);
  }),
);

const pickOrder = z.object({ id, size: amount, picks: z.array(place).check(z.maxLength(most.lines)) });
export const batchSchema = z
  .object({
    ...floor,
    capacity: amount,
    orders: z.array(pickOrder).check(z.maxLength(most.orders)),
    routing: z.enum(["exact", "s-shape", "largest-gap"]),
    ...effort,
  })
  .check(
    rules((problem, report) => {
      const { orders, capacity, routing, layout } = problem;
      checkFloor(problem, report);
      checkUnique(
        orders.map((order) => order.id),
        (index) => ["orders", index, "id"],
        report,
      );
      for (const [index, { size, picks }] of orders.entries()) {
        checkPlaces(problem, picks, ["orders", index, "picks"], report);
        if (size > capacity) report(`is more than the capacity, ${capacity}: an order is never split`, ["orders", index, "size"]);
      }
      if (routing !== "exact" && layout.crossAisles.length > 2) report(`${routing} needs one block, that is two cross aisles`, ["routing"]);
      if (routing === "exact" && layout.crossAisles.length > 5) report("exact needs at most 5 cross aisles", ["routing"]);
    }),
  );

const bin = z.object({ id, aisle: place.shape.aisle, y: coordinate });
export const slotSchema = z
  .object({
    ...floor,
    bins: z.array(bin).check(z.maxLength(most.skus)),
    skus: z.array(id).check(z.maxLength(most.skus)),
    orders: z.array(z.array(id).check(z.maxLength(most.lines))).check(z.maxLength(most.stops)),
    current: z.optional(z.record(id, id)),
    ...effort,
  })
  .check(
    rules((problem, report) => {
      const { bins, skus, orders, current, layout } = problem;
      checkFloor(problem, report);
      checkPlaces(problem, bins, ["bins"], report);
      checkUnique(
        bins.map((one) => one.id),
        (index) => ["bins", index, "id"],
        report,
      );
      checkUnique(skus, (index) => ["skus", index], report);
      if (skus.length > bins.length) report(`${skus.length} skus do not fit into ${bins.length} bins`, ["skus"]);
      if (layout.crossAisles.length > 5) report("slotting needs at most 5 cross aisles", ["layout", "crossAisles"]);
      const known = new Set(skus);
      for (const [index, order] of orders.entries()) {
        for (const [line, sku] of order.entries())
          if (!known.has(sku)) report(`${JSON.stringify(sku)} is not among the skus`, ["orders", index, line]);
      }
      if (current !== undefined) checkCurrent(current, skus, new Set(bins.map((one) => one.id)), report);
    }),
  );

function checkCurrent(current: Readonly<Record<string, string>>, skus: readonly string[], bins: ReadonlySet<string>, report: Report): void {
  const known = new Set(skus);
  for (const sku of skus) if (current[sku] === undefined) report("is missing", ["current", sku]);
  for (const [sku, binId] of Object.entries(current)) {
    if (!known.has(sku)) report("is not among the skus", ["current", sku]);
    if (!bins.has(binId)) report(`${JSON.stringify(binId)} is not among the bins`, ["current", sku]);
  }
  const [names, taken] = [Object.keys(current), Object.values(current)];
  checkUnique(taken, (index) => ["current", names[index] ?? ""], report);
}

const size = { l: length, w: length, h: length };
const carton = z.object({ id, ...size, maxWeight: z.optional(amount), cost: z.optional(amount) });
const item = z.object({
  id,
  ...size,
  weight: z.optional(amount),
  qty: z.int().check(z.nonnegative(), z.maximum(most.boxes)),
  rotate: z.enum(["all", "upright", "none"]),
  up: z.optional(z.array(z.enum(["l", "w", "h"])).check(z.minLength(1), z.maxLength(3))),
});
export const packSchema = z
  .object({
    mode: z.enum(["fill", "fewest-cost"]),
    cartons: z.array(carton).check(z.minLength(1), z.maxLength(50)),
    items: z.array(item).check(z.maxLength(most.kinds)),
    ...effort,
  })
  .check(
    rules(({ cartons, items }, report) => {
      checkUnique(
        cartons.map((one) => one.id),
        (index) => ["cartons", index, "id"],
        report,
      );
      checkUnique(
        items.map((one) => one.id),
        (index) => ["items", index, "id"],
        report,
      );
      if (items.reduce((sum, { qty }) => sum + qty, 0) > most.boxes) report(`hold more than ${most.boxes} boxes`, ["items"]);
    }),
  );

const smoothing = z.number().check(z.minimum(0), z.maximum(1));
export const forecastSchema = z.object({
  history: z.array(amount).check(z.maxLength(10_000)),
  horizon: z.int().check(z.positive(), z.maximum(1000)),
  method: z.enum(["auto", ...methods]),
  alpha: z.optional(smoothing),
  beta: z.optional(smoothing),
});
