/** For what arrives by itself: looks again whenever something came. */
export type Waiting = { look(): void; wait<Result>(find: () => Result | undefined): Promise<Result> };

export function createWaiting(): Waiting {
  const checks = new Set<() => void>();
  return {
    look() {
      for (const check of checks) check();
    },
    wait: (find) =>
      new Promise((resolve) => {
        const check = () => {
          const found = find();
          if (found === undefined) return;
          checks.delete(check);
          resolve(found);
        };
        checks.add(check);
        check();
      }),
  };
}
