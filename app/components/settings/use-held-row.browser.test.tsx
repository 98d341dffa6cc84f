import { act, renderHook } from "@testing-library/react";
import { expect, test } from "vitest";
import { useHeldRow } from "./use-held-row.ts";

type Row = { text: string; version: number };
const first: Row = { text: "As it was", version: 1 };
const theirs: Row = { text: "Theirs", version: 2 };

function open() {
  return renderHook(({ saved }: { saved: Row }) => useHeldRow(saved), { initialProps: { saved: first } });
}

/** Somebody writes, and another saves meanwhile. */
function openBehind() {
  const opened = open();
  act(() => opened.result.current.hold());
  opened.rerender({ saved: theirs });
  return opened;
}

test("a form that nobody wrote in shows what others save", () => {
  const { result, rerender } = open();
  rerender({ saved: theirs });
  expect(result.current).toMatchObject({ row: theirs, version: 2, key: "2", isBehind: false });
});

test("a form that somebody writes in stays as it is, and would save over nothing that was not seen", () => {
  const { result } = openBehind();
  act(() => result.current.hold());
  expect(result.current).toMatchObject({ row: first, version: 1, key: "1", isBehind: true });
});

test("what was typed can be kept over theirs, and a third change is noticed again", () => {
  const { result, rerender } = openBehind();
  act(() => result.current.keepMine());
  expect(result.current).toMatchObject({ row: first, version: 2, key: "1", isBehind: false });
  rerender({ saved: { text: "A third", version: 3 } });
  expect(result.current).toMatchObject({ row: first, version: 2, isBehind: true });
});

test("what was typed can be given up for theirs", () => {
  const { result } = openBehind();
  act(() => result.current.release());
  expect(result.current).toMatchObject({ row: theirs, version: 2, key: "2", isBehind: false });
});
