import { and, eq, getTableColumns, getTableName, is, SQL, sql } from "drizzle-orm";
import { type SQLiteColumn, SQLiteSyncDialect, type SQLiteTable } from "drizzle-orm/sqlite-core";
import { keyed } from "./client.server.ts";
import type { Merge, Sum, Write } from "./writes.ts";

const dialect = new SQLiteSyncDialect();
/** D1 takes 100 KB of SQL but 2 MB of one parameter: rows travel as JSON, a few hundred at a time. Bytes are up to three a character. */
const rowsPerStatement = 250;
const charsPerStatement = 600_000;

/** What a patch never touches, even if a whole row is spread into it: nothing moves to another workspace. */
const keptColumns = new Set(["id", "workspaceId", "version"]);

/** Raises "integer overflow" when the write before it touched no row, which rolls the whole batch back. */
const staleGuardSql = "select abs(-9223372036854775807 - (changes() <> 1))";

const bumpVersion = sql`"version" = "version" + 1`;

type InsertWrite = Extract<Write, { kind: "insert" }>;

function toStatement(database: D1Database, query: SQL): D1PreparedStatement {
  const { sql: text, params } = dialect.sqlToQuery(query);
  return database.prepare(text).bind(...params);
}

function encode(column: SQLiteColumn, value: unknown): unknown {
  if (is(value, SQL)) return value;
  return value === null || value === undefined ? null : column.mapToDriverValue(value);
}

function assignments(table: SQLiteTable, set: Record<string, unknown>): SQL[] {
  const columns = getTableColumns(table);
  return Object.entries(set).flatMap(([key, value]) => {
    const column = columns[key];
    return column === undefined || value === undefined || keptColumns.has(key)
      ? []
      : [sql`${sql.identifier(column.name)} = ${encode(column, value)}`];
  });
}

function defaultOf(column: SQLiteColumn): unknown {
  return column.default === undefined ? null : column.default;
}

function toChunks(rows: string[]): string[][] {
  const chunks: string[][] = [];
  let chars = 0;
  for (const row of rows) {
    const chunk = chunks.at(-1);
    chars += row.length;
    if (chunk === undefined || chunk.length === rowsPerStatement || chars > charsPerStatement) {
      chunks.push([row]);
      chars = row.length;
    } else chunk.push(row);
  }
  return chunks;
}

/** "where true" tells the parser that ON belongs to the insert; "or ignore" would also swallow missing values. */
function conflictClause({ table, onConflict }: InsertWrite): string {
  if (onConflict === "fail") return "";
  if (onConflict === "ignore") return " where true on conflict do nothing";
  const set = "sums" in onConflict ? summedColumns(table, onConflict) : mergedColumns(table, onConflict);
  return ` where true on conflict (${columnNames(table, onConflict.key)}) do update set ${set}`;
}

function columnNames(table: SQLiteTable, keys: readonly string[]): string {
  const columns = getTableColumns(table);
  return keys.map((key) => `"${columns[key]?.name}"`).join(", ");
}

/** A key of another workspace is never merged into: the row there stays as it is. */
function mergedColumns(table: SQLiteTable, { key, newest, keep = [], fill = [] }: Merge): string {
  const own = `"${getTableName(table)}"`;
  const columns = Object.entries(getTableColumns(table) as Record<string, SQLiteColumn>);
  const sets = columns.flatMap(([property, { name }]) => {
    if (property === "version") return [`"version" = ${own}."version" + 1`];
    if (keptColumns.has(property) || key.includes(property) || keep.includes(property)) return [];
    return fill.includes(property) ? [`"${name}" = coalesce(excluded."${name}", ${own}."${name}")`] : [`"${name}" = excluded."${name}"`];
  });
  const newestName = columnNames(table, [newest]);
  return `${sets.join(", ")} where excluded.${newestName} >= ${own}.${newestName} and excluded."workspace_id" = ${own}."workspace_id"`;
}

function summedColumns(table: SQLiteTable, { sums }: Sum): string {
  const own = `"${getTableName(table)}"`;
  const columns = getTableColumns(table);
  const sets = sums.map(
    (property) => `"${columns[property]?.name}" = ${own}."${columns[property]?.name}" + excluded."${columns[property]?.name}"`,
  );
  return `${sets.join(", ")} where excluded."workspace_id" = ${own}."workspace_id"`;
}

type Insertion = { text: string; columns: readonly (readonly [property: string, column: SQLiteColumn])[] };

/** Told once a table: made for each row that is written, they were a large part of what had to be cleaned up after it. */
const insertions = new WeakMap<SQLiteTable, Insertion>();

function insertionInto(table: SQLiteTable): Insertion {
  const known = insertions.get(table);
  if (known !== undefined) return known;
  const columns = Object.entries(getTableColumns(table) as Record<string, SQLiteColumn>);
  const names = columns.map(([, { name }]) => `"${name}"`).join(", ");
  const picks = columns.map(([, { name }]) => `json_extract(value, '$."${name}"')`).join(", ");
  const made = { text: `insert into "${getTableName(table)}" (${names}) select ${picks} from json_each(?)`, columns };
  insertions.set(table, made);
  return made;
}

function encodeRow(row: Record<string, unknown>, columns: Insertion["columns"], workspaceId: string): string {
  const encoded: Record<string, unknown> = {};
  for (const [key, column] of columns) {
    const value = key === "workspaceId" ? workspaceId : row[key];
    encoded[column.name] = value === undefined ? defaultOf(column) : encode(column, value);
  }
  return JSON.stringify(encoded);
}

function insertStatements(database: D1Database, write: InsertWrite, workspaceId: string): D1PreparedStatement[] {
  const { text: insertion, columns } = insertionInto(write.table);
  const text = `${insertion}${conflictClause(write)}`;
  const chunks = toChunks(write.rows.map((row) => encodeRow(row, columns, workspaceId)));
  return chunks.map((chunk) => database.prepare(text).bind(`[${chunk.join(",")}]`));
}

function updateStatement(
  database: D1Database,
  { table, set }: Extract<Write, { set: object }>,
  where: SQL | undefined,
): D1PreparedStatement {
  const assigned = [...assignments(table, set), ...("version" in table ? [bumpVersion] : [])];
  return toStatement(database, sql`update ${table} set ${sql.join(assigned, sql`, `)} where ${where}`);
}

/** The SQL of one write, always narrowed to the workspace; versioned writes are followed by their guard. */
export function statementsFor(database: D1Database, write: Write, workspaceId: string): D1PreparedStatement[] {
  switch (write.kind) {
    case "insert":
      return insertStatements(database, write, workspaceId);
    case "update": {
      const set = [...assignments(write.table, write.set), bumpVersion];
      const where = and(
        eq(write.table.workspaceId, workspaceId),
        eq(write.table.id, write.row.id),
        eq(write.table.version, write.row.version),
      );
      return [
        toStatement(database, sql`update ${write.table} set ${sql.join(set, sql`, `)} where ${where}`),
        database.prepare(staleGuardSql),
      ];
    }
    case "remove": {
      const where = and(
        eq(write.table.workspaceId, workspaceId),
        eq(write.table.id, write.row.id),
        eq(write.table.version, write.row.version),
      );
      return [toStatement(database, sql`delete from ${write.table} where ${where}`), database.prepare(staleGuardSql)];
    }
    case "updateWhere":
      return [updateStatement(database, write, and(eq(write.table.workspaceId, workspaceId), sql`(${write.where})`))];
    case "updateByIds":
      return [updateStatement(database, write, keyed(write.table, workspaceId, write.ids))];
    case "removeWhere": {
      const where = and(eq(write.table.workspaceId, workspaceId), sql`(${write.where})`);
      return [toStatement(database, sql`delete from ${write.table} where ${where}`)];
    }
    case "ensure":
      return [toStatement(database, sql`select abs(-9223372036854775807 - ((${write.condition}) is not true))`)];
    default:
      return write satisfies never;
  }
}
