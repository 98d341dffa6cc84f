import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { renderPage } from "#app/components/ui/testing/render-page.tsx";
import type { ChangePreview } from "#app/domain/catalog/preview-listing-change.server.ts";
import { ChangeDialog } from "./change-dialog.tsx";
import type { ChangeTarget } from "./change-target.ts";

const target: ChangeTarget = { kind: "price", ids: ["lst_1"], currencies: ["BRL"] };

function aPreview(warnings: ChangePreview["warnings"]): ChangePreview {
  return { total: 1, changing: 1, refused: 0, warnings, obstacles: [], examples: [] };
}

async function previewed(warnings: ChangePreview["warnings"]) {
  const sent: string[] = [];
  await renderPage(<ChangeDialog target={target} close={() => undefined} />, {
    action: ({ intent = "" }) => {
      sent.push(intent);
      return intent === "preview" ? { ok: true, intent, preview: aPreview(warnings) } : { ok: true, intent, id: "chg_1" };
    },
  });
  await userEvent.type(await screen.findByRole("textbox", { name: /^Value/ }), "1");
  await userEvent.click(screen.getByRole("button", { name: "Preview" }));
  return { sent, change: await screen.findByRole<HTMLButtonElement>("button", { name: "Change 1 listing" }) };
}

test("a price that falls by more than a fifth is sent only once somebody says that it is meant", async () => {
  const { sent, change } = await previewed([{ warning: "big-drop", count: 1 }]);
  expect(change.disabled).toBe(true);
  await userEvent.click(screen.getByRole("checkbox", { name: "Yes, I mean it: 1 listing more than 20% down" }));
  await userEvent.click(change);
  expect(sent).toEqual(["preview", "change"]);
});

test("another value has to be meant anew", async () => {
  await previewed([{ warning: "below-cost", count: 1 }]);
  await userEvent.click(screen.getByRole("checkbox"));
  await userEvent.type(screen.getByRole("textbox", { name: /^Value/ }), "2");
  await userEvent.click(screen.getByRole("button", { name: "Preview" }));
  expect((await screen.findByRole<HTMLInputElement>("checkbox")).checked).toBe(false);
});

test("a change that costs nothing asks nothing more", async () => {
  const { change } = await previewed([{ warning: "paused", count: 1 }]);
  expect(change.disabled).toBe(false);
  expect(screen.queryByRole("checkbox")).toBeNull();
});
