import { env } from "cloudflare:workers";
import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { createOrm, createWorkspaceDb } from "./client.server.ts";
import { users, workspaces } from "./schema/accounts.ts";
import { notifications } from "./schema/notifications.ts";
import { aWorkspace } from "./testing/world.ts";

/** A database that writes down how it was asked. */
function createWatched() {
  const asked: string[] = [];
  const database = {
    prepare: (text: string) => {
      asked.push("statement");
      return env.DB.prepare(text);
    },
    batch: (statements: D1PreparedStatement[]) => {
      asked.push(`batch of ${statements.length}`);
      return env.DB.batch(statements);
    },
  } as unknown as D1Database;
  return { orm: createOrm(database), batches: () => asked.filter((one) => one.startsWith("batch")) };
}

test("reads asked for at the same moment leave as one, and each gets its own answer", async () => {
  const home = await aWorkspace();
  const { orm, batches } = createWatched();
  const db = createWorkspaceDb(orm, home.id);
  async function afterAText() {
    await Promise.resolve("a title");
    return db.first(workspaces, eq(workspaces.id, home.id));
  }
  const [people, owner, workspace, byRole] = await Promise.all([
    db.count(users),
    db.all(users, { where: eq(users.role, "owner") }),
    afterAText(),
    db.countBy(users, sql<number>`length(${users.role})`, eq(users.role, "owner")),
  ]);
  expect([people, owner.map((one) => one.id), workspace?.id, byRole]).toEqual([6, [home.people.owner.id], home.id, [[5, 1]]]);
  expect(batches()).toEqual(["batch of 4"]);
  expect(await db.countBy(users, sql<number>`1`, eq(users.role, "nobody"))).toEqual([]);
});

test("a read that follows another, or is of another workspace, waits for nobody", async () => {
  const [home, other] = [await aWorkspace(), await aWorkspace()];
  const { orm, batches } = createWatched();
  const [here, there] = [createWorkspaceDb(orm, home.id), createWorkspaceDb(orm, other.id)];
  expect(await Promise.all([here.first(workspaces, undefined), there.first(workspaces, undefined)])).toMatchObject([
    { id: home.id },
    { id: other.id },
  ]);
  await here.count(users);
  await here.count(users);
  expect(batches()).toEqual([]);
});

test("a read that fails takes none of the others along", async () => {
  const home = await aWorkspace();
  const db = createWorkspaceDb(createOrm(env.DB), home.id);
  const [people, broken, unread] = await Promise.allSettled([
    db.count(users),
    db.count(users, sql`no_such_column = 1`),
    db.count(notifications),
  ]);
  expect([people, unread.status]).toEqual([{ status: "fulfilled", value: 6 }, "fulfilled"]);
  expect(broken.status).toBe("rejected");
});
