/** What sums of goods are kept by, in days of the world's clock. Each is a whole number of the one before. */
export const blockDays = [1, 8, 64] as const;

export type Moments = { fromMs: number; toMs: number };
/** What is added to make a stretch, or taken away again where a block reaches beyond it. */
export type Edge = Moments & { sign: 1 | -1 };
export type Block = { days: number; fromMs: number; sign: 1 | -1 };

const dayMs = 86_400_000;

/**
 * A stretch as blocks whose sums are kept, and as the edges that are left, which have to be counted line by line. It goes to the
 * block that begins nearest, whichever side that is: what is too much is taken away. So an edge is half a day at most, also where
 * a day begins at three in the morning of the world's clock.
 */
export function cutBlocks({ fromMs, toMs }: Moments): { edges: Edge[]; blocks: Block[] } {
  let rest: Moments = { fromMs, toMs };
  const edges: Edge[] = [];
  const blocks: Block[] = [];
  const emit = (days: number | undefined, piece: Edge | undefined) => {
    if (piece === undefined) return;
    if (days === undefined) edges.push(piece);
    else for (let at = piece.fromMs; at < piece.toMs; at += days * dayMs) blocks.push({ days, fromMs: at, sign: piece.sign });
  };
  let finer: number | undefined;
  for (const days of blockDays) {
    const inner = nearest(rest, days * dayMs);
    if (inner === undefined) break;
    emit(finer, between(rest.fromMs, inner.fromMs));
    emit(finer, between(inner.toMs, rest.toMs));
    [rest, finer] = [inner, days];
  }
  emit(finer, between(rest.fromMs, rest.toMs));
  return { edges, blocks };
}

/** Undefined where it would leave more outside than it saves. */
function nearest({ fromMs, toMs }: Moments, sizeMs: number): Moments | undefined {
  const round = (at: number) => Math.round(at / sizeMs) * sizeMs;
  const inner = { fromMs: round(fromMs), toMs: round(toMs) };
  const outsideMs = Math.abs(inner.fromMs - fromMs) + Math.abs(inner.toMs - toMs);
  return inner.fromMs < inner.toMs && outsideMs * 2 <= toMs - fromMs ? inner : undefined;
}

function between(fromMs: number, toMs: number): Edge | undefined {
  if (fromMs === toMs) return undefined;
  return fromMs < toMs ? { fromMs, toMs, sign: 1 } : { fromMs: toMs, toMs: fromMs, sign: -1 };
}
