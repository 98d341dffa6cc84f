import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { renderPage } from "../testing/render-page.tsx";
import { DataTable } from "./data-table.tsx";
import type { DataTableColumn, DataTableProps } from "./types.ts";

type Row = { id: string; name: string; stock: number };
const columns: readonly DataTableColumn<Row>[] = [
  { id: "name", header: "Name", render: (row) => row.name, sortable: true, hideable: false },
  { id: "stock", header: "Stock", render: (row) => row.stock, align: "end", sortable: true },
];
const rows: Row[] = [
  { id: "a", name: "Kettle", stock: 3 },
  { id: "b", name: "Pan", stock: 7 },
];
const props: DataTableProps<Row> = { label: "Listings", columns, rows, rowId: (row) => row.id, rowLabel: (row) => row.name };
const filters = [{ key: "status", label: "State", options: [{ value: "active", label: "Active" }] }];

test("sorting is in the address and said aloud by the column", async () => {
  const page = await renderPage(<DataTable {...props} />, { at: "/list?cursor=abc" });
  await userEvent.click(await screen.findByRole("link", { name: "Name" }));
  await waitFor(() => expect(screen.getByRole("columnheader", { name: "Name" }).getAttribute("aria-sort")).toBe("ascending"));
  expect(page.currentAddress()).toBe("/list?sort=name");
});

test("a filter in the address is a chip, and the chip takes it away", async () => {
  const page = await renderPage(<DataTable {...props} filters={filters} />, { at: "/list?status=active" });
  await userEvent.click(await screen.findByRole("link", { name: "Remove filter State: Active" }));
  await waitFor(() => expect(page.currentAddress()).toBe("/list"));
});

test("columns in the address are the columns on screen, but never without the first", async () => {
  await renderPage(<DataTable {...props} />, { at: "/list?cols=nothing" });
  const headers = await screen.findAllByRole("columnheader");
  expect(headers.map((header) => header.textContent)).toEqual(["Name"]);
});

test("chosen rows bring the bulk bar with exactly their ids", async () => {
  const renderBulkActions = ({ ids }: { ids: readonly string[] }) => <p>chosen: {ids.join()}</p>;
  await renderPage(<DataTable {...props} renderBulkActions={renderBulkActions} />);
  await userEvent.click(await screen.findByRole("checkbox", { name: "Select Pan" }));
  expect(await screen.findByText("chosen: b")).toBeDefined();
  await userEvent.click(screen.getByRole("checkbox", { name: "Select Kettle" }));
  expect(await screen.findByText("2 selected")).toBeDefined();
});

test("an empty list teaches; a list emptied by filters offers to clear them", async () => {
  const empty = <p>Connect a channel first</p>;
  const first = await renderPage(<DataTable {...props} rows={[]} page={{ nextCursor: null }} empty={empty} filters={filters} />);
  expect(await screen.findByText("Connect a channel first")).toBeDefined();
  expect(screen.queryByText(/rows?$/)).toBeNull();
  first.unmount();
  await renderPage(<DataTable {...props} rows={[]} empty={empty} filters={filters} />, { at: "/list?status=active" });
  const table = within(await screen.findByRole("table"));
  expect(table.getByRole("link", { name: "Clear all" }).getAttribute("href")).toBe("/list");
});

test("a failed list says what it means and offers to try again", async () => {
  await renderPage(<DataTable {...props} rows={[]} status="failed" onRetry={() => undefined} />);
  expect((await screen.findByRole("alert")).textContent).toContain("Nothing was changed");
  expect(screen.getByRole("button", { name: "Try again" })).toBeDefined();
});
