import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, test } from "vitest";

const folder = new URL("./migrations/", import.meta.url);
const schemas = import.meta.glob<Record<string, unknown>>("./schema/*.ts", { eager: true });

type Kit = {
  generateSQLiteDrizzleJson(tables: Record<string, unknown>): Promise<unknown>;
  generateSQLiteMigration(before: unknown, after: unknown): Promise<string[]>;
};
/** Only its CommonJS build runs in Node. */
const kit = createRequire(import.meta.url)("drizzle-kit/api") as Kit;

function readJson(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`meta/${name}`, folder), "utf8"));
}

function journalTags(): string[] {
  return (readJson("_journal.json") as { entries: { tag: string }[] }).entries.map(({ tag }) => tag);
}

test("the migrations make exactly the tables that the schema declares: nothing waits to be generated", async () => {
  const last = String(journalTags().length - 1).padStart(4, "0");
  const declared = await kit.generateSQLiteDrizzleJson(Object.assign({}, ...Object.values(schemas)) as Record<string, unknown>);
  expect(await kit.generateSQLiteMigration(readJson(`${last}_snapshot.json`), declared)).toEqual([]);
});

test("every migration file is in the journal, in order, and none is missing", () => {
  const files = readdirSync(folder).filter((name) => name.endsWith(".sql"));
  expect(files.toSorted()).toEqual(journalTags().map((tag) => `${tag}.sql`));
});
