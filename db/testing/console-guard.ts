import { afterEach, beforeEach, expect, vi } from "vitest";

/** A test that makes the console complain fails, also when everything it looked at was right. */
export function failOnConsoleErrors(): void {
  let complaints: string[] = [];
  let release: () => void = () => undefined;
  beforeEach(() => {
    complaints = [];
    const spy = vi.spyOn(console, "error").mockImplementation((...words: unknown[]) => void complaints.push(words.map(String).join(" ")));
    release = () => spy.mockRestore();
  });
  afterEach(() => {
    release();
    expect(complaints, "console errors").toEqual([]);
  });
}
