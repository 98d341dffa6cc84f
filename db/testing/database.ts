import { applyD1Migrations, type D1Migration } from "cloudflare:test";
import { env } from "cloudflare:workers";

/** Handed over by the test configuration, which reads the files outside workerd. */
export const testMigrations = Reflect.get(env, "TEST_MIGRATIONS") as D1Migration[];

export async function migrateTestDatabase(): Promise<void> {
  await applyD1Migrations(env.DB, testMigrations);
}

type Row = Record<string, unknown>;
export type Dump = Record<string, Row[]>;

async function tableNames(): Promise<string[]> {
  const { results } = await env.DB.prepare("select name from sqlite_master where type = 'table'").all<{ name: string }>();
  return results.map(({ name }) => name).filter((name) => !/^(sqlite_|_cf_|d1_)|_fts(_\w+)?$/.test(name));
}

/** Every row these workspaces have, and how many rows every table holds at all: to say "nothing changed" and mean it. */
export async function dumpOf(...workspaces: { id: string }[]): Promise<Dump> {
  const names = await tableNames();
  const ids = JSON.stringify(workspaces.map(({ id }) => id));
  const statements = names.flatMap((name) => [
    env.DB.prepare(`select count(*) as rows from "${name}"`),
    name === "handled_messages"
      ? env.DB.prepare(`select * from "${name}" order by 1`)
      : env.DB.prepare(`select * from "${name}" where workspace_id in (select value from json_each(?)) order by 1, 2`).bind(ids),
  ]);
  const answers = await env.DB.batch<Row>(statements);
  return Object.fromEntries(
    names.map((name, index) => [name, answers.slice(2 * index, 2 * index + 2).flatMap((answer) => answer.results)]),
  );
}

/** Only the rows of these workspaces, for when others may change: what a room writes down for its own may come a moment later. */
export async function rowsOf(...workspaces: { id: string }[]): Promise<Dump> {
  const ids = new Set<unknown>(workspaces.map(({ id }) => id));
  const dump = await dumpOf(...workspaces);
  return Object.fromEntries(Object.entries(dump).map(([name, rows]) => [name, rows.filter((row) => ids.has(row["workspace_id"]))]));
}
