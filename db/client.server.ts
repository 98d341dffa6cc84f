import { and, count, eq, getTableName, type InferSelectModel, type SQL, sql } from "drizzle-orm";
import { drizzle, type DrizzleD1Database } from "drizzle-orm/d1";
import type { SQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";
import { createReadTogether, type Query } from "./read-together.server.ts";
import { apiKeys } from "./schema/accounts.ts";
import { floorDevices, floorShifts } from "./schema/floor.ts";
import { sites } from "./schema/sites.ts";

export type Orm = DrizzleD1Database;

/** A table whose rows belong to a workspace. */
export type WorkspaceTable = SQLiteTable & { workspaceId: SQLiteColumn };

type ReadOptions = {
  where?: SQL | undefined;
  /** Only the rows with these ids, however many, each looked up by its key. */
  ids?: readonly string[] | undefined;
  /** The condition finds its few rows by itself, by a search or a list of other keys. */
  isLed?: boolean | undefined;
  orderBy?: SQL | SQL[] | undefined;
  limit?: number | undefined;
};

/** A condition on a workspace's rows; with ids on those of them, which then lead the reading. `led`: something else in the condition does. */
type Scope = (table: WorkspaceTable, by?: readonly string[] | "led") => SQL;

/**
 * The only way verbs read: every query is narrowed to one workspace before it leaves. Those asked at the same moment leave together.
 * Columns of other workspaces cannot be named by accident, because the condition is added here and not by the caller.
 */
export type WorkspaceDb = {
  workspaceId: string;
  /** All rows that match, in the given order. */
  all<T extends WorkspaceTable>(table: T, options?: ReadOptions): Promise<InferSelectModel<T>[]>;
  first<T extends WorkspaceTable>(table: T, where: SQL | undefined): Promise<InferSelectModel<T> | undefined>;
  count(table: WorkspaceTable, where?: SQL): Promise<number>;
  /** How many rows there are for each value of an expression, as pairs. */
  countBy(table: WorkspaceTable, expression: SQL<number>, where?: SQL): Promise<[value: number, rows: number][]>;
  /** For joins and other aggregates: put `scope(table)` into the condition of every table read. */
  read<Result>(build: Build<Promise<Result>>): Promise<Result>;
  /** The same for several queries without columns of one name, which leave together with whatever else is asked at this moment. */
  readAll<const Queries extends readonly Query<unknown>[]>(build: Build<Queries>): Promise<Answers<Queries>>;
};

type Build<Built> = (orm: Orm, scope: Scope) => Built;
type Answers<Queries> = { -readonly [Place in keyof Queries]: Queries[Place] extends PromiseLike<infer Rows> ? Rows : never };

export function createOrm(database: D1Database): Orm {
  return drizzle(database);
}

export function createWorkspaceDb(orm: Orm, workspaceId: string): WorkspaceDb {
  const readTogether = createReadTogether(orm);
  const scope: Scope = (table, by) => {
    if (by === undefined) return eq(table.workspaceId, workspaceId);
    return by === "led" ? tested(table, workspaceId) : keyed(table, workspaceId, by);
  };
  // Parentheses of our own: an OR in hand-written SQL must not reach past the workspace.
  const inside = (table: WorkspaceTable, where: SQL | undefined, by?: Parameters<Scope>[1]) =>
    and(scope(table, by), where && sql`(${where})`);
  async function select<T extends WorkspaceTable>(
    table: T,
    { where, ids, isLed, orderBy, limit }: ReadOptions,
  ): Promise<InferSelectModel<T>[]> {
    const order = orderBy === undefined ? [] : Array.isArray(orderBy) ? orderBy : [orderBy];
    const query = orm
      .select()
      .from(table as SQLiteTable)
      .where(inside(table, where, ids ?? (isLed === true ? "led" : undefined)))
      .orderBy(...order)
      .$dynamic();
    return (await readTogether(limit === undefined ? query : query.limit(limit))) as InferSelectModel<T>[];
  }
  return {
    workspaceId,
    all: (table, options = {}) => select(table, options),
    first: async (table, where) => (await select(table, { where, limit: 1 }))[0],
    count: async (table, where) => {
      const [row] = await readTogether(orm.select({ rows: count() }).from(table).where(inside(table, where)));
      return row?.rows ?? 0;
    },
    countBy: async (table, expression, where) => {
      const columns = { value: expression.as("value"), rows: count().as("rows") };
      const groups = orm.select(columns).from(table).where(inside(table, where)).groupBy(expression).as("groups");
      // One row, not one a group: each row is an answer that D1 writes, and the Worker reads, by itself.
      const all = sql<string>`json_group_array(json_array(${groups.value}, ${groups.rows}))`.as("all");
      const [row] = await readTogether(orm.select({ all }).from(groups));
      return JSON.parse(row?.all ?? "[]") as [number, number][];
    },
    read: (build) => build(orm, scope),
    async readAll<const Queries extends readonly Query<unknown>[]>(build: Build<Queries>) {
      const answers: unknown = await Promise.all(build(orm, scope).map((query) => readTogether(query)));
      return answers as Answers<Queries>;
    },
  };
}

/**
 * Without statistics SQLite takes a workspace for narrower than a list of keys and reads all of its rows: the plus keeps the
 * workspace a test of what the keys lead to.
 */
function tested(table: WorkspaceTable, workspaceId: string): SQL {
  return sql`+${table.workspaceId} = ${workspaceId}`;
}

/** One parameter for all ids: D1 takes at most a hundred. */
export function keyed(table: WorkspaceTable, workspaceId: string, ids: readonly string[]): SQL {
  return sql`${tested(table, workspaceId)} and ${sql.identifier(getTableName(table))}."id" in (select value from json_each(${JSON.stringify(ids)}))`;
}

/** For the queries of every request: their SQL is worked out once, which takes drizzle about as long as D1 takes to answer. */
export function preparedOnce<Query>(prepare: (orm: Orm) => Query): (orm: Orm) => Query {
  const known = new WeakMap<Orm, Query>();
  return (orm) => {
    const query = known.get(orm) ?? prepare(orm);
    known.set(orm, query);
    return query;
  };
}

/** "Last used" is a trace, not a change: no audit row, no version. */
export async function touchApiKey(orm: Orm, keyId: string, nowMs: number): Promise<void> {
  await orm.update(apiKeys).set({ lastUsedAt: nowMs }).where(eq(apiKeys.id, keyId));
}

/** The same for a tablet and for the time somebody holds it. */
export async function touchTablet(
  orm: Orm,
  { deviceId, shiftId }: { deviceId: string; shiftId: string | null },
  nowMs: number,
): Promise<void> {
  await orm.update(floorDevices).set({ lastSeenAt: nowMs }).where(eq(floorDevices.id, deviceId));
  if (shiftId !== null) await orm.update(floorShifts).set({ lastSeenAt: nowMs }).where(eq(floorShifts.id, shiftId));
}

/** The same for when a site's first and last events came. */
export async function touchSite(orm: Orm, siteId: string, nowMs: number): Promise<void> {
  const firstEventAt = sql<number>`coalesce(${sites.firstEventAt}, ${nowMs})`;
  const lastEventAt = sql<number>`max(coalesce(${sites.lastEventAt}, 0), ${nowMs})`;
  await orm.update(sites).set({ firstEventAt, lastEventAt }).where(eq(sites.id, siteId));
}
