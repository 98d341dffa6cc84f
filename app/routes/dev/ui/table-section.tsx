import { Download, Pause } from "lucide-react";
import { Button, LinkButton } from "#app/components/ui/button.tsx";
import { StateBadge } from "#app/components/ui/badge.tsx";
import { CodeTag } from "#app/components/ui/code-tag.tsx";
import { DataTable } from "#app/components/ui/data-table/data-table.tsx";
import type { DataTableColumn, TableFilter } from "#app/components/ui/data-table/types.ts";
import { MenuItem } from "#app/components/ui/dropdown-menu.tsx";
import { EmptyShelf } from "#app/components/ui/empty-shelf.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { RelativeTime } from "#app/components/ui/time.tsx";
import { formatMoney, formatPercent } from "#app/i18n/format.ts";
import type { DemoListing } from "./demo-data.ts";
import { Section } from "./section.tsx";

const tones = { active: "ok", paused: "watch", blocked: "wrong" } as const;
const columns: readonly DataTableColumn<DemoListing>[] = [
  { id: "title", header: "Listing", render: (row) => row.title, sortable: true, hideable: false },
  { id: "sku", header: "SKU", render: (row) => <CodeTag value={row.sku} />, wideOnly: true },
  { id: "status", header: "State", render: (row) => <StateBadge tone={tones[row.status]}>{row.status}</StateBadge> },
  { id: "price", header: "Price", render: (row) => formatMoney(row.priceCents, "BRL", "pt-BR"), align: "end", sortable: true },
  { id: "stock", header: "Stock", render: (row) => row.stock, align: "end", sortable: true, wideOnly: true },
  { id: "margin", header: "Margin", render: (row) => formatPercent(row.margin, "en"), align: "end", wideOnly: true, hiddenByDefault: true },
  { id: "sold", header: "Last sold", render: (row) => <RelativeTime ms={row.soldAtMs} className="text-muted" />, wideOnly: true },
];
const filters: readonly TableFilter[] = [
  {
    key: "status",
    label: "State",
    options: [
      { value: "active", label: "Active" },
      { value: "paused", label: "Paused" },
      { value: "blocked", label: "Blocked" },
    ],
  },
];

const common = { columns, rowId: (row: DemoListing) => row.id, rowLabel: (row: DemoListing) => row.title };

export function TableSection({ rows, total }: { rows: readonly DemoListing[]; total: number }) {
  return (
    <Section id="table" title="Lists">
      <DataTable
        {...common}
        label="Listings"
        rows={rows}
        rowTo={(row) => `#${row.id}`}
        renderRowActions={() => <MenuItem icon={<Pause aria-hidden />}>Pause</MenuItem>}
        renderBulkActions={({ ids }) => (
          <Button size="sm" variant="primary">
            Pause {ids.length}
          </Button>
        )}
        filters={filters}
        searchable
        page={{ nextCursor: "next", total }}
        toolbar={
          <LinkButton to="#table" size="sm" icon={<Download aria-hidden />}>
            CSV
          </LinkButton>
        }
      />
      <div className="grid gap-4 xl:grid-cols-2">
        <DataTable {...common} columns={columns.slice(0, 3)} label="Listings, loading" rows={[]} status="loading" />
        <DataTable {...common} columns={columns.slice(0, 3)} label="Listings, failed" rows={[]} status="failed" onRetry={() => undefined} />
        <DataTable
          {...common}
          columns={columns.slice(0, 3)}
          label="Listings, empty"
          rows={[]}
          empty={
            <EmptyState title="No listing yet" picture={<EmptyShelf />} action={<LinkButton to="#table">Connect a channel</LinkButton>}>
              Listings come from the channels you connect.
            </EmptyState>
          }
        />
      </div>
    </Section>
  );
}
