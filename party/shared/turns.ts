export type Turns = <Result>(work: () => Result) => Promise<Result>;

/** `run` is what one piece of work does; it answers for itself. */
type Waiting = { run(): () => void; fail(error: unknown): void };

/**
 * Does what came in meanwhile in one go and in its order, as one piece of `together`. No answer leaves a room before what it
 * wrote is on the disk: sixty commands of a busy moment wait for the disk once and not sixty times.
 * Where one of them fails, all are undone and each is done again as a piece of its own, so work touches nothing but the books.
 */
export function createTurns(together: <Result>(run: () => Result) => Result): Turns {
  let waiting: Waiting[] = [];
  function takeTurn(): void {
    const due = waiting;
    waiting = [];
    try {
      for (const answer of together(() => due.map(({ run }) => run()))) answer();
    } catch {
      for (const one of due) alone(one);
    }
  }
  function alone({ run, fail }: Waiting): void {
    try {
      together(run)();
    } catch (error) {
      fail(error);
    }
  }
  return <Result>(work: () => Result) =>
    new Promise<Result>((resolve, reject) => {
      if (waiting.length === 0) setTimeout(takeTurn);
      waiting.push({
        run() {
          const result = work();
          return () => resolve(result);
        },
        fail: reject,
      });
    });
}
