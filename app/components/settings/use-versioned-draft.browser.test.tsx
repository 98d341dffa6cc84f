import { act, renderHook } from "@testing-library/react";
import { expect, test } from "vitest";
import { useVersionedDraft } from "./use-versioned-draft.ts";

type Row = { name: string; currency: string; version: number };
const first: Row = { name: "Demo", currency: "BRL", version: 1 };

function open() {
  return renderHook(({ saved }: { saved: Row }) => useVersionedDraft(saved), { initialProps: { saved: first } });
}

test("an untouched form follows what others save", () => {
  const { result, rerender } = open();
  rerender({ saved: { ...first, name: "Demo 2", version: 2 } });
  expect(result.current).toMatchObject({ draft: { name: "Demo 2" }, version: 2, isBehind: false });
});

test("a touched form keeps what was typed and the version it began with, so that saving cannot overwrite unseen", () => {
  const { result, rerender } = open();
  act(() => result.current.change({ name: "Mine" }));
  rerender({ saved: { ...first, name: "Theirs", version: 2 } });
  expect(result.current).toMatchObject({ draft: { name: "Mine" }, version: 1, isBehind: true, isCompared: false });
});

test("taking the newest version keeps what was typed and can be saved", () => {
  const { result, rerender } = open();
  act(() => result.current.change({ name: "Mine" }));
  act(() => result.current.refuse());
  expect(result.current.isBehind).toBe(true);
  act(() => result.current.adopt());
  rerender({ saved: { ...first, name: "Theirs", version: 2 } });
  expect(result.current).toMatchObject({ draft: { name: "Mine" }, version: 2, isBehind: false, isCompared: true });
});

test("a third change after that is noticed again", () => {
  const { result, rerender } = open();
  act(() => result.current.change({ name: "Mine" }));
  act(() => result.current.adopt());
  rerender({ saved: { ...first, name: "Theirs", version: 2 } });
  rerender({ saved: { ...first, name: "Theirs again", version: 3 } });
  expect(result.current).toMatchObject({ draft: { name: "Mine" }, version: 2, isBehind: true });
});

test("one's own save is no conflict", () => {
  const { result, rerender } = open();
  act(() => result.current.change({ name: "Mine " }));
  rerender({ saved: { ...first, name: "Mine", version: 2 } });
  act(() => result.current.settle());
  expect(result.current).toMatchObject({ draft: { name: "Mine" }, version: 2, isBehind: false, isCompared: false });
});
