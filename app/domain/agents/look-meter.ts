/** How far a look is: `of` is null as long as nobody knows how much there is to look at. */
export type Looking = { runId: string; looked: number; of: number | null };

const tellEveryMs = 1_000;

type Meter = { runId: string; now: () => number; tell: () => void };

/** Counts what a run looks at. It tells at most once a second, so a look that is over at once tells nothing but its end. */
export function createLookMeter({ runId, now, tell }: Meter) {
  let looked = 0;
  let of: number | null = null;
  let toldAtMs = now();
  return {
    shown: (): Looking => ({ runId, looked, of: of === null ? null : Math.max(of, looked) }),
    note(): void {
      looked += 1;
      if (now() - toldAtMs < tellEveryMs) return;
      toldAtMs = now();
      tell();
    },
    /** So much is still to be looked at. */
    ahead(count: number): void {
      of = looked + count;
    },
  };
}
export type LookMeter = ReturnType<typeof createLookMeter>;
