import fc from "fast-check";
import { expect, test } from "vitest";
import { type ClaimInput, claimModel, type ClaimOutput, promiseModel, type PromiseInput, type PromiseOutput } from "./floor-models.ts";
import { judgeHistory, type Model, type Operation } from "./linearizable.ts";

/** A cell that holds one number: the example of every text on this. */
type CellInput = { kind: "write"; value: number } | { kind: "read" };
const cell: Model<number, CellInput, number> = {
  start: 0,
  nameOf: String,
  step: (state, { input, output }) => {
    if (input.kind === "write") return input.value;
    return output === undefined || output === state ? state : undefined;
  },
};
const write = (value: number, callMs: number, returnMs: number) => ({
  input: { kind: "write" as const, value },
  output: 0,
  callMs,
  returnMs,
});
const lostWrite = (value: number, callMs: number) => ({
  input: { kind: "write" as const, value },
  output: undefined,
  callMs,
  returnMs: Number.POSITIVE_INFINITY,
});
const read = (output: number, callMs: number, returnMs: number) => ({ input: { kind: "read" as const }, output, callMs, returnMs });

test("what overlaps may have happened in either order", () => {
  expect(judgeHistory([write(1, 0, 10), read(0, 2, 5), read(1, 6, 9)], cell)).toBe("linearizable");
  expect(judgeHistory([write(1, 0, 10), write(2, 0, 10), read(1, 11, 12)], cell)).toBe("linearizable");
});

test("an old value after a newer one was seen, or after its write had ended, is found", () => {
  expect(judgeHistory([write(1, 0, 10), read(1, 2, 4), read(0, 5, 8)], cell)).toBe("not linearizable");
  expect(judgeHistory([write(1, 0, 2), read(0, 3, 4)], cell)).toBe("not linearizable");
  expect(judgeHistory([write(1, 0, 9), write(2, 0, 9), read(1, 10, 11), read(2, 12, 13)], cell)).toBe("not linearizable");
});

test("what nobody heard the end of may have happened late or never, but not before it was asked", () => {
  expect(judgeHistory([lostWrite(1, 0), read(0, 5, 6), read(1, 100, 101)], cell)).toBe("linearizable");
  expect(judgeHistory([lostWrite(1, 0), read(0, 5, 6)], cell)).toBe("linearizable");
  expect(judgeHistory([read(1, 0, 1), lostWrite(1, 5)], cell)).toBe("not linearizable");
});

test("the history of one writer is always explained, whatever the answers' delays; a wrong answer among them hardly ever", () => {
  const step = fc.record({ value: fc.nat(1_000_000), isRead: fc.boolean(), beforeMs: fc.nat(30), afterMs: fc.nat(30) });
  fc.assert(
    fc.property(fc.array(step, { minLength: 2, maxLength: 40 }), fc.nat(), (steps, wrong) => {
      let state = 0;
      const history = steps.map(({ value, isRead, beforeMs, afterMs }, index): Operation<CellInput, number> => {
        const [callMs, returnMs] = [index * 10 - beforeMs, index * 10 + afterMs];
        if (isRead) return read(state, callMs, returnMs);
        state = value;
        return write(value, callMs, returnMs);
      });
      expect(judgeHistory(history, cell)).toBe("linearizable");
      // Nobody ever wrote this.
      const bad = history.with(wrong % history.length, read(-1, 0, 500));
      expect(judgeHistory(bad, cell)).toBe("not linearizable");
    }),
  );
});

const op = <Input, Output>(input: Input, output: Output, callMs: number, returnMs: number): Operation<Input, Output> => ({
  input,
  output,
  callMs,
  returnMs,
});
const reserve = (demandLine: string, qty: number, output: PromiseOutput, callMs: number, returnMs: number) =>
  op<PromiseInput, PromiseOutput>({ kind: "reserve", demandLine, qty }, output, callMs, returnMs);
const release = (demandLine: string, output: PromiseOutput, callMs: number, returnMs: number) =>
  op<PromiseInput, PromiseOutput>({ kind: "release", demandLine }, output, callMs, returnMs);

test("two promises of the last unit are found, and a refusal while there was enough all the time", () => {
  expect(judgeHistory([reserve("a", 1, "applied", 0, 5), reserve("b", 1, "notEnough", 0, 5)], promiseModel(1))).toBe("linearizable");
  expect(judgeHistory([reserve("a", 1, "applied", 0, 5), reserve("b", 1, "applied", 0, 5)], promiseModel(1))).toBe("not linearizable");
  expect(judgeHistory([reserve("a", 1, "applied", 0, 5), reserve("b", 1, "notEnough", 0, 5)], promiseModel(2))).toBe("not linearizable");
  const givenBack = [reserve("a", 1, "applied", 0, 1), release("a", "applied", 4, 9)];
  expect(judgeHistory([...givenBack, reserve("b", 1, "applied", 5, 6)], promiseModel(1))).toBe("linearizable");
  expect(judgeHistory([...givenBack, reserve("b", 1, "applied", 2, 3)], promiseModel(1))).toBe("not linearizable");
  expect(judgeHistory([...givenBack, release("a", "applied", 10, 11)], promiseModel(1))).toBe("not linearizable");
});

test("asking twice for one demand line promises once", () => {
  expect(judgeHistory([reserve("a", 2, "applied", 0, 1), reserve("a", 2, "applied", 2, 3)], promiseModel(2))).toBe("linearizable");
  expect(judgeHistory([reserve("a", 1, "applied", 0, 1), reserve("a", 3, "applied", 2, 3)], promiseModel(2))).toBe("not linearizable");
});

const onTask = (input: ClaimInput, output: ClaimOutput, callMs: number, returnMs: number) => op(input, output, callMs, returnMs);
const claim = (actor: string, output: ClaimOutput, callMs: number, returnMs: number) =>
  onTask({ kind: "claim", actor }, output, callMs, returnMs);
const work = (actor: string, qty: number, output: ClaimOutput, callMs: number, returnMs: number) =>
  onTask({ kind: "work", actor, qty }, output, callMs, returnMs);
const task = claimModel(3, 1_000);

test("of two who claim one task at once one has it; two who have it are found", () => {
  expect(judgeHistory([claim("ana", "applied", 0, 5), claim("rui", { takenBy: "ana" }, 0, 5)], task)).toBe("linearizable");
  expect(judgeHistory([claim("ana", "applied", 0, 5), claim("rui", "applied", 0, 5)], task)).toBe("not linearizable");
  expect(judgeHistory([claim("ana", "applied", 6, 7), claim("rui", { takenBy: "ana" }, 0, 5)], task)).toBe("not linearizable");
  expect(judgeHistory([claim("ana", "applied", 0, 5), claim("rui", { takenBy: "eva" }, 6, 7)], task)).toBe("not linearizable");
});

test("a claim passes on when its time is over, and not before", () => {
  expect(judgeHistory([claim("ana", "applied", 0, 5), claim("rui", "applied", 1_000, 1_001)], task)).toBe("linearizable");
  expect(judgeHistory([claim("ana", "applied", 0, 5), claim("rui", "applied", 990, 999)], task)).toBe("not linearizable");
  expect(judgeHistory([claim("ana", "applied", 0, 5), claim("rui", { takenBy: "ana" }, 1_005, 1_006)], task)).toBe("not linearizable");
});

test("given back means free, work makes it one's own, and what is finished stays finished", () => {
  const unclaim = onTask({ kind: "unclaim", actor: "ana", mayManage: false }, "applied", 6, 7);
  expect(judgeHistory([claim("ana", "applied", 0, 5), unclaim, claim("rui", "applied", 8, 9)], task)).toBe("linearizable");
  expect(judgeHistory([work("ana", 1, "applied", 0, 1), claim("rui", "applied", 2, 3)], task)).toBe("not linearizable");
  expect(judgeHistory([work("ana", 3, "applied", 0, 1), claim("rui", "taskOver", 2, 3)], task)).toBe("linearizable");
  expect(judgeHistory([work("ana", 3, "applied", 0, 1), work("ana", 1, "applied", 2, 3)], task)).toBe("not linearizable");
  expect(judgeHistory([work("ana", 2, "applied", 0, 1), work("ana", 2, "applied", 2, 3)], task)).toBe("not linearizable");
  expect(judgeHistory([onTask({ kind: "cancel" }, "applied", 0, 1), work("ana", 1, "applied", 2, 3)], task)).toBe("not linearizable");
});

test("a history with more orders than can be tried gives no verdict", () => {
  // Each read sees a value of its own that only one of many unheard writes can have left: too many ways to begin.
  const writes = Array.from({ length: 24 }, (_, index) => lostWrite(index + 1, 0));
  expect(judgeHistory([...writes, read(-1, 1, 2)], cell)).toBe("too many orders to tell");
});
