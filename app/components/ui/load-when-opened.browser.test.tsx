import { screen, waitFor } from "@testing-library/react";
import { useState } from "react";
import { expect, test } from "vitest";
import { loadWhenOpened } from "./load-when-opened.tsx";
import { renderPage } from "./testing/render-page.tsx";
import { toastStore } from "./toast.ts";

type Shown = { open: boolean; onOpenChange: (open: boolean) => void };

function shelf(load: () => Promise<(props: Shown) => React.ReactNode>) {
  const Dialog = loadWhenOpened<Shown>(load);
  return function Shelf() {
    const [isOpen, setOpen] = useState(false);
    return (
      <>
        <button type="button" onClick={() => setOpen(true)}>
          {isOpen ? "opened" : "closed"}
        </button>
        <Dialog open={isOpen} onOpenChange={setOpen} />
      </>
    );
  };
}

test("a dialog whose code is out of reach closes again and says so, and is fetched anew next time", async () => {
  const answers = [() => Promise.reject(new TypeError("gone")), () => Promise.resolve(() => <p>Here it is</p>)];
  const Shelf = shelf(async () => {
    const next = answers.shift();
    if (next === undefined) throw new Error("asked too often");
    return next();
  });
  await renderPage(<Shelf />);
  (await screen.findByRole("button", { name: "closed" })).click();
  await waitFor(() => expect(toastStore.read()).toHaveLength(1));
  await screen.findByRole("button", { name: "closed" });
  screen.getByRole("button").click();
  await screen.findByText("Here it is");
});
