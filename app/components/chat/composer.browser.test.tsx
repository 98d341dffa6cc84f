import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useRef } from "react";
import { expect, test, vi } from "vitest";
import { renderPage } from "#app/components/ui/testing/render-page.tsx";
import { Composer } from "./composer.tsx";
import { EditQuestion } from "./edit-question.tsx";
import { RichText } from "./rich-text.tsx";

type AskingProps = { onStop?: () => void; onCancel?: () => void };

function Asking({ onStop, onCancel }: AskingProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  return (
    <>
      {onCancel === undefined ? null : <EditQuestion question="GMV" onAsk={() => undefined} onCancel={onCancel} />}
      <Composer field={field} onAsk={() => undefined} onStop={onStop} />
    </>
  );
}

test("Escape stops an answer that is under way, from the field and from anywhere, and says so beside it", async () => {
  const onStop = vi.fn<() => void>();
  await renderPage(<Asking onStop={onStop} />);
  expect(await screen.findByText("Esc stops the answer.")).toBeDefined();
  await userEvent.keyboard("{Escape}");
  await userEvent.type(screen.getByRole("textbox", { name: "Your question" }), "and by day?{Escape}");
  expect(onStop).toHaveBeenCalledTimes(2);
  expect(screen.getByRole("textbox", { name: "Your question" })).toHaveProperty("value", "and by day?");
});

test("Escape that closes something else stops nothing", async () => {
  const [onStop, onCancel] = [vi.fn<() => void>(), vi.fn<() => void>()];
  await renderPage(<Asking onStop={onStop} onCancel={onCancel} />);
  await userEvent.type(await screen.findByRole("textbox", { name: "The question in other words" }), "{Escape}");
  expect(onCancel).toHaveBeenCalledOnce();
  expect(onStop).not.toHaveBeenCalled();
});

test("a model's table is a table that keyboards reach and scroll, and its heading is one", async () => {
  await renderPage(<RichText text={"## The week\n\n| SKU | Units |\n|---|---:|\n| **KET-1** | 7 |\n\n> said"} />);
  expect(await screen.findByRole("heading", { name: "The week" })).toBeDefined();
  expect(screen.getByRole("region", { name: "Table of the answer" })).toHaveProperty("tabIndex", 0);
  expect(screen.getAllByRole("columnheader").map((one) => one.textContent)).toEqual(["SKU", "Units"]);
  expect(screen.getAllByRole("cell").map((one) => one.textContent)).toEqual(["KET-1", "7"]);
});
