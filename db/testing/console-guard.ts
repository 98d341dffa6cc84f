import { afterEach, beforeEach, expect, vi } from "vitest";

/** A test that makes the console complain fails, also when everything it looked at was right. */
export function failOnConsoleErrors(): void {
  const complaints: string[] = [];
  beforeEach(() => {
    complaints.length = 0;
    vi.spyOn(console, "error").mockImplementation((...words: unknown[]) => void complaints.push(words.map(String).join(" ")));
  });
  afterEach(() => {
    vi.restoreAllMocks();
    expect(complaints, "console errors").toEqual([]);
  });
}
