import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { Popover } from "./popover.tsx";
import { renderPage } from "./testing/render-page.tsx";

test("one press opens what was not loaded before, and Escape gives the focus back to its button", async () => {
  await renderPage(
    <Popover label="About the fee" trigger={<button type="button">Fee?</button>}>
      14.4 % of the price
    </Popover>,
  );
  const user = userEvent.setup();
  const before = await screen.findByRole("button", { name: "Fee?" });
  expect(before.getAttribute("aria-expanded")).toBe("false");
  await user.click(before);
  expect(await screen.findByRole("dialog", { name: "About the fee" })).toBeDefined();
  await user.keyboard("{Escape}");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole("button", { name: "Fee?" })));
});
