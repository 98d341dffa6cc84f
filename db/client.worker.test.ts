import { env } from "cloudflare:workers";
import { and, asc, count, eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { createOrm, createWorkspaceDb, type WorkspaceTable } from "./client.server.ts";
import { apiKeys, invitations, mailTokens, sessions, users, workspaces } from "./schema/accounts.ts";
import { auditLog } from "./schema/audit.ts";
import { listings } from "./schema/catalog.ts";
import { deadLetters, outbox } from "./schema/delivery.ts";
import { notifications } from "./schema/notifications.ts";
import { createStage } from "./testing/stage.ts";
import { aWorkspace } from "./testing/world.ts";

const tables: WorkspaceTable[] = [
  workspaces,
  users,
  sessions,
  mailTokens,
  invitations,
  apiKeys,
  auditLog,
  notifications,
  deadLetters,
  outbox,
];
const everything = sql`1 = 1 or 1 = 1`;

test("no read returns a row of another workspace, whatever it asks for", async () => {
  const [home, other] = [await aWorkspace(), await aWorkspace()];
  const { db } = createStage().as(home, { role: "owner" });
  for (const table of tables) {
    for (const where of [undefined, everything, eq(table.workspaceId, other.id)]) {
      const rows = await db.all(table, { where });
      expect(rows.every((row) => (row as { workspaceId: string }).workspaceId === home.id)).toBe(true);
      expect(await db.count(table, where)).toBe(rows.length);
      const first = await db.first(table, where);
      expect(first === undefined || (first as { workspaceId: string }).workspaceId === home.id).toBe(true);
    }
    expect(await db.all(table, { where: eq(table.workspaceId, other.id) })).toEqual([]);
  }
  expect(await db.first(users, eq(users.id, other.people.owner.id))).toBeUndefined();
  expect(await db.count(users)).toBe(6);
});

test("joins and aggregates stay inside when every table is scoped", async () => {
  const [home, other] = [await aWorkspace(), await aWorkspace()];
  const db = createWorkspaceDb(createOrm(env.DB), home.id);
  const rows = await db.read((orm, scope) =>
    orm
      .select({ workspaceId: users.workspaceId, sessions: count() })
      .from(users)
      .innerJoin(sessions, and(eq(sessions.userId, users.id), scope(sessions)))
      .where(scope(users))
      .groupBy(users.workspaceId),
  );
  expect(rows).toEqual([{ workspaceId: home.id, sessions: 6 }]);
  expect(other.id).not.toBe(home.id);
});

test("order and limit are kept", async () => {
  const home = await aWorkspace();
  const { db } = createStage().as(home, { role: "owner" });
  const rows = await db.all(users, { orderBy: [asc(users.role), asc(users.id)], limit: 2 });
  expect(rows.map((row) => row.role)).toEqual(["admin", "analyst"]);
});

test("rows are looked up by their ids and their workspace only tests them", async () => {
  const database = createWorkspaceDb(createOrm(env.DB), "wsp_1");
  const query = await database.read((orm, scope) =>
    Promise.resolve(
      orm
        .select()
        .from(listings)
        .where(scope(listings, ["lst_1"]))
        .toSQL(),
    ),
  );
  const { results } = await env.DB.prepare(`explain query plan ${query.sql}`)
    .bind(...query.params)
    .all<{ detail: string }>();
  expect(results[0]?.detail).toContain("(id=?)");
});
