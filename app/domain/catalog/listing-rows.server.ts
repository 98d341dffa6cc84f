import { and, eq, type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import { channels } from "#db/schema/channels.ts";
import { type listings, products, variants } from "#db/schema/catalog.ts";
import type { ServiceContext } from "../context.ts";
import { isVendor, type VendorId } from "../channels/ports.ts";

/** Many ids in one parameter: D1 takes at most a hundred. */
export function inIds(column: SQL | SQLiteColumn, ids: readonly string[]): SQL {
  return sql`${column} in (select value from json_each(${JSON.stringify(ids)}))`;
}

export type VariantName = { id: string; sku: string; name: string; productId: string; productTitle: string };

export async function variantNames(ctx: ServiceContext, ids: readonly (string | null)[]): Promise<Map<string, VariantName>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return new Map();
  const rows = await ctx.db.read((orm, scope) =>
    orm
      .select({
        id: variants.id,
        sku: variants.sku,
        name: variants.name,
        productId: variants.productId,
        productTitle: products.title,
      })
      .from(variants)
      .innerJoin(products, and(eq(products.id, variants.productId), scope(products)))
      .where(scope(variants, wanted)),
  );
  return new Map(rows.map((row) => [row.id, row]));
}

export type ChannelName = { id: string; name: string; vendor: VendorId };

/** Where a listing is sold, and whether anything can be changed there now. */
export type ChannelSource = { name: ChannelName; state: string };

/** A workspace has a handful of channels: read all. */
export async function channelSources(ctx: ServiceContext): Promise<Map<string, ChannelSource>> {
  const rows = await ctx.db.read((orm, scope) =>
    orm
      .select({ id: channels.id, name: channels.name, vendor: channels.vendor, state: channels.state })
      .from(channels)
      .where(scope(channels)),
  );
  return new Map(rows.flatMap(({ state, id, name, vendor }) => (isVendor(vendor) ? [[id, { name: { id, name, vendor }, state }]] : [])));
}

export async function channelNames(ctx: ServiceContext): Promise<Map<string, ChannelName>> {
  return new Map([...(await channelSources(ctx))].map(([id, { name }]) => [id, name]));
}

/** Counts no further than one past the bound, so that a header stays cheap: "1,000+". */
export async function countUpTo(
  ctx: ServiceContext,
  table: typeof listings | typeof products,
  condition: SQL | undefined,
  bound: number,
): Promise<number> {
  const [row] = await ctx.db.read((orm, scope) => {
    const some = orm
      .select({ one: sql<number>`1`.as("one") })
      .from(table)
      .where(and(scope(table), condition))
      .limit(bound + 1)
      .as("some");
    return orm.select({ rows: sql<number>`count(*)` }).from(some);
  });
  return row?.rows ?? 0;
}
