import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { renderPage } from "../ui/testing/render-page.tsx";
import { FloorNeeds } from "./floor-needs.tsx";

test("what waits in the house is counted, and each number leads to where it is worked off", async () => {
  await renderPage(<FloorNeeds counts={{ toRelease: 27, picking: 1, toPack: 0, toShip: 3, alerts: 2 }} />);
  await screen.findByText("orders to release");
  const links = screen.getAllByRole("link").map((link) => [link.textContent, link.getAttribute("href")]);
  expect(links).toEqual([
    ["27orders to release", "/warehouse/orders"],
    ["1order being picked", "/warehouse/orders?stage=picking"],
    ["0orders to pack", "/warehouse/orders?stage=picked"],
    ["3parcels to ship", "/warehouse/orders?stage=packed"],
    ["2open alerts", "/warehouse/monitoring"],
  ]);
});
