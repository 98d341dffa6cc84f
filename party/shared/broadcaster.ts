/** Collects what changed and sends it as one frame after a short wait: fan-out costs per frame, not per change. */
export type Broadcaster<Delta> = { push(delta: Delta): void; flush(): void };

export function createBroadcaster<Delta>(waitMs: number, send: (deltas: Delta[]) => void): Broadcaster<Delta> {
  let waiting: Delta[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    const deltas = waiting;
    waiting = [];
    if (deltas.length > 0) send(deltas);
  }
  return {
    push(delta) {
      waiting.push(delta);
      timer ??= setTimeout(flush, waitMs);
    },
    flush,
  };
}
