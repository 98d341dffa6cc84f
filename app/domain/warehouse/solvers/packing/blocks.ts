import { type Carton, fitsIn, hair, type Item, type Size, stancesOf, volumeOf } from "./items.ts";

/** A rectangle on the top of a block on which others may stand with nothing but boxes below. */
export type Top = { x: number; y: number; l: number; w: number };

/** How a block is made: one item, or two blocks side by side or on top of each other. */
export type Build = { kind: "item"; item: number } | { kind: "pair"; first: Block; second: Block; x: number; y: number; z: number };

/** Boxes that are placed as one. Counts are kept for the few kinds of items inside only. */
export type Block = Size & {
  build: Build;
  top: Top;
  kinds: Int32Array;
  counts: Int32Array;
  boxes: number;
  /** Of the boxes inside; the block itself may hold a little air. */
  volume: number;
  weight: number;
};

/** Blocks with more air inside are of no use. */
const leastFill = 0.98;

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
      top: { x: 0, y: 0, l: stance.l, w: stance.w },
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

function nameOf({ l, w, h, top, kinds, counts }: Block): string {
  return `${l} ${w} ${h} ${top.l} ${top.w} ${kinds.join()} ${counts.join()}`;
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

/** The upper one stands on the lower one's top, wholly supported. */
function stacked(lower: Block, upper: Block, isDense: (size: Size) => boolean): Block[] {
  if (upper.l > lower.top.l + hair || upper.w > lower.top.w + hair) return [];
  const size = { l: lower.l, w: lower.w, h: lower.h + upper.h };
  return isDense(size) ? [join(lower, upper, size, { x: lower.top.x, y: lower.top.y, z: lower.h })] : [];
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
    top: topOf(first, second, at),
    kinds: Int32Array.from(order, (index) => kinds[index] ?? 0),
    counts: Int32Array.from(order, (index) => counts[index] ?? 0),
    boxes: first.boxes + second.boxes,
    volume: first.volume + second.volume,
    weight: first.weight + second.weight,
  };
}

function topOf(first: Block, second: Block, { x, y, z }: { x: number; y: number; z: number }): Top {
  const shifted = { ...second.top, x: second.top.x + x, y: second.top.y + y };
  if (z > 0 || second.h > first.h + hair) return shifted;
  if (first.h > second.h + hair) return first.top;
  const joined = joinedTop(first.top, shifted);
  return [first.top, shifted, joined].reduce((best, top) => (top.l * top.w > best.l * best.w ? top : best));
}

/** The rectangle that runs over both when they touch; without area when they do not. */
export function joinedTop(one: Top, other: Top): Top {
  const left = Math.max(one.x, other.x);
  const right = Math.min(one.x + one.l, other.x + other.l);
  const front = Math.max(one.y, other.y);
  const back = Math.min(one.y + one.w, other.y + other.w);
  if (Math.abs(left - right) <= hair && back - front > hair) {
    const x = Math.min(one.x, other.x);
    return { x, y: front, l: Math.max(one.x + one.l, other.x + other.l) - x, w: back - front };
  }
  if (Math.abs(front - back) <= hair && right - left > hair) {
    const y = Math.min(one.y, other.y);
    return { x: left, y, l: right - left, w: Math.max(one.y + one.w, other.y + other.w) - y };
  }
  return { x: one.x, y: one.y, l: 0, w: 0 };
}
