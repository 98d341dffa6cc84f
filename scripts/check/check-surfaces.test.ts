import { expect, test } from "vitest";
import { checkFile } from "./check-files.ts";
import { checkThinSurfaces } from "./check-routes.ts";
import { checkWrites } from "./check-writes.ts";
import { parseSource } from "./source.ts";

const route = "app/routes/console/team.tsx";
const verb = "app/domain/accounts/rename.server.ts";
const lines = (count: number) => "  work();\n".repeat(count);

test("a route that fetches, builds SQL or works for more than 40 lines is refused", () => {
  expect(checkThinSurfaces(parseSource(route, 'await fetch("https://example.test");'))).toHaveLength(1);
  expect(checkThinSurfaces(parseSource(route, "env.DB.prepare(text);"))).toHaveLength(1);
  expect(checkThinSurfaces(parseSource(route, `export async function loader() {\n${lines(40)}}`))).toHaveLength(1);
});

test("a thin route and a fetch inside a verb's adapter are fine", () => {
  expect(checkThinSurfaces(parseSource(route, `export async function loader() {\n${lines(38)}}`))).toEqual([]);
  expect(checkThinSurfaces(parseSource(route, "fetcher.submit(form); // fetch(1)"))).toEqual([]);
  expect(checkThinSurfaces(parseSource("app/integrations/mail/client.server.ts", "await fetch(url);"))).toEqual([]);
});

test("a room's onMessage longer than 30 lines is refused", () => {
  const room = (count: number) => parseSource("party/zone/room.server.ts", `class Zone {\n onMessage() {\n${lines(count)} }\n}`);
  expect(checkThinSurfaces(room(29))).toHaveLength(1);
  expect(checkThinSurfaces(room(28))).toEqual([]);
});

test.each([
  "await orm.insert(users).values(row);",
  "await ctx.db.update(users).set({ name });",
  "createOrm(env.DB).delete(users).where(eq(users.id, id));",
  "await anything.update(users).set({ name });",
  "database.prepare('INSERT INTO users VALUES (1)');",
  "database.prepare(`update users\n set name = ?`);",
  "sql`delete from ${users}`;",
  "sql`insert or ignore into ${users} values (1)`;",
])("a write past mutate() is refused: %s", (text) => {
  expect(checkWrites(parseSource(verb, text)).length).toBeGreaterThan(0);
});

test.each([
  "cache.delete(key);",
  "hash.update(bytes);",
  "await mutate(ctx, { writes: [insert(users, row)] });",
  'log("update your profile");',
])("what only looks like a write is fine: %s", (text) => {
  expect(checkWrites(parseSource(verb, text))).toEqual([]);
});

test("a transaction is refused even where writing is allowed", () => {
  expect(checkWrites(parseSource("db/mutate.server.ts", "await orm.transaction(work);"))).toHaveLength(1);
});

test("the database folder, a room's storage, private objects and tests write their own tables", () => {
  for (const path of ["db/a.ts", "party/zone/storage.server.ts", "app/platform/limit.object.server.ts", "app/domain/a/b.worker.test.ts"]) {
    expect(checkWrites(parseSource(path, "await db.insert(a).values(b);"))).toEqual([]);
  }
});

test("a file longer than 300 lines is refused, also a test", () => {
  expect(checkFile(parseSource("app/platform/clock.test.ts", "work();\n".repeat(301)))).toMatchObject([{ line: 301 }]);
  expect(checkFile(parseSource("app/platform/clock.ts", "work();\n".repeat(300)))).toEqual([]);
});

test("a file that reaches the server says so in its name", () => {
  const imports = [
    'import { hash } from "node:crypto";',
    'import { env } from "cloudflare:workers";',
    'import { mutate } from "#db/mutate.server.ts";',
  ];
  for (const text of imports) {
    expect(checkFile(parseSource("app/platform/hash.ts", text))).toHaveLength(1);
    expect(checkFile(parseSource("app/platform/hash.server.ts", text))).toEqual([]);
    expect(checkFile(parseSource(route, text))).toEqual([]);
  }
  expect(checkFile(parseSource("app/platform/hash.ts", 'import type { Mutation } from "#db/mutate.server.ts";'))).toEqual([]);
});
