import { act, renderHook } from "@testing-library/react";
import { expect, test } from "vitest";
import type { FloorStore } from "./floor-store.ts";
import { useKeptDraft } from "./use-kept-draft.ts";

/** A disk that answers when a test says so. */
function slowDisk() {
  const reading = Promise.withResolvers<unknown>();
  const written: unknown[] = [];
  const store: Pick<FloorStore, "readDraft" | "putDraft"> = {
    readDraft: () => reading.promise,
    putDraft: (_place, draft) => {
      written.push(draft);
      return Promise.resolve();
    },
  };
  return { store: store as FloorStore, answer: (kept: unknown) => reading.resolve(kept), written };
}

const read = (kept: unknown) => (typeof kept === "string" ? kept : undefined);

test("what comes before the tablet has read goes on with what was kept, and is not taken back by it", async () => {
  const { store, answer, written } = slowDisk();
  const { result } = renderHook(() => useKeptDraft({ store, place: "receive", read, fresh: () => "fresh" }));
  const scanned = result.current.ready().then(() => result.current.keep(`${result.current.current()} and a scan`));
  await act(async () => {
    answer("half done");
    await scanned;
  });
  expect(result.current.draft).toBe("half done and a scan");
  expect(written).toEqual(["half done and a scan"]);
});

test("a tablet that keeps nothing begins anew", async () => {
  const { store, answer } = slowDisk();
  const { result } = renderHook(() => useKeptDraft({ store, place: "receive", read, fresh: () => "fresh" }));
  expect(result.current.draft).toBeNull();
  await act(async () => {
    answer(undefined);
    await result.current.ready();
  });
  expect(result.current.draft).toBe("fresh");
});
