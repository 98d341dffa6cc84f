import { applyD1Migrations, type D1Migration } from "cloudflare:test";
import { env } from "cloudflare:workers";

/** Handed over by the test configuration, which reads the files outside workerd. */
export const testMigrations = Reflect.get(env, "TEST_MIGRATIONS") as D1Migration[];

export async function migrateTestDatabase(): Promise<void> {
  await applyD1Migrations(env.DB, testMigrations);
}

type Row = Record<string, unknown>;
export type Dump = Record<string, Row[]>;

/** Every row of every table, to say "nothing changed" and mean it. */
export async function dumpDatabase(database: D1Database = env.DB): Promise<Dump> {
  const { results } = await database
    .prepare(
      "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like '_cf_%' and name not like 'd1_%'",
    )
    .all<{ name: string }>();
  const tables = results.map(({ name }) => name).toSorted();
  const answers = await database.batch<Row>(tables.map((name) => database.prepare(`select * from "${name}" order by 1, 2`)));
  return Object.fromEntries(tables.map((name, index) => [name, answers[index]?.results ?? []]));
}

/** The part of a dump that belongs to one workspace. */
export function rowsOf(dump: Dump, workspaceId: string): Dump {
  return Object.fromEntries(Object.entries(dump).map(([name, rows]) => [name, rows.filter((row) => row["workspace_id"] === workspaceId)]));
}
