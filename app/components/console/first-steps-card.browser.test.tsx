import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { ToastRegion } from "#app/components/ui/toast-region.tsx";
import { renderPage } from "#app/components/ui/testing/render-page.tsx";
import type { FirstStep } from "#app/domain/overview/first-steps.ts";
import { areFirstStepsHidden } from "./first-steps-cookie.ts";
import { FirstStepsCard } from "./first-steps-card.tsx";

const steps: FirstStep[] = [
  { step: "channel", to: "/channels", isDone: true },
  { step: "products", to: "/listings?link=suggested", isDone: false },
  { step: "costs", to: "/catalog/costs", isDone: false },
];

test("what is done is ticked, and only the next step has a button; a later one can be begun by its name", async () => {
  await renderPage(<FirstStepsCard steps={steps} />);
  const card = within(await screen.findByRole("region", { name: "First steps" }));
  expect(card.getByText("1 of 3 done. Each ticks itself once it is there.")).toBeDefined();
  const [done, next, later] = card.getAllByRole("listitem").map((item) => within(item));
  expect(done?.getByText(/Connect a marketplace/).textContent).toBe("Done: Connect a marketplace");
  expect(done?.queryByRole("link")).toBeNull();
  expect(next?.getByRole("link").getAttribute("href")).toBe("/listings?link=suggested");
  expect(later?.getByRole("link", { name: "Tell what your products cost you" }).getAttribute("href")).toBe("/catalog/costs");
});

test("with the last step done the list is gone", async () => {
  await renderPage(
    <>
      <FirstStepsCard steps={steps.map((one) => ({ ...one, isDone: true }))} />
      <p>The rest of the page</p>
    </>,
  );
  expect(await screen.findByText("The rest of the page")).toBeDefined();
  expect(screen.queryByRole("region", { name: "First steps" })).toBeNull();
});

test("who wants the list away has it away on this device, and can take that back", async () => {
  await renderPage(
    <>
      <FirstStepsCard steps={steps} />
      <ToastRegion />
    </>,
  );
  await userEvent.click(await screen.findByRole("button", { name: "Hide" }));
  expect(screen.queryByRole("region", { name: "First steps" })).toBeNull();
  expect(areFirstStepsHidden(document.cookie)).toBe(true);
  await userEvent.click(await screen.findByRole("button", { name: "Show again" }));
  expect(screen.getByRole("region", { name: "First steps" })).toBeDefined();
  expect(areFirstStepsHidden(document.cookie)).toBe(false);
});
