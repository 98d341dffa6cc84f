import type { Layout } from "../layout.ts";
import type { Stops } from "./stops.ts";
import { costsPerStep, type StepTable, stretchWays, tourMachine } from "./tour-machine.ts";

/** What a step is about. A crossing leads to the step's aisle; a touch and a stretch begin at the cross aisle `lower`. */
export type StepKind = "crossing" | "touch" | "stretch";

/**
 * The steps that build a tour past one set of stops, aisle by aisle, with the cost of every way to take them. One object serves
 * many sets and allocates nothing after the first: searches ask a million times.
 */
export class TourSteps {
  readonly stops: Stops;
  readonly layout: Layout;
  readonly machine;
  count = 0;
  readonly tables: StepTable[];
  /** `costsPerStep` numbers a step. */
  readonly costs: Float64Array;
  readonly kinds: StepKind[];
  readonly aisles: Int32Array;
  readonly lowers: Int32Array;
  /** Where the stops of a stretch begin and end in `ranks`, and which is the last one below its largest gap. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly gaps: Int32Array;
  #ranks: Int32Array = new Int32Array(0);
  #rankCount = 0;
  #next = 0;

  constructor(layout: Layout, stops: Stops) {
    this.stops = stops;
    this.layout = layout;
    this.machine = tourMachine(layout.crossAisles.length);
    const usedAisles = new Set(stops.aisles).size;
    const most = usedAisles * 2 * layout.crossAisles.length;
    this.tables = Array.from({ length: most }, () => this.machine.crossing);
    this.kinds = Array.from({ length: most }, (): StepKind => "crossing");
    this.costs = new Float64Array(most * costsPerStep);
    this.aisles = new Int32Array(most);
    this.lowers = new Int32Array(most);
    this.starts = new Int32Array(most);
    this.ends = new Int32Array(most);
    this.gaps = new Int32Array(most);
  }

  /** `ranks` are sorted and hold the depot's; a stop may appear more than once. */
  write(ranks: Int32Array, rankCount: number): void {
    this.count = 0;
    this.#ranks = ranks;
    this.#rankCount = rankCount;
    this.#next = 0;
    let previousAisle = -1;
    while (this.#next < rankCount) {
      const aisle = this.stops.aisles[ranks[this.#next] ?? 0] ?? 0;
      if (previousAisle >= 0) this.#addCrossing(aisle, (aisle - previousAisle) * this.layout.aisleSpacing);
      previousAisle = aisle;
      this.#addAisle(aisle);
    }
  }

  #addAisle(aisle: number): void {
    const last = this.machine.crossAisles - 1;
    for (let lower = 0; lower <= last; lower += 1) {
      const onJunction = this.#next;
      this.#skipSlot(aisle, 2 * lower);
      if (this.#next > onJunction) this.#add("touch", aisle, lower, this.machine.touches[lower]);
      if (lower === last) return;
      const start = this.#next;
      this.#skipSlot(aisle, 2 * lower + 1);
      this.#addStretch(aisle, lower, start);
    }
  }

  #skipSlot(aisle: number, slot: number): void {
    const { aisles, slots } = this.stops;
    while (this.#next < this.#rankCount) {
      const rank = this.#ranks[this.#next] ?? 0;
      if (aisles[rank] !== aisle || slots[rank] !== slot) return;
      this.#next += 1;
    }
  }

  #addCrossing(aisle: number, length: number): void {
    const at = this.#add("crossing", aisle, 0, this.machine.crossing) * costsPerStep;
    for (let walks = 0; walks <= 2 * this.machine.crossAisles; walks += 1) this.costs[at + walks] = walks * length;
  }

  #addStretch(aisle: number, lower: number, start: number): void {
    const from = this.layout.crossAisles[lower] ?? 0;
    const to = this.layout.crossAisles[lower + 1] ?? 0;
    const isEmpty = start === this.#next;
    const step = this.#add("stretch", aisle, lower, (isEmpty ? this.machine.emptyStretches : this.machine.pickedStretches)[lower]);
    const at = step * costsPerStep;
    this.starts[step] = start;
    this.ends[step] = this.#next;
    this.costs[at + stretchWays.once] = to - from;
    this.costs[at + stretchWays.twice] = 2 * (to - from);
    if (isEmpty) return;
    const { ys } = this.stops;
    const first = ys[this.#ranks[start] ?? 0] ?? 0;
    const last = ys[this.#ranks[this.#next - 1] ?? 0] ?? 0;
    this.costs[at + stretchWays.fromLower] = 2 * (last - from);
    this.costs[at + stretchWays.fromUpper] = 2 * (to - first);
    this.costs[at + stretchWays.fromBoth] = 2 * (to - from - this.#largestGap(step, start));
  }

  /** Between two stops of the stretch; the gaps at its ends are the ways from one side. */
  #largestGap(step: number, start: number): number {
    const { ys } = this.stops;
    let largest = 0;
    let previous = ys[this.#ranks[start] ?? 0] ?? 0;
    this.gaps[step] = start;
    for (let index = start + 1; index < this.#next; index += 1) {
      const y = ys[this.#ranks[index] ?? 0] ?? 0;
      if (y - previous > largest) {
        largest = y - previous;
        this.gaps[step] = index - 1;
      }
      previous = y;
    }
    return largest;
  }

  #add(kind: StepKind, aisle: number, lower: number, table: StepTable | undefined): number {
    const step = this.count;
    this.count += 1;
    this.tables[step] = table ?? this.machine.crossing;
    this.kinds[step] = kind;
    this.aisles[step] = aisle;
    this.lowers[step] = lower;
    this.costs[step * costsPerStep] = 0;
    return step;
  }
}
