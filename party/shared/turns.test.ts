import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createTurns } from "./turns.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Books that forget a piece of work which did not come to its end, and count how often they were written to the disk. */
function createBooks() {
  let lines: string[] = [];
  let writes = 0;
  return {
    lines: () => lines,
    writes: () => writes,
    add: (line: string) => void lines.push(line),
    together<Result>(run: () => Result): Result {
      const before = [...lines];
      try {
        const result = run();
        writes += 1;
        return result;
      } catch (error) {
        lines = before;
        throw error;
      }
    },
  };
}

test("what comes in meanwhile is written at once and in order, and what comes later has a turn of its own", async () => {
  const books = createBooks();
  const inTurn = createTurns(books.together);
  const add = (line: string) =>
    inTurn(() => {
      books.add(line);
      return `${line} done`;
    });
  const answers = Promise.all(["first", "second", "third"].map(add));
  expect(books.lines()).toEqual([]);
  vi.advanceTimersToNextTimer();
  expect(books.lines()).toEqual(["first", "second", "third"]);
  expect(books.writes()).toBe(1);
  expect(await answers).toEqual(["first done", "second done", "third done"]);
  const later = add("later");
  vi.advanceTimersToNextTimer();
  expect(await later).toBe("later done");
  expect(books.writes()).toBe(2);
});

test("what fails fails alone: nothing of it stays, and what came with it is written once", async () => {
  const books = createBooks();
  const inTurn = createTurns(books.together);
  const work = (line: string) => () => {
    books.add(line);
    if (line === "second") throw new Error("broken");
    return line;
  };
  const answers = Promise.allSettled(["first", "second", "third"].map((line) => inTurn(work(line))));
  vi.advanceTimersToNextTimer();
  expect(books.lines()).toEqual(["first", "third"]);
  expect(await answers).toMatchObject([
    { status: "fulfilled", value: "first" },
    { status: "rejected", reason: { message: "broken" } },
    { status: "fulfilled", value: "third" },
  ]);
});
