import { type SQL, sql } from "drizzle-orm";
import type { ServiceContext } from "../context.ts";
import type { DimensionId } from "./kinds.ts";

/** What people call values of a dimension. Those that are words already, like states and weekdays, are not in it. */
export async function nameValues(ctx: ServiceContext, dimension: DimensionId, ids: readonly string[]): Promise<Map<string, string>> {
  const query = nameQuery(dimension, ctx.workspaceId, JSON.stringify([...new Set(ids)]));
  if (query === undefined || ids.length === 0) return new Map();
  const rows = await ctx.db.read((orm) => orm.all<{ id: string; name: string }>(query));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

function nameQuery(dimension: DimensionId, workspaceId: string, ids: string): SQL | undefined {
  const byId = (table: string, name: SQL) =>
    sql`select id, ${name} as name from ${sql.identifier(table)} where +workspace_id = ${workspaceId} and id in (select value from json_each(${ids}))`;
  switch (dimension) {
    case "channel":
      return byId("channels", sql`name`);
    case "product":
      return sql`${byId("products", sql`title`)} union all ${offered(workspaceId, ids, sql`key.value`)}`;
    case "sku":
      return sql`${byId("variants", sql`sku`)} union all ${offered(workspaceId, ids, withModel)}`;
    case "listing":
      return sql`${byId("listings", sql`title || case when model_name = '' then '' else ' · ' || model_name end`)}
        union all ${offered(workspaceId, ids, withModel)}`;
    case "warehouse":
      return byId("warehouses", sql`name`);
    case "zone":
      return byId("zones", sql`name`);
    case "person":
    case "asker":
      return byId("users", sql`name`);
    case "site":
      return byId("sites", sql`name`);
    default:
      return undefined;
  }
}

const withModel = sql`key.value`;

/** What is linked to nothing goes by its place on its channel, and is called as the marketplace calls it. */
function offered(workspaceId: string, ids: string, key: SQL): SQL {
  const channelId = sql`substr(${key}, 1, instr(${key}, '/') - 1)`;
  const rest = sql`substr(${key}, instr(${key}, '/') + 1)`;
  const ref = sql`case when instr(${rest}, '/') = 0 then ${rest} else substr(${rest}, 1, instr(${rest}, '/') - 1) end`;
  return sql`select key.value as id, coalesce(
      (select l.title from listings as l where l.channel_id = ${channelId} and l.listing_ref = ${ref} and +l.workspace_id = ${workspaceId} limit 1),
      (select i.title from order_items as i where i.workspace_id = ${workspaceId} and i.channel_id = ${channelId} and i.listing_ref = ${ref} limit 1),
      ${ref}) as name
    from json_each(${ids}) as key where instr(key.value, '/') > 0`;
}
