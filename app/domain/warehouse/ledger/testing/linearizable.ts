/**
 * What somebody asked and heard: it took effect at one moment between the two times. An `output` of undefined was never
 * heard: it may have taken effect at any time after the call, or not at all.
 */
export type Operation<Input, Output> = { input: Input; output: Output | undefined; callMs: number; returnMs: number };

/** What one writer alone would answer. `step` is undefined where no single writer in this state could have said so. */
export type Model<State, Input, Output> = {
  start: State;
  step(state: State, operation: Operation<Input, Output>): State | undefined;
  /** The same text for the same state. */
  nameOf(state: State): string;
};

export type Verdict = "linearizable" | "not linearizable" | "too many orders to tell";

/** The question is NP-complete: histories of one key are short, and one that is not gives no answer rather than none in time. */
const mostStates = 200_000;

type Found<State> = { done: readonly boolean[]; heardLeft: number; state: State };

/**
 * Whether one order of all operations explains every answer, such that what ended before another began comes before it
 * (the search of Wing and Gong; what was tried before is not tried again, as Lowe adds).
 */
export function judgeHistory<State, Input, Output>(
  history: readonly Operation<Input, Output>[],
  model: Model<State, Input, Output>,
): Verdict {
  const operations = history.toSorted((a, b) => a.callMs - b.callMs);
  const isHeard = (operation: Operation<Input, Output>) => operation.output !== undefined;
  const tried = new Set<string>();
  const open: Found<State>[] = [
    { done: operations.map(() => false), heardLeft: operations.filter((one) => isHeard(one)).length, state: model.start },
  ];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (at.heardLeft === 0) return "linearizable";
    const { done, heardLeft, state } = at;
    const name = `${done.map(Number).join("")} ${model.nameOf(state)}`;
    if (tried.has(name)) continue;
    tried.add(name);
    if (tried.size > mostStates) return "too many orders to tell";
    for (const index of mayBeNext(operations, done)) {
      const operation = operations[index];
      const next = operation === undefined ? undefined : model.step(state, operation);
      if (operation === undefined || next === undefined) continue;
      open.push({ done: done.with(index, true), heardLeft: heardLeft - (isHeard(operation) ? 1 : 0), state: next });
    }
  }
  return "not linearizable";
}

/** Those that began before every other one that is left had ended. The later ones first: the search takes the last. */
function mayBeNext<Input, Output>(operations: readonly Operation<Input, Output>[], done: readonly boolean[]): number[] {
  let firstEndMs = Number.POSITIVE_INFINITY;
  operations.forEach(({ output, returnMs }, index) => {
    if (done[index] === false && output !== undefined) firstEndMs = Math.min(firstEndMs, returnMs);
  });
  return operations.flatMap(({ callMs }, index) => (done[index] === false && callMs <= firstEndMs ? [index] : [])).toReversed();
}
