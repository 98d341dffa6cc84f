export type Side = "l" | "w" | "h";
export type Rotate = "all" | "upright" | "none";
export type Size = { l: number; w: number; h: number };
export type Item = Size & { id: string; weight: number; qty: number; rotate: Rotate; up?: readonly Side[] | undefined };
export type Carton = Size & { id: string; maxWeight: number; cost: number };

/** Lengths that differ by less are equal: decimals must not keep out what fits. */
export const hair = 1e-7;

export const volumeOf = ({ l, w, h }: Size): number => l * w * h;

/** Every way an item may stand, each once. `up` narrows which of its sides may be vertical. */
export function stancesOf({ l, w, h, rotate, up }: Item): Size[] {
  if (rotate === "none") return [{ l, w, h }];
  const verticals: readonly Side[] = rotate === "upright" ? ["h"] : (up ?? ["l", "w", "h"]);
  const stances = verticals.flatMap((vertical) => {
    const [one, other, height] = vertical === "h" ? [l, w, h] : vertical === "w" ? [l, h, w] : [w, h, l];
    return [
      { l: one, w: other, h: height },
      { l: other, w: one, h: height },
    ];
  });
  return [...new Map(stances.map((stance) => [`${stance.l} ${stance.w} ${stance.h}`, stance])).values()];
}

export function fitsIn(size: Size, space: Size): boolean {
  return size.l <= space.l + hair && size.w <= space.w + hair && size.h <= space.h + hair;
}
