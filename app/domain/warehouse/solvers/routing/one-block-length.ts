import type { Layout } from "../layout.ts";
import type { Stops } from "./stops.ts";

const never = Number.POSITIVE_INFINITY;

/**
 * The same as TourLength for the commonest floor, one block, with its six classes written out: several times as fast. A class is
 * named by the degrees at the front and at the back; `Joined` tells whether both ends hang together.
 */
export class OneBlockLength {
  readonly #stops: Stops;
  readonly #aisleSpacing: number;
  readonly #front: number;
  readonly #back: number;
  #nothing = 0;
  #odd = never;
  #front2 = never;
  #back2 = never;
  #both2 = never;
  #bothJoined = never;

  constructor({ aisleSpacing, crossAisles }: Layout, stops: Stops) {
    this.#stops = stops;
    this.#aisleSpacing = aisleSpacing;
    this.#front = crossAisles[0] ?? 0;
    this.#back = crossAisles[1] ?? 0;
  }

  /** `ranks` are sorted and hold the depot's. */
  of(ranks: Int32Array, count: number): number {
    this.#nothing = 0;
    this.#odd = never;
    this.#front2 = never;
    this.#back2 = never;
    this.#both2 = never;
    this.#bothJoined = never;
    const { aisles } = this.#stops;
    let at = 0;
    let previous = -1;
    while (at < count) {
      const aisle = aisles[ranks[at] ?? 0] ?? 0;
      if (previous >= 0) this.#crossTo((aisle - previous) * this.#aisleSpacing);
      previous = aisle;
      at = this.#walkAisle(ranks, at, count, aisle);
    }
    return Math.min(this.#front2, this.#back2, this.#bothJoined);
  }

  #crossTo(length: number): void {
    const [twice, four] = [2 * length, 4 * length];
    this.#nothing = never;
    this.#odd += twice;
    this.#front2 = Math.min(this.#front2, this.#bothJoined) + twice;
    this.#back2 = Math.min(this.#back2, this.#bothJoined) + twice;
    this.#both2 += four;
    this.#bothJoined += four;
  }

  /** Gives back the first stop behind the aisle. */
  #walkAisle(ranks: Int32Array, start: number, count: number, aisle: number): number {
    const { aisles, slots, ys } = this.#stops;
    let isBackPicked = false;
    let largestGap = 0;
    let first = never;
    let last = never;
    let at = start;
    for (; at < count; at += 1) {
      const rank = ranks[at] ?? 0;
      if (aisles[rank] !== aisle) break;
      const slot = slots[rank] ?? 0;
      const y = ys[rank] ?? 0;
      if (slot === 0) this.#touchFront();
      else if (slot === 2) isBackPicked = true;
      else {
        if (first === never) first = y;
        else if (y - last > largestGap) largestGap = y - last;
        last = y;
      }
    }
    if (first === never) this.#passEmpty();
    else this.#pick(first, last, largestGap);
    if (isBackPicked) this.#touchBack();
    return at;
  }

  #touchFront(): void {
    this.#front2 = Math.min(this.#front2, this.#nothing);
    this.#both2 = Math.min(this.#both2, this.#back2);
    this.#nothing = never;
    this.#back2 = never;
  }

  #touchBack(): void {
    this.#back2 = Math.min(this.#back2, this.#nothing);
    this.#both2 = Math.min(this.#both2, this.#front2);
    this.#nothing = never;
    this.#front2 = never;
  }

  #passEmpty(): void {
    const once = this.#back - this.#front;
    const even = Math.min(this.#nothing, this.#front2, this.#back2, this.#both2);
    const odd = Math.min(this.#odd, Math.min(even, this.#bothJoined) + once);
    this.#bothJoined = Math.min(this.#bothJoined, even + 2 * once, this.#odd + once);
    this.#odd = odd;
  }

  #pick(first: number, last: number, largestGap: number): void {
    const once = this.#back - this.#front;
    const fromFront = 2 * (last - this.#front);
    const fromBack = 2 * (this.#back - first);
    const fromBoth = 2 * (once - largestGap);
    const dead = Math.min(fromFront, fromBack, fromBoth);
    const [nothing, odd, front2, back2, both2, joined] = [
      this.#nothing,
      this.#odd,
      this.#front2,
      this.#back2,
      this.#both2,
      this.#bothJoined,
    ];
    const even = Math.min(nothing, front2, back2, both2);
    this.#nothing = never;
    this.#odd = Math.min(odd + dead, Math.min(even, joined) + once);
    this.#front2 = Math.min(nothing, front2) + fromFront;
    this.#back2 = Math.min(nothing, back2) + fromBack;
    this.#both2 = Math.min(both2 + dead, nothing + fromBoth, front2 + Math.min(fromBack, fromBoth), back2 + Math.min(fromFront, fromBoth));
    this.#bothJoined = Math.min(joined + Math.min(dead, 2 * once), even + 2 * once, odd + once);
  }
}
