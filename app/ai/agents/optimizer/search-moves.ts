import { walkBetween } from "#app/domain/warehouse/solvers/layout.ts";
import { measureShortest } from "#app/domain/warehouse/solvers/routing/measure-tour.ts";
import { arrangeStops } from "#app/domain/warehouse/solvers/routing/stops.ts";
import { OrderLog } from "#app/domain/warehouse/solvers/slotting/order-log.ts";
import type { FloorPlan } from "./floor-plan.ts";
import type { Goods } from "./movable-goods.ts";

export type Shelf = { id: string; capacityUnits: number | null };
/** One carry. Those of a swap follow each other: over `spare`, which is empty before and after. */
export type Carry = { sku: string; units: number; from: string; to: string };
/** `metres`: what all orders of the log together save by it. */
export type Step = { carries: Carry[]; metres: number; minutes: number };
export type Found = { steps: Step[]; metresBefore: number; metresAfter: number; isSwapMissed: boolean };

export type SearchSettings = {
  mostMoves: number;
  walkMetresPerMinute: number;
  secondsPerUnitMoved: number;
  payBackDays: number;
};

type Problem = {
  plan: FloorPlan;
  /** Each with a place. */
  goods: readonly Goods[];
  orders: readonly (readonly string[])[];
  shelves: readonly Shelf[];
  capacityOf: (binId: string) => number | null;
  days: number;
  settings: SearchSettings;
};

/** Walks measured at most: a second's work, the same on every machine. */
const mostMeasured = 200_000;
/** Moves are looked for among the goods that most walks go to. */
const mostGoods = 150;

type Trip = readonly [sku: number, from: number, to: number];
type Option = Step & { sku: number; other: number | null; to: number; spare: number | null };

/**
 * Moves worth their carrying, the best first: goods to an empty shelf, or two goods that change places over a shelf that is
 * empty. Each is weighed with those before it done. What lies in several places or may not be carried stays, and is walked to.
 */
export function searchMoves(problem: Problem): Found {
  const search = new MoveSearch(problem);
  const metresBefore = search.total();
  const steps: Step[] = [];
  for (let left = problem.settings.mostMoves; left > 0 && !search.isSpent();) {
    const best = search.best(left);
    if (best === undefined) break;
    search.take(best);
    left -= best.carries.length;
    steps.push({ carries: best.carries, metres: best.metres, minutes: best.minutes });
  }
  return { steps, metresBefore, metresAfter: search.total(), isSwapMissed: search.isSwapMissed };
}

class MoveSearch {
  readonly #problem: Problem;
  readonly #log: OrderLog;
  readonly #binIds: string[];
  readonly #binOf: Int32Array;
  readonly #movable: number[];
  readonly #free: Set<number>;
  readonly #lengthToDepot: (bin: number) => number;
  #measured = 0;
  isSwapMissed = false;

  constructor(problem: Problem) {
    const { plan, goods, orders, shelves } = problem;
    this.#problem = problem;
    this.#binIds = [...new Set([...goods.map(({ binId }) => binId), ...shelves.map(({ id }) => id)])];
    const indexOfBin = new Map(this.#binIds.map((id, index) => [id, index]));
    const places = this.#binIds.map((id) => plan.places.get(id) ?? plan.floor.depot);
    const stops = arrangeStops(plan.floor, places);
    const indexOfSku = new Map(goods.map(({ sku }, index) => [sku, index]));
    const logged = orders.map((order) => order.flatMap((sku) => indexOfSku.get(sku) ?? []));
    this.#log = new OrderLog(logged, goods.length, stops, measureShortest(plan.floor.layout, stops));
    this.#binOf = Int32Array.from(goods, ({ binId }) => indexOfBin.get(binId) ?? 0);
    this.#movable = [...goods.keys()]
      .filter((sku) => goods[sku]?.line !== null && this.#visits(sku) > 0)
      .toSorted((one, other) => this.#visits(other) - this.#visits(one) || one - other)
      .slice(0, mostGoods);
    this.#free = new Set(shelves.flatMap(({ id }) => indexOfBin.get(id) ?? []));
    this.#lengthToDepot = (bin) => walkBetween(plan.floor.layout, plan.floor.depot, places[bin] ?? plan.floor.depot);
    this.total();
  }

  total(): number {
    return this.#log.measureAll({ binOf: this.#binOf, skuIn: new Int32Array(0) });
  }

  isSpent(): boolean {
    return this.#measured >= mostMeasured;
  }

  /** The option that saves most of those that pay for themselves in time, with as few carries as may still be made. */
  best(mostCarries: number): Option | undefined {
    let best: Option | undefined;
    for (const option of this.#options(mostCarries)) {
      if (this.isSpent()) break;
      if (this.#pays(option) && (best === undefined || worth(option) > worth(best) + 1e-9)) best = option;
    }
    return best;
  }

  *#options(mostCarries: number): Generator<Option> {
    for (const [place, sku] of this.#movable.entries()) {
      for (const to of this.#free) if (this.#fits(sku, to)) yield this.#toEmpty(sku, to);
      for (const other of this.#movable.slice(place + 1)) {
        if (!this.#fits(sku, this.#at(other)) || !this.#fits(other, this.#at(sku))) continue;
        // The fewer units are carried twice.
        const [light, heavy] = this.#units(sku) <= this.#units(other) ? [sku, other] : [other, sku];
        const spare = [...this.#free].find((bin) => this.#fits(light, bin));
        if (spare === undefined) this.#noteMissed(sku, other);
        else if (mostCarries >= 3) yield this.#swap(light, heavy, spare);
      }
    }
  }

  #toEmpty(sku: number, to: number): Option {
    const trips: Trip[] = [[sku, this.#at(sku), to]];
    return { ...this.#carried(trips), metres: this.#saved([[sku, to]]), sku, other: null, to, spare: null };
  }

  #swap(sku: number, other: number, spare: number): Option {
    const [here, there] = [this.#at(sku), this.#at(other)];
    const trips: Trip[] = [
      [sku, here, spare],
      [other, there, here],
      [sku, spare, there],
    ];
    const moves: [number, number][] = [
      [sku, there],
      [other, here],
    ];
    return { ...this.#carried(trips), metres: this.#saved(moves), sku, other, to: there, spare };
  }

  #noteMissed(sku: number, other: number): void {
    const moves: [number, number][] = [
      [sku, this.#at(other)],
      [other, this.#at(sku)],
    ];
    if (!this.isSwapMissed && this.#saved(moves) > 1e-6) this.isSwapMissed = true;
  }

  take({ sku, other, to, spare }: Option): void {
    const from = this.#at(sku);
    this.#move([[sku, to], ...(other === null ? [] : [[other, from] satisfies [number, number]])]);
    this.#log.measureAll({ binOf: this.#binOf, skuIn: new Int32Array(0) });
    // What was carried once stays. A shelf that a swap goes over is kept for it, and one that was left is not filled again:
    // then every carry finds its shelf empty, in whichever order the steps are done.
    this.#movable.splice(0, this.#movable.length, ...this.#movable.filter((one) => one !== sku && one !== other));
    this.#free.delete(to);
    if (spare !== null) this.#free.delete(spare);
  }

  #pays({ metres, minutes }: Option): boolean {
    return metres > 1e-6 && payBackDays({ metres, minutes }, this.#problem) <= this.#problem.settings.payBackDays;
  }

  #saved(moves: readonly [sku: number, bin: number][]): number {
    const before = moves.map(([sku]) => [sku, this.#at(sku)] satisfies [number, number]);
    this.#move(moves);
    const skus = moves.map(([sku]) => sku);
    for (const sku of skus) this.#measured += this.#log.ordersOf[sku]?.length ?? 0;
    const change = this.#log.change({ binOf: this.#binOf, skuIn: new Int32Array(0) }, skus);
    this.#move(before);
    return 0 - change;
  }

  #move(moves: readonly [sku: number, bin: number][]): void {
    for (const [sku, bin] of moves) this.#binOf[sku] = bin;
  }

  #fits(sku: number, bin: number): boolean {
    const capacity = this.#problem.capacityOf(this.#binIds[bin] ?? "");
    return capacity === null || this.#units(sku) <= capacity;
  }

  #carried(trips: readonly Trip[]): Pick<Step, "carries" | "minutes"> {
    const { walkMetresPerMinute, secondsPerUnitMoved } = this.#problem.settings;
    let minutes = 0;
    const carries = trips.map(([sku, from, to]) => {
      const units = this.#units(sku);
      const metres = 2 * Math.max(this.#lengthToDepot(from), this.#lengthToDepot(to));
      minutes += metres / walkMetresPerMinute + (units * secondsPerUnitMoved) / 60;
      return { sku: this.#problem.goods[sku]?.sku ?? "", units, from: this.#binIds[from] ?? "", to: this.#binIds[to] ?? "" };
    });
    return { carries, minutes };
  }

  #units(sku: number): number {
    return this.#problem.goods[sku]?.line?.qty ?? 0;
  }

  #at(sku: number): number {
    return this.#binOf[sku] ?? 0;
  }

  #visits(sku: number): number {
    return this.#log.visits[sku] ?? 0;
  }
}

/** In walked metres, so that a long walk for little comes after a short one. */
function worth({ metres, minutes }: Option): number {
  return metres - minutes * 1e-3;
}

/** After how many days the walks saved are longer than the carrying was. */
export function payBackDays(
  { metres, minutes }: Pick<Step, "metres" | "minutes">,
  { days, settings }: Pick<Problem, "days" | "settings">,
): number {
  const minutesSavedPerDay = metres / days / settings.walkMetresPerMinute;
  return minutesSavedPerDay <= 0 ? Number.POSITIVE_INFINITY : minutes / minutesSavedPerDay;
}
