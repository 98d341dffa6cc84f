import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";

type Row = Record<string, SqlStorageValue>;

/** An object's database, in this process. It survives the room, as the real one does. */
export type Disk = { storage: DurableObjectStorage; close(): void };

/** As much of an object's storage as a zone's books use. */
export function createDisk(): Disk {
  const database = new DatabaseSync(":memory:");
  const statements = new Map<string, StatementSync>();
  function exec(query: string, ...values: SQLInputValue[]) {
    let statement = statements.get(query);
    if (statement === undefined) {
      statement = database.prepare(query);
      statements.set(query, statement);
    }
    const rows = statement.all(...values) as Row[];
    return {
      toArray: () => rows,
      one() {
        const [row] = rows;
        if (row === undefined || rows.length > 1) throw new Error(`${rows.length} rows instead of one: ${query}`);
        return row;
      },
      [Symbol.iterator]: () => rows[Symbol.iterator](),
    };
  }
  function transactionSync<Result>(run: () => Result): Result {
    database.exec("begin");
    try {
      const result = run();
      database.exec("commit");
      return result;
    } catch (error) {
      database.exec("rollback");
      throw error;
    }
  }
  return { storage: { sql: { exec }, transactionSync } as unknown as DurableObjectStorage, close: () => database.close() };
}
