/** A clock that moves a little whenever it is looked at: a search takes the same way, and as long, on every machine. */
export function tickingClock(stepMs = 0.05): () => number {
  let nowMs = 0;
  return () => {
    nowMs += stepMs;
    return nowMs;
  };
}
