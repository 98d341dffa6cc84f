import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { renderPage } from "#app/components/ui/testing/render-page.tsx";
import { CommandPalettePanel } from "./command-palette-panel.tsx";
import type { CommandGroup } from "./shell-types.ts";

function makeGroups(onSelect: () => void): CommandGroup[] {
  return [
    {
      heading: "Pages",
      commands: [
        { id: "orders", label: "Orders", to: "/orders" },
        { id: "team", label: "Team", keywords: ["people"], to: "/team" },
      ],
    },
    { heading: "Actions", commands: [{ id: "invite", label: "Invite a teammate", onSelect }] },
    { heading: "Find in", commands: [{ id: "find/orders", label: "Orders", to: "/orders", finds: true }] },
  ];
}

test("arrows and Enter run a command without a mouse, and the palette closes", async () => {
  const onOpenChange = vi.fn();
  const page = await renderPage(<CommandPalettePanel open onOpenChange={onOpenChange} groups={makeGroups(() => undefined)} />);
  await screen.findByRole("option", { name: "Orders" });
  await userEvent.keyboard("{ArrowDown}{Enter}");
  await waitFor(() => expect(page.currentAddress()).toBe("/team"));
  expect(onOpenChange).toHaveBeenCalledWith(false);
});

test("typing finds by label and by keyword, and Enter takes the best", async () => {
  const invite = vi.fn();
  await renderPage(<CommandPalettePanel open onOpenChange={() => undefined} groups={makeGroups(invite)} />);
  await userEvent.type(await screen.findByRole("combobox"), "people");
  await waitFor(() => expect(screen.getAllByRole("option").map((option) => option.textContent)).toEqual(["Team", "“people” in Orders"]));
  await userEvent.clear(screen.getByRole("combobox"));
  await userEvent.type(screen.getByRole("combobox"), "invite{Enter}");
  expect(invite).toHaveBeenCalledOnce();
});

test("Escape closes it", async () => {
  const onOpenChange = vi.fn();
  await renderPage(<CommandPalettePanel open onOpenChange={onOpenChange} groups={makeGroups(() => undefined)} />);
  await screen.findByRole("combobox");
  await userEvent.keyboard("{Escape}");
  expect(onOpenChange).toHaveBeenCalledWith(false);
});

test("what no command is called is looked for in a list", async () => {
  const page = await renderPage(<CommandPalettePanel open onOpenChange={() => undefined} groups={makeGroups(() => undefined)} />);
  await screen.findByRole("option", { name: "Team" });
  expect(screen.queryByRole("option", { name: /in Orders/ })).toBeNull();
  await userEvent.type(screen.getByRole("combobox"), "blue kettle{Enter}");
  await waitFor(() => expect(page.currentAddress()).toBe("/orders?q=blue+kettle"));
});
