/**
 * A clock that moves on whenever it is looked at. Searches that end by the clock then take as many steps on every machine, and
 * the same look leads to the same plan; the time of the day stands still in a Worker that computes.
 */
export function countingClock(looks: number, timeMs: number): () => number {
  const stepMs = timeMs / looks;
  let nowMs = 0;
  return () => {
    nowMs += stepMs;
    return nowMs;
  };
}
