import { around, type FreeFloor, isInside, joined, overlaps } from "./floor-shapes.ts";
import { type Carton, fitsIn, hair, type Item, type Size, stancesOf, volumeOf } from "./items.ts";

/** How a block is made: one item, or two blocks side by side or on top of each other. */
export type Build = { kind: "item"; item: number } | { kind: "pair"; first: Block; second: Block; x: number; y: number; z: number };

/** Boxes that are placed as one. Counts are kept for the few kinds of items inside only. */
export type Block = Size & {
  build: Build;
  /** Where others may stand on the block, measured from its lower corner; the largest first. */
  tops: readonly FreeFloor[];
  kinds: Int32Array;
  counts: Int32Array;
  boxes: number;
  /** Of the boxes inside; the block itself may hold a little air. */
  volume: number;
  weight: number;
};

/** Blocks with more air inside are of no use. */
const leastFill = 0.995;

/** All blocks worth trying in a carton, made by joining smaller ones until `most` are known; single boxes always are. */
export function makeBlocks(items: readonly Item[], carton: Carton, most: number): Block[] {
  const singles = items.flatMap((item, index) => singlesOf(item, index, carton));
  const blocks = [...singles];
  const known = new Set(singles.map(nameOf));
  let fresh = singles;
  while (fresh.length > 0 && blocks.length < most) {
    const made: Block[] = [];
    const older = [...blocks];
    for (const one of fresh) {
      for (const other of older) {
        if (blocks.length >= most) return blocks;
        for (const pair of pairsOf(one, other)) {
          if (!isUseful(pair, items, carton)) continue;
          const name = nameOf(pair);
          if (known.has(name)) continue;
          known.add(name);
          made.push(pair);
          blocks.push(pair);
        }
      }
    }
    fresh = made;
  }
  return blocks;
}

function singlesOf(item: Item, index: number, carton: Carton): Block[] {
  if (item.qty < 1 || item.weight > carton.maxWeight) return [];
  return stancesOf(item)
    .filter((stance) => fitsIn(stance, carton))
    .map((stance) => ({
      ...stance,
      build: { kind: "item", item: index },
      tops: [{ x: 0, y: 0, z: stance.h, l: stance.l, w: stance.w }],
      kinds: Int32Array.of(index),
      counts: Int32Array.of(1),
      boxes: 1,
      volume: volumeOf(stance),
      weight: item.weight,
    }));
}

function isUseful(block: Block, items: readonly Item[], carton: Carton): boolean {
  if (!fitsIn(block, carton) || block.weight > carton.maxWeight) return false;
  return block.kinds.every((kind, at) => (block.counts[at] ?? 0) <= (items[kind]?.qty ?? 0));
}

function nameOf({ l, w, h, tops, kinds, counts }: Block): string {
  return `${l} ${w} ${h} ${tops.length} ${tops[0]?.l} ${tops[0]?.w} ${kinds.join()} ${counts.join()}`;
}

function pairsOf(one: Block, other: Block): Block[] {
  const pairs: Block[] = [];
  const volume = one.volume + other.volume;
  const isDense = (size: Size) => volume >= leastFill * volumeOf(size);
  const [l, w, h] = [Math.max(one.l, other.l), Math.max(one.w, other.w), Math.max(one.h, other.h)];
  const besideX = { l: one.l + other.l, w, h };
  if (isDense(besideX)) pairs.push(join(one, other, besideX, { x: one.l, y: 0, z: 0 }));
  const besideY = { l, w: one.w + other.w, h };
  if (isDense(besideY)) pairs.push(join(one, other, besideY, { x: 0, y: one.w, z: 0 }));
  pairs.push(...stacked(one, other, isDense), ...(one === other ? [] : stacked(other, one, isDense)));
  return pairs;
}

/** The upper one stands on the largest top of the lower one, wholly supported. */
function stacked(lower: Block, upper: Block, isDense: (size: Size) => boolean): Block[] {
  const [top] = lower.tops;
  if (top === undefined || upper.l > top.l + hair || upper.w > top.w + hair) return [];
  const size = { l: lower.l, w: lower.w, h: Math.max(lower.h, top.z + upper.h) };
  return isDense(size) ? [join(lower, upper, size, { x: top.x, y: top.y, z: top.z })] : [];
}

function join(first: Block, second: Block, size: Size, at: { x: number; y: number; z: number }): Block {
  const kinds = [...first.kinds];
  const counts = [...first.counts];
  second.kinds.forEach((kind, index) => {
    const place = kinds.indexOf(kind);
    if (place < 0) kinds.push(kind);
    counts[place < 0 ? kinds.length - 1 : place] = (place < 0 ? 0 : (counts[place] ?? 0)) + (second.counts[index] ?? 0);
  });
  const order = [...kinds.keys()].toSorted((one, other) => (kinds[one] ?? 0) - (kinds[other] ?? 0));
  return {
    ...size,
    build: { kind: "pair", first, second, ...at },
    tops: topsOf(first, second, at),
    kinds: Int32Array.from(order, (index) => kinds[index] ?? 0),
    counts: Int32Array.from(order, (index) => counts[index] ?? 0),
    boxes: first.boxes + second.boxes,
    volume: first.volume + second.volume,
    weight: first.weight + second.weight,
  };
}

function topsOf(first: Block, second: Block, { x, y, z }: { x: number; y: number; z: number }): FreeFloor[] {
  const base = { x, y, z, l: second.l, w: second.w };
  const uncovered = first.tops.flatMap((top) => (overlaps(top, base) ? around(top, base) : [top]));
  const raised = second.tops.map((top) => ({ ...top, x: top.x + x, y: top.y + y, z: top.z + z }));
  return merged([...uncovered, ...raised]).toSorted((one, other) => other.l * other.w - one.l * one.w);
}

/** Tops that together are one rectangle become one. Those that only touch are joined where the block is put down. */
function merged(tops: FreeFloor[]): FreeFloor[] {
  for (const [index, top] of tops.entries()) {
    for (const [at, other] of tops.entries()) {
      if (at <= index) continue;
      const both = joined(top, other);
      if (both === undefined || !isInside(top, both) || !isInside(other, both)) continue;
      return merged([...tops.filter((_, place) => place !== index && place !== at), both]);
    }
  }
  return tops;
}
