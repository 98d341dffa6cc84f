import type { Block } from "./blocks.ts";

/** Blocks column by column, the worthiest first: searches look at each of them thousands of times. */
export type BlockTable = {
  blocks: readonly Block[];
  worths: Float64Array;
  l: Float64Array;
  w: Float64Array;
  h: Float64Array;
  weights: Float64Array;
  /** The kinds of items in block `i`, and how many of each, from `starts[i]` up to `starts[i + 1]`. */
  starts: Int32Array;
  kinds: Int32Array;
  counts: Int32Array;
};

export function tableOf(unsorted: readonly Block[], worthOf: (block: Block) => number): BlockTable {
  const blocks = unsorted.toSorted((one, other) => worthOf(other) - worthOf(one));
  const starts = new Int32Array(blocks.length + 1);
  blocks.forEach(({ kinds }, index) => {
    starts[index + 1] = (starts[index] ?? 0) + kinds.length;
  });
  return {
    blocks,
    worths: Float64Array.from(blocks, worthOf),
    l: Float64Array.from(blocks, ({ l }) => l),
    w: Float64Array.from(blocks, ({ w }) => w),
    h: Float64Array.from(blocks, ({ h }) => h),
    weights: Float64Array.from(blocks, ({ weight }) => weight),
    starts,
    kinds: Int32Array.from(blocks.flatMap(({ kinds }) => [...kinds])),
    counts: Int32Array.from(blocks.flatMap(({ counts }) => [...counts])),
  };
}
