import type { InferInsertModel, SQL } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import type { WorkspaceTable } from "./client.server.ts";

type VersionedTable = WorkspaceTable & { id: SQLiteColumn; version: SQLiteColumn };
type Versioned = { id: string; version: number };
type Values = Record<string, unknown>;

/** The row a verb hands over: the workspace is stamped by `mutate`, so a caller cannot choose another. */
export type NewRow<T extends WorkspaceTable> = Omit<InferInsertModel<T>, "workspaceId" | "version">;
type Patch<T extends WorkspaceTable> = Partial<Omit<InferInsertModel<T>, "id" | "workspaceId" | "version">>;

/** How a row that is already there takes the new values. Names are those of the table's properties. */
export type Merge = {
  /** The unique index by which it is the same row. */
  key: readonly string[];
  /** A row with a lower value here is older news and changes nothing. */
  newest: string;
  /** Only set when the row is new: what we decided ourselves, or saw first. */
  keep?: readonly string[];
  /** A null here means "not told this time" and leaves what was known. */
  fill?: readonly string[];
};

/** How a row that is already there grows: the named columns are summed, all others stay. */
export type Sum = {
  key: readonly string[];
  sums: readonly string[];
};

export type Write =
  | { kind: "insert"; table: WorkspaceTable; rows: Values[]; onConflict: "fail" | "ignore" | Merge | Sum }
  | { kind: "update"; table: VersionedTable; row: Versioned; set: Values }
  | { kind: "remove"; table: VersionedTable; row: Versioned }
  | { kind: "updateWhere"; table: WorkspaceTable; where: SQL; set: Values }
  | { kind: "updateByIds"; table: WorkspaceTable; ids: readonly string[]; set: Values }
  | { kind: "removeWhere"; table: WorkspaceTable; where: SQL }
  | { kind: "ensure"; condition: SQL };

export function insert<T extends WorkspaceTable>(table: T, ...rows: NewRow<T>[]): Write {
  return { kind: "insert", table, rows, onConflict: "fail" };
}

/** For events that may be told twice: a row that is already there stays as it is. */
export function insertOnce<T extends WorkspaceTable>(table: T, ...rows: NewRow<T>[]): Write {
  return { kind: "insert", table, rows, onConflict: "ignore" };
}

/** For mirrors of what somebody else owns: new rows come in, known ones are brought up to date, older news is left out. */
export function merge<T extends WorkspaceTable>(
  table: T,
  how: {
    /** The workspace is stamped by `mutate` and may still be part of the index. */
    key: ((keyof NewRow<T> & string) | "workspaceId")[];
    newest: keyof NewRow<T> & string;
    keep?: (keyof NewRow<T> & string)[];
    fill?: (keyof NewRow<T> & string)[];
  },
  rows: NewRow<T>[],
): Write {
  return { kind: "insert", table, rows, onConflict: how };
}

/** For counters: a new row comes in, one that is there grows. Whoever writes it has to see to it that it is written once. */
export function add<T extends WorkspaceTable>(
  table: T,
  how: { key: ((keyof NewRow<T> & string) | "workspaceId")[]; sums: (keyof NewRow<T> & string)[] },
  rows: NewRow<T>[],
): Write {
  return { kind: "insert", table, rows, onConflict: how };
}

/** Changes one row, only if it still has the version that was read; otherwise nothing of the batch is written. */
export function update<T extends VersionedTable>(table: T, row: Versioned, set: Patch<T>): Write {
  return { kind: "update", table, row: { id: row.id, version: row.version }, set };
}

export function remove(table: VersionedTable, row: Versioned): Write {
  return { kind: "remove", table, row: { id: row.id, version: row.version } };
}

/** Changes whatever matches in the workspace, whichever version it has; who read it before finds a newer one. */
export function updateWhere<T extends WorkspaceTable>(table: T, where: SQL, set: Patch<T>): Write {
  return { kind: "updateWhere", table, where, set };
}

/** The same for rows that are named, each found by its key. A value may be worked out row by row. */
export function updateByIds<T extends WorkspaceTable>(
  table: T,
  ids: readonly string[],
  set: { [Key in keyof Patch<T>]: Patch<T>[Key] | SQL },
): Write {
  return { kind: "updateByIds", table, ids, set };
}

export function removeWhere(table: WorkspaceTable, where: SQL): Write {
  return { kind: "removeWhere", table, where };
}

/** A condition that must hold at this point of the batch, or nothing of it is written ("one owner is left"). */
export function ensure(condition: SQL): Write {
  return { kind: "ensure", condition };
}
