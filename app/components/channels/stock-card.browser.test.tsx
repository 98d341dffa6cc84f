import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { PageClock } from "#app/components/ui/page-clock.tsx";
import { renderPage } from "#app/components/ui/testing/render-page.tsx";
import type { StockDrift } from "#app/domain/catalog/read-stock-drift.server.ts";
import { StockCard } from "./stock-card.tsx";

const nowMs = Date.parse("2026-11-20T12:00:00Z");

function aDrift(change: Partial<StockDrift>): StockDrift {
  const seen = { available: 3, shown: 5, reason: "telling" as const, vendorText: null, since: nowMs, toldAt: null, retryAt: null };
  return { id: "lst_1", title: "Chaleira elétrica", modelName: "", sku: "CHA-18", ...seen, ...change };
}

function show(props: Partial<Parameters<typeof StockCard>[0]>, at = "/channels/chn_1") {
  return renderPage(
    <PageClock nowMs={nowMs} timeZone="UTC">
      <StockCard isFollowing mayWrite drift={null} {...props} />
    </PageClock>,
    { at },
  );
}

test("each listing says both numbers, why they differ, and what the marketplace said", async () => {
  const drifts = [
    aDrift({ id: "lst_1" }),
    aDrift({ id: "lst_2", reason: "unlinked", available: null }),
    aDrift({ id: "lst_3", reason: "under-review", vendorText: "em revisão" }),
  ];
  await show({ drift: { data: drifts, nextCursor: null } });
  const [, ...rows] = await screen.findAllByRole("row");
  const cellsOf = (row: HTMLElement) =>
    within(row)
      .getAllByRole("cell")
      .map(({ textContent }) => textContent);
  expect(rows.map((row) => cellsOf(row).slice(1, 4))).toEqual([
    ["3", "5", "It is being told."],
    ["–", "5", "It is linked to no product. Link it, and it follows."],
    ["3", "5", "The marketplace is reviewing the listing. Try again afterwards.em revisão"],
  ]);
  expect(screen.queryByRole("navigation")).toBeNull();
});

test("a channel that is right says so, and one that does not follow offers it to those who may decide", async () => {
  const { unmount } = await show({ drift: { data: [], nextCursor: null } });
  expect(await screen.findByText("Every linked listing shows what can be sold.")).toBeDefined();
  expect(screen.getByRole("button", { name: "Change stock by hand" })).toBeDefined();
  unmount();
  await show({ isFollowing: false, mayWrite: false });
  expect(await screen.findByText(/Stock of this channel is changed by hand/)).toBeDefined();
  expect(screen.queryByRole("button")).toBeNull();
});

test("a long list goes on with the next page and back to the first", async () => {
  await show({ drift: { data: [aDrift({})], nextCursor: "next one" } }, "/channels/chn_1?stockAfter=this");
  const next = (await screen.findByRole("link", { name: "Next" })).getAttribute("href") ?? "";
  expect(new URL(next, "https://x.test").searchParams.get("stockAfter")).toBe("next one");
});
