import { joinedTop, type Top } from "./blocks.ts";
import { hair } from "./items.ts";

/**
 * A rectangle at height z that is wholly supported and free up to the roof: boxes stand on boxes with all of their base, so nothing
 * ever hangs over a floor. The floors of one height overlap: each is as large as it can be.
 */
export type FreeFloor = Top & { z: number };

/** The floors after a block was put down at `base` and gave `top` to stand on. */
export function afterPlacing(floors: readonly FreeFloor[], base: FreeFloor, top: FreeFloor | undefined): FreeFloor[] {
  const untouched: FreeFloor[] = [];
  const cut: FreeFloor[] = [];
  for (const floor of floors) {
    if (overlaps(floor, base)) cut.push(...around(floor, base));
    else untouched.push(floor);
  }
  const kept = [
    ...untouched,
    ...cut.filter((floor, index) => !isInsideAnother(floor, index, cut) && !untouched.some((other) => isInside(floor, other))),
  ];
  return top === undefined ? kept : withTop(kept, top);
}

function overlaps(floor: FreeFloor, base: FreeFloor): boolean {
  return (
    Math.abs(floor.z - base.z) <= hair &&
    floor.x < base.x + base.l - hair &&
    base.x < floor.x + floor.l - hair &&
    floor.y < base.y + base.w - hair &&
    base.y < floor.y + floor.w - hair
  );
}

function around(floor: FreeFloor, base: FreeFloor): FreeFloor[] {
  const parts: FreeFloor[] = [];
  const { x, y, z, l, w } = floor;
  if (base.x > x + hair) parts.push({ x, y, z, l: base.x - x, w });
  if (base.x + base.l < x + l - hair) parts.push({ x: base.x + base.l, y, z, l: x + l - base.x - base.l, w });
  if (base.y > y + hair) parts.push({ x, y, z, l, w: base.y - y });
  if (base.y + base.w < y + w - hair) parts.push({ x, y: base.y + base.w, z, l, w: y + w - base.y - base.w });
  return parts;
}

function isInside(inner: FreeFloor, outer: FreeFloor): boolean {
  return (
    Math.abs(inner.z - outer.z) <= hair &&
    inner.x >= outer.x - hair &&
    inner.y >= outer.y - hair &&
    inner.x + inner.l <= outer.x + outer.l + hair &&
    inner.y + inner.w <= outer.y + outer.w + hair
  );
}

/** Of equal floors the first stays. */
function isInsideAnother(floor: FreeFloor, index: number, all: readonly FreeFloor[]): boolean {
  return all.some((other, at) => at !== index && isInside(floor, other) && (at < index || !isInside(other, floor)));
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
      const joined = { ...joinedTop(candidate, other), z: top.z };
      if (joined.l > hair && joined.w > hair) waiting.push(joined);
    }
    found.push(candidate);
  }
  const all = [...found, ...level];
  const rest = floors.filter(({ z }) => Math.abs(z - top.z) > hair);
  return [...rest, ...all.filter((floor, index) => !isInsideAnother(floor, index, all))];
}
