import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readD1Migrations } from "@cloudflare/vitest-plugin";
import { convertV4MiniflareOptions, Miniflare } from "miniflare";
import { parse } from "smol-toml";
import { z } from "zod";

export type LocalData = { DB: D1Database; KV: KVNamespace; EXPORTS: R2Bucket };

const wranglerConfig = z.object({
  compatibility_date: z.string(),
  d1_databases: z.array(z.object({ binding: z.string(), database_id: z.string() })),
  kv_namespaces: z.array(z.object({ binding: z.string(), id: z.string() })),
  r2_buckets: z.array(z.object({ binding: z.string(), bucket_name: z.string() })),
});

/** Opens the very database, key-value files and objects that the app uses on this machine, without starting the app. */
export async function withLocalData<T>(stateDir: string, work: (data: LocalData) => Promise<T>): Promise<T> {
  const config = wranglerConfig.parse(parse(readFileSync("wrangler.toml", "utf8")));
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      host: "127.0.0.1",
      resourcePersistencePath: join(stateDir, "v3"),
      telemetry: { enabled: false },
      workers: [
        {
          name: "local-data",
          modules: true,
          script: "export default {}",
          compatibilityDate: config.compatibility_date,
          d1Databases: Object.fromEntries(config.d1_databases.map(({ binding, database_id }) => [binding, database_id])),
          kvNamespaces: Object.fromEntries(config.kv_namespaces.map(({ binding, id }) => [binding, id])),
          r2Buckets: Object.fromEntries(config.r2_buckets.map(({ binding, bucket_name }) => [binding, bucket_name])),
        },
      ],
    }),
  );
  try {
    return await work(await miniflare.getBindings<LocalData>());
  } finally {
    await miniflare.dispose();
  }
}

/** Applies what is missing and keeps the same books as `wrangler d1 migrations apply`, so both can be used on one database. */
export async function applyMigrations(db: D1Database, folder = "db/migrations"): Promise<string[]> {
  const migrations = await readD1Migrations(folder);
  await db
    .prepare(
      "CREATE TABLE IF NOT EXISTS d1_migrations (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT UNIQUE, applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL)",
    )
    .run();
  const { results } = await db.prepare("SELECT name FROM d1_migrations").all<{ name: string }>();
  const applied = new Set(results.map((row) => row.name));
  const missing = migrations.filter((migration) => !applied.has(migration.name));
  for (const migration of missing) {
    const statements = migration.queries.map((query) => db.prepare(query));
    await db.batch([...statements, db.prepare("INSERT INTO d1_migrations (name) VALUES (?)").bind(migration.name)]);
  }
  return missing.map((migration) => migration.name);
}
