import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { Button } from "./button.tsx";
import { ConfirmDialog, type ConfirmDialogProps } from "./confirm-dialog.tsx";
import { renderPage } from "./testing/render-page.tsx";

const common: ConfirmDialogProps = {
  trigger: <Button>Delete…</Button>,
  title: "Delete Demo?",
  description: "Everything goes.",
  confirmLabel: "Delete workspace",
  typedName: "Demo",
};

async function open() {
  const user = userEvent.setup();
  await user.click(await screen.findByRole("button", { name: "Delete…" }));
  return { user, confirm: () => user.click(screen.getByRole("button", { name: "Delete workspace" })) };
}

test("nothing is destroyed until the name is typed exactly", async () => {
  const onConfirm = vi.fn();
  await renderPage(<ConfirmDialog {...common} onConfirm={onConfirm} />);
  const { user, confirm } = await open();
  await confirm();
  await user.type(screen.getByRole("textbox"), "demo");
  await confirm();
  expect(onConfirm).not.toHaveBeenCalled();
  expect(await screen.findByText(/That is not the name/)).toBeDefined();
  await user.clear(screen.getByRole("textbox"));
  await user.type(screen.getByRole("textbox"), "Demo");
  await confirm();
  expect(onConfirm).toHaveBeenCalledOnce();
  await waitFor(() => expect(screen.queryByRole("alertdialog")).toBeNull());
});

test("a form is posted with its fields, and the dialog closes when it worked", async () => {
  const posted: Record<string, string>[] = [];
  const action = (fields: Record<string, string>) => void posted.push(fields);
  await renderPage(<ConfirmDialog {...common} form={{ fields: { intent: "delete", id: "ws_1" } }} />, { action });
  const { user, confirm } = await open();
  await user.type(screen.getByRole("textbox"), "Demo");
  await confirm();
  await waitFor(() => expect(screen.queryByRole("alertdialog")).toBeNull());
  expect(posted).toEqual([{ intent: "delete", id: "ws_1", confirmation: "Demo" }]);
});

test("a refusal stays on screen inside the dialog", async () => {
  await renderPage(<ConfirmDialog {...common} form={{ fields: { intent: "delete" } }} />, {
    action: () => ({ error: "Only the owner may do this." }),
  });
  const { user, confirm } = await open();
  await user.type(screen.getByRole("textbox"), "Demo");
  await confirm();
  expect(await screen.findByText("Only the owner may do this.")).toBeDefined();
  expect(screen.getByRole("alertdialog")).toBeDefined();
});
