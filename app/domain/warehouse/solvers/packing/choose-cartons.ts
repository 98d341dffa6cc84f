import type { Random } from "#app/platform/seeded-random.ts";
import { randomBelow, shuffleInPlace } from "../random.ts";
import type { TimeLimit } from "../time-limit.ts";
import { Workshop } from "./workshop.ts";
import { makeBlocks } from "./blocks.ts";
import { fillCarton, fillGreedily } from "./fill-carton.ts";
import { type Carton, hair, type Item, volumeOf } from "./items.ts";
import { emptyLoad, type Load } from "./load.ts";

export type Packed = { workshop: Workshop; load: Load };
type Plan = { packed: readonly Packed[]; cost: number };

/** All kinds of cartons together get this many blocks. */
const mostBlocks = 4000;
/** How long one carton may be tried hard, before anything else and later on. */
const firstTryShare = 0.3;
const laterTryMs = 25;
/** Attempts that need not be made again. */
const mostRemembered = 20_000;
/** From this share of the time on, kinds of cartons that have not proved good are no longer tried. */
const hurryFrom = 0.4;
/** Rounds without a better plan after which a small order is believed to be solved. */
const patience = 400;

const countIn = (left: Int32Array) => left.reduce((sum, qty) => sum + qty, 0);
const isCheaper = (one: Plan, other: Plan) =>
  one.cost < other.cost - hair || (one.cost <= other.cost + hair && one.packed.length < other.packed.length);

/**
 * All items into cartons at the least cost. A first plan fills carton after carton with the kind that holds most for its cost; then
 * some cartons are emptied and their items packed again, as long as there is time and something to gain.
 */
export class CartonChooser {
  readonly #items: readonly Item[];
  readonly #workshops: readonly Workshop[];
  readonly #random: Random;
  readonly #limit: TimeLimit;
  readonly #tried = new Map<string, Load>();
  /** The kinds that held most for their cost when last tried come first. */
  #byWorth: readonly Workshop[];

  constructor(cartons: readonly Carton[], items: readonly Item[], random: Random, limit: TimeLimit) {
    this.#items = items;
    this.#random = random;
    this.#limit = limit;
    const share = Math.ceil(mostBlocks / Math.max(1, cartons.length));
    this.#workshops = cartons
      .toSorted((one, other) => one.cost - other.cost || volumeOf(one) - volumeOf(other))
      .map((carton) => new Workshop(carton, items, makeBlocks(items, carton, share)));
    this.#byWorth = this.#workshops;
  }

  choose(): readonly Packed[] {
    const everything = Int32Array.from(this.#items, ({ qty }) => qty);
    if (countIn(everything) === 0) return [];
    let best = this.#plan(everything, Number.POSITIVE_INFINITY, 0) ?? { packed: [], cost: Number.POSITIVE_INFINITY };
    best = this.#inOneCarton(everything, best);
    const floor = this.#leastCost(everything);
    for (let failures = 0; failures < patience && best.cost > floor + hair && !this.#limit.isOver(); failures += 1) {
      const found = this.#repacked(best);
      if (isCheaper(found, best)) failures = 0;
      if (found.cost <= best.cost + hair) best = found;
    }
    return best.packed;
  }

  /** The cheapest kind that holds everything, each tried hard before a dearer one. */
  #inOneCarton(left: Int32Array, best: Plan): Plan {
    const tryMs = (this.#limit.elapsedMs() / Math.max(1e-9, this.#limit.share()) / this.#workshops.length) * firstTryShare;
    for (const workshop of this.#workshops) {
      if (workshop.carton.cost >= best.cost || !this.#couldHold(workshop, left)) continue;
      const load = fillCarton(workshop, emptyLoad(workshop.carton, left), this.#limit.part(tryMs), isAllIn);
      if (isAllIn(load)) return { packed: [{ workshop, load }], cost: workshop.carton.cost };
    }
    return best;
  }

  /** Empties one to three cartons and packs their items again for less. */
  #repacked(plan: Plan): Plan {
    const order = [...plan.packed.keys()];
    shuffleInPlace(order, this.#random);
    const emptied = new Set(order.slice(0, 1 + randomBelow(this.#random, 3)));
    const kept = plan.packed.filter((_, index) => !emptied.has(index));
    const left = new Int32Array(this.#items.length);
    let spent = 0;
    for (const index of emptied) {
      const packed = plan.packed[index];
      spent += packed?.workshop.carton.cost ?? 0;
      packed?.load.left.forEach((_, kind) => {
        left[kind] = (left[kind] ?? 0) + countPacked(packed.load, kind);
      });
    }
    const again = this.#plan(left, spent, this.#random() < 0.5 ? 0.3 : 0);
    return again === undefined ? plan : { packed: [...kept, ...again.packed], cost: plan.cost - spent + again.cost };
  }

  /**
   * Carton after carton; at each, also the cheapest one that ends it. Plans dearer than `budget` are given up. `daring` is the chance
   * of another kind than the one that holds most for its cost.
   */
  #plan(everything: Int32Array, budget: number, daring: number): Plan | undefined {
    let best: Plan | undefined;
    let plan: Plan = { packed: [], cost: 0 };
    let left = everything;
    while (countIn(left) > 0) {
      const bar = best?.cost ?? budget;
      if (plan.cost + this.#leastCost(left) > bar + hair) break;
      const last = this.#lastCarton(left, bar - plan.cost, Number.isFinite(budget));
      if (last !== undefined) {
        const ended = add(plan, last);
        if (best === undefined || isCheaper(ended, best)) best = ended;
      }
      const next = this.#nextCarton(left, daring);
      if (next === undefined) break;
      plan = add(plan, next);
      left = next.load.left;
    }
    if (countIn(left) > 0) return best;
    return best === undefined || isCheaper(plan, best) ? plan : best;
  }

  /** Once a good part of the time is over, only the kinds that have proved good are tried. */
  #nextCarton(left: Int32Array, daring: number): Packed | undefined {
    let best: { packed: Packed; worth: number } | undefined;
    const tried = this.#limit.share() > hurryFrom ? 2 : this.#byWorth.length;
    const worths = new Map<Workshop, number>();
    for (const [index, workshop] of this.#byWorth.entries()) {
      if (best !== undefined && index >= tried) break;
      const load = this.#greedily(workshop, left);
      if (load.volume <= 0) continue;
      const chance = daring > 0 ? 1 + daring * this.#random() : 1;
      const worth = (chance * load.volume) / Math.max(workshop.carton.cost, hair);
      worths.set(workshop, worth);
      if (best === undefined || worth > best.worth) best = { packed: { workshop, load }, worth };
    }
    if (tried === this.#byWorth.length)
      this.#byWorth = this.#byWorth.toSorted((one, other) => (worths.get(other) ?? 0) - (worths.get(one) ?? 0));
    return best?.packed;
  }

  #lastCarton(left: Int32Array, budget: number, isThorough: boolean): Packed | undefined {
    for (const workshop of this.#workshops) {
      if (workshop.carton.cost > budget + hair) return undefined;
      if (!this.#couldHold(workshop, left)) continue;
      const load = isThorough ? this.#thoroughly(workshop, left) : this.#greedily(workshop, left);
      if (isAllIn(load)) return { workshop, load };
    }
    return undefined;
  }

  #greedily(workshop: Workshop, left: Int32Array): Load {
    return this.#remembered(`${workshop.carton.id} ${left.join()}`, () => fillGreedily(workshop, emptyLoad(workshop.carton, left)));
  }

  #thoroughly(workshop: Workshop, left: Int32Array): Load {
    return this.#remembered(`${workshop.carton.id} ${left.join()} again`, () => {
      const empty = emptyLoad(workshop.carton, left);
      return fillCarton(workshop, empty, this.#limit.part(laterTryMs), isAllIn);
    });
  }

  #remembered(key: string, make: () => Load): Load {
    const load = this.#tried.get(key) ?? make();
    if (this.#tried.size >= mostRemembered) this.#tried.clear();
    this.#tried.set(key, load);
    return load;
  }

  #couldHold({ carton }: Workshop, left: Int32Array): boolean {
    return this.#sum(left, volumeOf) <= volumeOf(carton) + hair && this.#sum(left, ({ weight }) => weight) <= carton.maxWeight + hair;
  }

  /** No plan can cost less: not all of the volume at the best price, and not any carton at all. */
  #leastCost(left: Int32Array): number {
    const volume = this.#sum(left, volumeOf);
    const costs = this.#workshops.map(({ carton }) => Math.max(carton.cost, (volume * carton.cost) / volumeOf(carton)));
    return Math.min(...costs);
  }

  #sum(left: Int32Array, worth: (item: Item) => number): number {
    return this.#items.reduce((sum, item, index) => sum + worth(item) * (left[index] ?? 0), 0);
  }
}

const isAllIn = ({ left }: Load) => left.every((qty) => qty === 0);

function countPacked({ before, left }: Load, kind: number): number {
  return (before[kind] ?? 0) - (left[kind] ?? 0);
}

function add({ packed, cost }: Plan, next: Packed): Plan {
  return { packed: [...packed, next], cost: cost + next.workshop.carton.cost };
}
