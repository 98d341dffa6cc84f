/** Runs work side by side, at most `limit` at once. The first failure stops what has not begun and is thrown by `drained`. */
export type Pool = { run(work: () => Promise<void>): Promise<void>; drained(): Promise<void> };

export function createPool(limit: number): Pool {
  const running = new Set<Promise<void>>();
  const failure: { error?: unknown; happened: boolean } = { happened: false };
  function rethrow(): void {
    if (failure.happened) throw failure.error;
  }
  return {
    /** Resolves as soon as the work has begun, which holds back whoever produces it faster than it is done. */
    async run(work) {
      while (running.size >= limit) await Promise.race(running);
      rethrow();
      const done = work()
        .catch((error: unknown) => {
          if (!failure.happened) Object.assign(failure, { happened: true, error });
        })
        .finally(() => running.delete(done));
      running.add(done);
    },
    async drained() {
      await Promise.all(running);
      rethrow();
    },
  };
}
