import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { renderPage } from "#app/components/ui/testing/render-page.tsx";
import { useShortcuts } from "./use-shortcuts.ts";

function Page({ act }: { act: (key: string) => void }) {
  useShortcuts({ "?": () => act("?"), "mod+k": () => act("mod+k") });
  return <input aria-label="Note" />;
}

test("a single key is a shortcut only while nobody types; Ctrl-K always is", async () => {
  const act = vi.fn();
  await renderPage(<Page act={act} />);
  const input = await screen.findByRole<HTMLInputElement>("textbox");
  await userEvent.type(input, "why?");
  expect(input.value).toBe("why?");
  expect(act).not.toHaveBeenCalled();
  await userEvent.keyboard("{Control>}k{/Control}");
  input.blur();
  await userEvent.keyboard("?");
  expect(act.mock.calls).toEqual([["mod+k"], ["?"]]);
});
