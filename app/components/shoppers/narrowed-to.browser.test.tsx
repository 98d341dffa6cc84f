import { fireEvent, screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { renderPage } from "../ui/testing/render-page.tsx";
import { NarrowedTo } from "./narrowed-to.tsx";
import { readShopperFilter } from "./shopper-filter.ts";
import { ShopperFilters } from "./shopper-filters.tsx";

async function aList(search: string) {
  const filter = readShopperFilter(new URLSearchParams(search));
  const content = (
    <>
      <ShopperFilters filter={filter} sites={[]} devices={[{ value: "phone", label: "Phone" }]} />
      <NarrowedTo filter={filter} />
    </>
  );
  const page = await renderPage(content, { at: `/list?${search}` });
  await screen.findByRole("form", { name: "Filters" });
  return page;
}

test("what a link has narrowed a list to is shown, and taken back by itself", async () => {
  const page = await aList("visitor=v_1&tag=hesitation%3Ashipping-cost&cursor=next");
  expect(screen.getByRole("link", { name: "Remove filter Only this visitor: v_1" })).toBeDefined();
  fireEvent.click(screen.getByRole("link", { name: "Remove filter Only “Shipping cost”" }));
  await waitFor(() => expect(page.currentAddress()).toBe("/list?visitor=v_1"));
});

test("another filter leaves what a link has narrowed the list to", async () => {
  const page = await aList("tag=search%3Akettle&product=prd_1&visitor=v_1");
  fireEvent.change(screen.getByRole("combobox", { name: "Device" }), { target: { value: "phone" } });
  await waitFor(() => expect(page.currentAddress()).toContain("device=phone"));
  const kept = new URLSearchParams(page.currentAddress()?.split("?")[1]);
  expect([kept.get("tag"), kept.get("product"), kept.get("visitor")]).toEqual(["search:kettle", "prd_1", "v_1"]);
});
