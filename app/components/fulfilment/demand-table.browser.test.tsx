import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { PageClock } from "#app/components/ui/page-clock.tsx";
import { renderPage } from "#app/components/ui/testing/render-page.tsx";
import type { DemandOrder } from "#app/domain/warehouse/fulfil/list-demand.server.ts";
import { DemandTable } from "./demand-table.tsx";

const nowMs = Date.parse("2026-11-20T12:00:00Z");
const line = { id: "dml_1", title: "Chaleira elétrica", variantId: "var_1", quantity: 1, state: "promised", free: 0 };

function anOrder(change: Partial<DemandOrder>): DemandOrder {
  const order = { id: "ord_1", orderRef: "2210", channelName: "Loja", placedAt: nowMs, shipBy: null, hindrance: null, isWaiting: false };
  return { ...order, lines: [line], ...change };
}

function show(order: DemandOrder) {
  return renderPage(
    <PageClock nowMs={nowMs} timeZone="UTC">
      <DemandTable orders={[order]} chosen={null} onToggle={() => undefined} />
    </PageClock>,
  );
}

test("what keeps an order from going says where it is mended", async () => {
  const { unmount } = await show(anOrder({ hindrance: "unknown-product", lines: [{ ...line, variantId: null, state: "unknown" }] }));
  const toListing = await screen.findByRole("link", { name: "Link it to a product" });
  expect(new URL(toListing.getAttribute("href") ?? "", "https://x.test").searchParams.get("q")).toBe("Chaleira elétrica");
  unmount();
  await show(anOrder({ hindrance: "not-enough" }));
  // Beside the goods on a phone, in a column of its own elsewhere.
  const toShelves = await screen.findAllByRole("link", { name: "Receive goods" });
  expect(toShelves.map((link) => link.getAttribute("href"))).toEqual(["/warehouse", "/warehouse"]);
});

test("an order that can go has nothing beside it to mend", async () => {
  await show(anOrder({}));
  expect((await screen.findAllByRole("link")).map((link) => link.textContent)).toEqual(["2210"]);
});
