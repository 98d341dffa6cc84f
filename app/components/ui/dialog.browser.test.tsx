import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { Dialog } from "./dialog.tsx";
import { renderPage } from "./testing/render-page.tsx";

test("in a dialog over another one the typing begins in its first field", async () => {
  await renderPage(
    <Dialog trigger={<button type="button">Receive</button>} title="Receive goods">
      <input aria-label="Bin" />
      <Dialog trigger={<button type="button">Choose</button>} title="Which SKU?">
        <input aria-label="Search" data-first-field />
      </Dialog>
    </Dialog>,
  );
  await userEvent.click(await screen.findByRole("button", { name: "Receive" }));
  await userEvent.click(await screen.findByRole("button", { name: "Choose" }));
  expect(document.activeElement).toBe(await screen.findByRole("textbox", { name: "Search" }));
});
