import { expect, test } from "vitest";
import { joinTurns, shownBranch, type ThreadTurn } from "./thread.ts";

const self = { id: "usr_1", label: "Ana" };
const turn = (id: string, parentId: string | null, askedAt: number): ThreadTurn => ({
  id,
  parentId,
  question: id,
  attachments: [],
  askedBy: self,
  askedAt,
  parts: [],
  state: "answered",
  isSending: false,
});
const names = (shown: ReturnType<typeof shownBranch>) => shown.map((one) => one.turn.id);

test("the newest branch is shown, and at a fork whichever was chosen", () => {
  const turns = [turn("a", null, 1), turn("b", "a", 2), turn("c", "b", 3), turn("b2", "a", 4), turn("d", "b2", 5)];
  expect(names(shownBranch(turns, {}))).toEqual(["a", "b2", "d"]);
  const older = shownBranch(turns, { a: "b" });
  expect(names(older)).toEqual(["a", "b", "c"]);
  expect(older[1]).toMatchObject({ siblings: ["b", "b2"], place: 0 });
  expect(names(shownBranch(turns, { a: "gone" }))).toEqual(["a", "b2", "d"]);
});

test("a first question in other words, and a turn whose parent is gone, stand at the beginning", () => {
  const turns = [turn("a", null, 1), turn("x", "gone", 2), turn("y", "x", 3)];
  expect(names(shownBranch(turns, {}))).toEqual(["x", "y"]);
  expect(names(shownBranch(turns, { "": "a" }))).toEqual(["a"]);
  expect(shownBranch([], {})).toEqual([]);
});

test("turns that name each other in a circle end", () => {
  expect(shownBranch([turn("a", "b", 1), turn("b", "a", 2)], {})).toEqual([]);
});

test("what the room tells stands for what was kept of the same turn, and what is asked right now comes last", () => {
  const kept = { ...turn("a", null, 1), position: 1, query: null, answer: "", source: null, specialist: null, endedAt: 1 };
  const live = { ...turn("a", null, 1), askId: "x", query: null, state: "running" as const };
  const ask = { askId: "ask_1", question: "and now?", query: null, attachmentIds: [], locale: "en" as const };
  const turns = joinTurns({ kept: [{ ...kept, state: "answered" as const }], live: [live], pending: [ask], self });
  expect(turns.map(({ id, parentId, state, isSending }) => [id, parentId, state, isSending])).toEqual([
    ["a", null, "running", false],
    ["ask_1", "a", "waiting", true],
  ]);
});
