import type { ReactNode } from "react";
import type { To } from "react-router";

export type DataTableColumn<Row> = {
  id: string;
  header: string;
  render: (row: Row) => ReactNode;
  /** Figures stand at the end, so that digits line up. */
  align?: "start" | "end";
  sortable?: boolean;
  /** The person may hide it; the first column should stay. */
  hideable?: boolean;
  hiddenByDefault?: boolean;
  /** Left out on phones. */
  wideOnly?: boolean;
};

export type TableFilter = { key: string; label: string; options: readonly { value: string; label: string }[]; single?: boolean };

export type Selection = { ids: readonly string[]; clear: () => void };

export type DataTableProps<Row> = {
  /** Names the list for those who cannot see it. */
  label: string;
  columns: readonly DataTableColumn<Row>[];
  rows: readonly Row[];
  rowId: (row: Row) => string;
  /** What the row is called: "Select Chaleira 1,8 L". */
  rowLabel: (row: Row) => string;
  /** Makes the whole row a link. */
  rowTo?: (row: Row) => To;
  /** Menu items. */
  renderRowActions?: (row: Row) => ReactNode;
  /** Buttons for the chosen rows; without it nothing can be chosen. */
  renderBulkActions?: (selection: Selection) => ReactNode;
  filters?: readonly TableFilter[];
  searchable?: boolean;
  page?: { nextCursor?: string | null; previousCursor?: string | null; total?: number };
  status?: "ready" | "loading" | "failed";
  onRetry?: () => void;
  /** Shown when there is nothing at all, not when filters hide everything. */
  empty?: ReactNode;
  /** Further controls at the right end of the bar: CSV, a date range. */
  toolbar?: ReactNode;
};
