import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { renderPage } from "../ui/testing/render-page.tsx";
import { LookingLine } from "./looking-line.tsx";

test("a look with an end in sight says how far it is, and leads to its log", async () => {
  await renderPage(<LookingLine looking={{ runId: "run_1", looked: 3, of: 12 }} leads />);
  expect((await screen.findByText("3 of 12")).tagName).toBe("SPAN");
  const bar = screen.getByRole("progressbar", { name: "Looking right now" });
  expect([bar.getAttribute("value"), bar.getAttribute("max")]).toEqual(["3", "12"]);
  expect(screen.getByRole("link").getAttribute("href")).toBe("/agents/runs/run_1");
});

test("one without an end in sight says what lies behind it, and promises nothing", async () => {
  await renderPage(<LookingLine looking={{ runId: "run_1", looked: 1, of: null }} />);
  expect((await screen.findByText(/looked at so far/)).textContent).toBe("1 thing looked at so far");
  expect(screen.queryByRole("progressbar")).toBeNull();
  expect(screen.queryByRole("link")).toBeNull();
});
