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
      return sql`${byId("products", sql`title`)} union all ${offered(workspaceId, ids)} union all ${seen(workspaceId, ids)}`;
    case "sku":
      return sql`${byId("variants", sql`sku`)} union all ${offered(workspaceId, ids)}`;
    case "listing":
      return sql`${byId("listings", sql`title || case when model_name = '' then '' else ' · ' || model_name end`)}
        union all ${offered(workspaceId, ids)}`;
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

/** What is linked to nothing goes by its place on its channel, and is called as the marketplace calls it. */
function offered(workspaceId: string, ids: string): SQL {
  const key = sql`key.value`;
  const channelId = sql`substr(${key}, 1, instr(${key}, '/') - 1)`;
  const rest = sql`substr(${key}, instr(${key}, '/') + 1)`;
  const ref = sql`case when instr(${rest}, '/') = 0 then ${rest} else substr(${rest}, 1, instr(${rest}, '/') - 1) end`;
  return sql`select key.value as id, coalesce(
      (select l.title from listings as l where l.channel_id = ${channelId} and l.listing_ref = ${ref} and +l.workspace_id = ${workspaceId} limit 1),
      (select i.title from order_items as i where i.workspace_id = ${workspaceId} and i.channel_id = ${channelId} and i.listing_ref = ${ref} limit 1),
      ${ref}) as name
    from json_each(${ids}) as key where instr(key.value, '/') > 0`;
}

/** What a page of the shop showed and the catalogue does not have, by the name it had there. */
function seen(workspaceId: string, ids: string): SQL {
  return sql`select m.product_key as id, coalesce((select shown.value ->> 'name' from interactions as i, json_each(i.products) as shown
      where i.id = m.latest and i.workspace_id = ${workspaceId} and shown.value ->> 'key' = m.product_key), m.product_key) as name
    from (select product_key, max(interaction_id) as latest from interaction_products where workspace_id = ${workspaceId} and product_id is null
      and product_key in (select value from json_each(${ids})) group by product_key) as m`;
}
