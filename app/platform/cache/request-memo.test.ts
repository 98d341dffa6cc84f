import { expect, test } from "vitest";
import { createRequestMemo } from "./request-memo.ts";

test("callers at the same time and later share one load", async () => {
  const memo = createRequestMemo();
  let loads = 0;
  const load = () => Promise.resolve((loads += 1));
  expect(await Promise.all([memo.load("a", load), memo.load("a", load)])).toEqual([1, 1]);
  expect(await memo.load("a", load)).toBe(1);
  expect(await memo.load("b", load)).toBe(2);
});

test("a failed load is not remembered", async () => {
  const memo = createRequestMemo();
  await expect(memo.load("a", () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(await memo.load("a", () => Promise.resolve("yes"))).toBe("yes");
});

test("after a write the next load sees it, even while an old load still runs", async () => {
  const memo = createRequestMemo();
  const old = Promise.withResolvers<string>();
  const first = memo.load("a", () => old.promise);
  memo.forget("a");
  const second = memo.load("a", () => Promise.resolve("new"));
  old.resolve("old");
  expect(await first).toBe("old");
  expect(await second).toBe("new");
  expect(await memo.load("a", () => Promise.resolve("again"))).toBe("new");
});
