import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createBroadcaster } from "./broadcaster.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("changes within the wait leave as one frame, in order, and none is lost or doubled", () => {
  const frames: number[][] = [];
  const broadcaster = createBroadcaster<number>(20, (deltas) => frames.push(deltas));
  broadcaster.push(1);
  vi.advanceTimersByTime(19);
  broadcaster.push(2);
  expect(frames).toEqual([]);
  vi.advanceTimersByTime(1);
  broadcaster.push(3);
  broadcaster.flush();
  vi.advanceTimersByTime(100);
  broadcaster.flush();
  broadcaster.push(4);
  vi.advanceTimersByTime(20);
  expect(frames).toEqual([[1, 2], [3], [4]]);
});
