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

/** Only the rows of one workspace, for when another one may change. */
export async function rowsOf(workspace: { id: string }): Promise<Dump> {
  const dump = await dumpOf(workspace);
  return Object.fromEntries(Object.entries(dump).map(([name, rows]) => [name, rows.filter((row) => row["workspace_id"] === workspace.id)]));
}
