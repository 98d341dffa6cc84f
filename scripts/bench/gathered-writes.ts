/** `insert into t … values (?, ?) …`: its table, what comes before the values, they, and what comes after them. */
const insertion = /^(insert (?:or replace )?into (\w+)[^?]*?values )(\(\?(?:, \?)*\))(.*)$/s;
/** What is the same for every row: only the last one counts. */
const assignment = /^update (\w+) set \w+ = \?$/;
const tableNames = /\b(?:from|into|update|join) (\w+)/g;
/** An object's SQLite binds no more than this to one statement. */
const mostBound = 100;

type Values = SqlStorageValue[];
/** `all` takes as many rows at once as it says. */
type Plan = { table: string; keeps: "last" } | { table: string; keeps: "all"; rowsAtOnce: number; all: string };
type Gathered = { query: string; rows: Values[] };
type Storage = Pick<DurableObjectStorage, "sql" | "transactionSync">;

/**
 * The same storage for work that writes a great many rows: what is added is kept back and goes in several rows a statement,
 * each as the work's own statement says. Whatever asks for a table first gets in what is kept back for it.
 */
export function gatherWrites(storage: Storage): Storage {
  const { sql } = storage;
  const plans = new Map<string, Plan | undefined>();
  const tables = new Map<string, string[]>();
  const waiting = new Map<string, Gathered>();
  function write(table: string): void {
    const gathered = waiting.get(table);
    if (gathered === undefined) return;
    waiting.delete(table);
    const { query, rows } = gathered;
    const plan = plans.get(query);
    if (plan?.keeps === "last") rows.splice(0, rows.length - 1);
    let done = 0;
    if (plan?.keeps === "all") {
      for (; done + plan.rowsAtOnce <= rows.length; done += plan.rowsAtOnce) {
        sql.exec(plan.all, ...rows.slice(done, done + plan.rowsAtOnce).flat());
      }
    }
    for (const row of rows.slice(done)) sql.exec(query, ...row);
  }
  function exec(query: string, ...values: Values) {
    if (!plans.has(query)) {
      plans.set(query, planOf(query));
      tables.set(query, tablesIn(query));
    }
    const plan = plans.get(query);
    if (plan === undefined) {
      for (const table of tables.get(query) ?? []) write(table);
      return sql.exec(query, ...values);
    }
    const before = waiting.get(plan.table);
    if (before?.query === query) before.rows.push(values);
    else {
      write(plan.table);
      waiting.set(plan.table, { query, rows: [values] });
    }
    return undefined;
  }
  return {
    // What a zone asks of its storage is to execute; nothing reads the answer of what is kept back.
    sql: { exec } as unknown as SqlStorage,
    transactionSync: (run) =>
      storage.transactionSync(() => {
        const result = run();
        for (const table of waiting.keys()) write(table);
        return result;
      }),
  };
}

function planOf(query: string): Plan | undefined {
  const [, start, table, row, rest] = insertion.exec(query) ?? [];
  if (start !== undefined && table !== undefined && row !== undefined) {
    const rowsAtOnce = Math.max(1, Math.floor(mostBound / row.split(", ").length));
    return { table, keeps: "all", rowsAtOnce, all: `${start}${Array.from({ length: rowsAtOnce }, () => row).join(", ")}${rest}` };
  }
  const [, assigned] = assignment.exec(query) ?? [];
  return assigned === undefined ? undefined : { table: assigned, keeps: "last" };
}

const tablesIn = (query: string) => [...query.matchAll(tableNames)].map(([, table = ""]) => table);
