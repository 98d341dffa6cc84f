import { env } from "cloudflare:workers";
import { is } from "drizzle-orm";
import { getTableConfig, SQLiteTable } from "drizzle-orm/sqlite-core";
import { expect, test } from "vitest";
import { dumpOf, migrateTestDatabase, testMigrations } from "./testing/database.ts";
import { aWorkspace } from "./testing/world.ts";

const schemas = import.meta.glob<Record<string, unknown>>("./schema/*.ts", { eager: true });
const tables = Object.values(schemas).flatMap((module) => Object.values(module).filter((value) => is(value, SQLiteTable)));

type Column = { name: string; type: string; notnull: number; pk: number };

test("an empty database takes every migration", async () => {
  const { results } = await env.DB.prepare("select name from d1_migrations order by id").all<{ name: string }>();
  expect(results.map(({ name }) => name)).toEqual(testMigrations.map(({ name }) => name));
  expect(results.length).toBeGreaterThan(0);
});

test("the migrated tables have the columns and indexes that the schema declares, and there are no others", async () => {
  expect(Object.keys(await dumpOf()).toSorted()).toEqual(tables.map((table) => getTableConfig(table).name).toSorted());
  for (const table of tables) {
    const { name, columns, indexes, primaryKeys } = getTableConfig(table);
    const declared = columns.map((column) => [column.name, column.getSQLType().toUpperCase(), column.notNull]);
    const { results } = await env.DB.prepare(`pragma table_info("${name}")`).all<Column>();
    expect(results.map((column) => [column.name, column.type.toUpperCase(), column.notnull === 1])).toEqual(declared);
    const keyColumns = primaryKeys.flatMap((key) => key.columns.map((column) => column.name));
    const ownKey = columns.filter((column) => column.primary).map((column) => column.name);
    expect(results.filter((column) => column.pk > 0).map((column) => column.name)).toEqual([...ownKey, ...keyColumns]);
    const found = await env.DB.prepare(`pragma index_list("${name}")`).all<{ name: string; unique: number }>();
    const built = found.results.filter((index) => !index.name.startsWith("sqlite_")).map((index) => `${index.name}:${index.unique}`);
    expect(built.toSorted()).toEqual(indexes.map((index) => `${index.config.name}:${index.config.unique ? 1 : 0}`).toSorted());
  }
});

test("migrating again changes nothing", async () => {
  const home = await aWorkspace();
  const before = await dumpOf(home);
  await migrateTestDatabase();
  expect(await dumpOf(home)).toEqual(before);
});
