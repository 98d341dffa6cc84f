import { fireEvent, render } from "@testing-library/react";
import { beforeEach, expect, test, vi } from "vitest";
import { useFollowEnd } from "./use-follow-end.ts";

const scrollIntoView = vi.fn();

beforeEach(() => {
  scrollIntoView.mockClear();
  Element.prototype.scrollIntoView = scrollIntoView;
  Object.defineProperty(document.documentElement, "scrollHeight", { configurable: true, value: 5_000 });
});

function Turns({ parts }: { parts: string }) {
  const end = useFollowEnd(1, parts, false);
  return (
    <>
      <textarea aria-label="Question" />
      <div ref={end} />
    </>
  );
}

/** A page that is scrolled while its end is far below, as a growing answer leaves it. */
function grows(press: (page: ReturnType<typeof render>) => void): number {
  const page = render(<Turns parts="first" />);
  press(page);
  fireEvent.scroll(window);
  scrollIntoView.mockClear();
  page.rerender(<Turns parts="first and second" />);
  return scrollIntoView.mock.calls.length;
}

test("whoever sent a question from its field is shown the end of the answer", () => {
  expect(grows((page) => fireEvent.keyDown(page.getByLabelText("Question"), { key: "Enter" }))).toBe(1);
  expect(grows((page) => fireEvent.keyDown(page.getAllByLabelText("Question")[0] ?? document.body, { key: " " }))).toBe(1);
});

test("whoever scrolls up by keys or by wheel is left where they read", () => {
  expect(grows(() => fireEvent.keyDown(document.body, { key: "PageUp" }))).toBe(0);
  expect(grows(() => fireEvent.wheel(window))).toBe(0);
});
