/** Does work when one of so many places is free; who waits has its turn in the order it came. */
export type Slots = <Result>(work: () => Promise<Result>) => Promise<Result>;

export function createSlots(limit: number): Slots {
  let taken = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (taken >= limit) await new Promise<void>((resolve) => waiting.push(resolve));
    else taken += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      // The place passes on: somebody who comes between may not take it.
      if (next === undefined) taken -= 1;
      else next();
    }
  };
}
