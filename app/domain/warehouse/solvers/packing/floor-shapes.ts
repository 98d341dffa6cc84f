import { hair } from "./items.ts";

/** A level rectangle on which boxes may stand: wholly supported at height z, and free up to the roof. */
export type FreeFloor = { x: number; y: number; z: number; l: number; w: number };

const isLevel = (one: FreeFloor, other: FreeFloor) => Math.abs(one.z - other.z) <= hair;

export function overlaps(floor: FreeFloor, base: FreeFloor): boolean {
  return (
    isLevel(floor, base) &&
    floor.x < base.x + base.l - hair &&
    base.x < floor.x + floor.l - hair &&
    floor.y < base.y + base.w - hair &&
    base.y < floor.y + floor.w - hair
  );
}

/** What is left of a floor beside a base: up to four rectangles, each as large as it can be. */
export function around(floor: FreeFloor, base: FreeFloor): FreeFloor[] {
  const parts: FreeFloor[] = [];
  const { x, y, z, l, w } = floor;
  if (base.x > x + hair) parts.push({ x, y, z, l: base.x - x, w });
  if (base.x + base.l < x + l - hair) parts.push({ x: base.x + base.l, y, z, l: x + l - base.x - base.l, w });
  if (base.y > y + hair) parts.push({ x, y, z, l, w: base.y - y });
  if (base.y + base.w < y + w - hair) parts.push({ x, y: base.y + base.w, z, l, w: y + w - base.y - base.w });
  return parts;
}

export function isInside(inner: FreeFloor, outer: FreeFloor): boolean {
  return (
    isLevel(inner, outer) &&
    inner.x >= outer.x - hair &&
    inner.y >= outer.y - hair &&
    inner.x + inner.l <= outer.x + outer.l + hair &&
    inner.y + inner.w <= outer.y + outer.w + hair
  );
}

/** The largest rectangle that runs over both where they touch side by side. */
export function joined(one: FreeFloor, other: FreeFloor): FreeFloor | undefined {
  if (!isLevel(one, other)) return undefined;
  const left = Math.max(one.x, other.x);
  const right = Math.min(one.x + one.l, other.x + other.l);
  const front = Math.max(one.y, other.y);
  const back = Math.min(one.y + one.w, other.y + other.w);
  if (Math.abs(left - right) <= hair && back - front > hair) {
    const x = Math.min(one.x, other.x);
    return { x, y: front, z: one.z, l: Math.max(one.x + one.l, other.x + other.l) - x, w: back - front };
  }
  if (Math.abs(front - back) <= hair && right - left > hair) {
    const y = Math.min(one.y, other.y);
    return { x: left, y, z: one.z, l: right - left, w: Math.max(one.y + one.w, other.y + other.w) - y };
  }
  return undefined;
}

/** Of floors inside one another only the largest stay, and of equal ones the first. */
export function withoutInner(floors: readonly FreeFloor[]): FreeFloor[] {
  return floors.filter(
    (floor, index) => !floors.some((other, at) => at !== index && isInside(floor, other) && (at < index || !isInside(other, floor))),
  );
}
