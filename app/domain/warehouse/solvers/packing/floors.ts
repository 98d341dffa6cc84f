import { around, type FreeFloor, isInside, joined, overlaps, withoutInner } from "./floor-shapes.ts";
import { hair } from "./items.ts";

/**
 * The free floors after a block was put down at `base` and gave `tops` to stand on. Boxes stand on boxes with all of their base, so
 * nothing ever hangs over a floor. Floors of one height overlap: each is as large as it can be.
 */
export function afterPlacing(floors: readonly FreeFloor[], base: FreeFloor, tops: readonly FreeFloor[]): FreeFloor[] {
  const untouched: FreeFloor[] = [];
  const cut: FreeFloor[] = [];
  for (const floor of floors) {
    if (overlaps(floor, base)) cut.push(...around(floor, base));
    else untouched.push(floor);
  }
  let free = [...untouched, ...withoutInner(cut).filter((floor) => !untouched.some((other) => isInside(floor, other)))];
  for (const top of tops) free = withTop(free, top);
  return free;
}

/** Tops of equal height that touch are one floor: each way of joining them is added, as far as it goes. */
function withTop(floors: readonly FreeFloor[], top: FreeFloor): FreeFloor[] {
  const level = floors.filter(({ z }) => Math.abs(z - top.z) <= hair);
  const waiting = [top];
  const found: FreeFloor[] = [];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const candidate = next;
    if ([...found, ...level].some((other) => isInside(candidate, other))) continue;
    for (const other of [...level, ...found]) {
      const both = joined(candidate, other);
      if (both !== undefined) waiting.push(both);
    }
    found.push(candidate);
  }
  const rest = floors.filter(({ z }) => Math.abs(z - top.z) > hair);
  return [...rest, ...withoutInner([...found, ...level])];
}
