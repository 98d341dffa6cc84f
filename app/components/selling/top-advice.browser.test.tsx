import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { NeedsYou } from "../console/needs-you.tsx";
import { renderPage } from "../ui/testing/render-page.tsx";
import { TopAdvice } from "./top-advice.tsx";

test("what matters most stands beneath the way to all of it, each with what it is about and what it brings", async () => {
  const line = {
    id: "rec_1",
    title: "Every sale loses money",
    subject: "Toalha",
    effect: "left per unit: -4 → 0",
    to: "/recommendations#rec_1",
  };
  const needs = [
    { kind: "advice" as const, count: 394, to: "/recommendations" },
    { kind: "unread" as const, count: 2, to: "/notifications?unread=1" },
  ];
  await renderPage(<NeedsYou needs={needs} beneath={{ advice: <TopAdvice lines={[line]} /> }} />);
  const all = await screen.findByRole("link", { name: "Decide on 394 recommendations" });
  expect(all.getAttribute("href")).toBe("/recommendations");
  const top = screen.getByRole("list", { name: "What matters most" });
  expect(all.closest("li")?.contains(top)).toBe(true);
  expect(within(top).getByRole("link", { name: "Every sale loses money" }).getAttribute("href")).toBe("/recommendations#rec_1");
  expect(within(top).getByText("Toalha · left per unit: -4 → 0")).toBeDefined();
});
