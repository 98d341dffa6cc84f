import { join } from "node:path";
import { sha256Hex } from "#app/platform/crypto/hash.ts";
import { seedScenario } from "#db/seed/seed.ts";
import { applyMigrations, type LocalData, withLocalData } from "#scripts/dev/local-data.ts";
import { signIn } from "#scripts/dev/connect-as-person.ts";
import { type AppUnderTest, startApp } from "./app-under-test.ts";

/** How many callers ask at the same time, each over one kept connection. */
export const callers = 32;

export type World = AppUnderTest & { cookies: string[] };

const people = ["owner", "admin", "manager", "picker", "analyst", "viewer"];

/** One key in a workspace of its own for each caller: versioned writes of one row would only refuse each other. */
export const writerKey = (caller: number) => `ek_local_bench_writer_${caller}`;

/** The demo in a database that is thrown away, the built Worker on it, and its people signed in. */
export async function startWorld(buildDir: string, tempDir: string): Promise<World> {
  const stateDir = join(tempDir, "state");
  await seedOnce(stateDir);
  const app = await startApp({ buildDir, stateDir });
  try {
    const cookies = await Promise.all(people.map((name) => signIn(app.appUrl, `${name}@demo.test`)));
    return { ...app, cookies };
  } catch (error) {
    await app[Symbol.asyncDispose]();
    throw error;
  }
}

export async function seedOnce(stateDir: string): Promise<void> {
  await withLocalData(stateDir, async (data) => {
    if ((await applyMigrations(data.DB)).length === 0) return;
    await seedScenario(data, "demo", Date.now());
    await addWriters(data);
  });
}

async function addWriters({ DB }: LocalData): Promise<void> {
  const copyWorkspace = DB.prepare(
    `insert into workspaces (id, workspace_id, name, locale, time_zone, currency, onboarded_at, created_at, version)
     select ?1, ?1, name, locale, time_zone, currency, onboarded_at, created_at, 1 from workspaces where id = 'wsp_demo'`,
  );
  const copyKey = DB.prepare(
    `insert into api_keys (id, workspace_id, name, hint, key_hash, scopes, created_at, version)
     select ?1, ?2, name, hint, ?3, scopes, created_at, 1 from api_keys where id = 'key_demo_owner'`,
  );
  for (let caller = 0; caller < callers; caller += 1) {
    const id = `wsp_bench_${caller}`;
    await DB.batch([copyWorkspace.bind(id), copyKey.bind(`key_bench_${caller}`, id, await sha256Hex(writerKey(caller)))]);
  }
}
