import { type SQL, sql } from "drizzle-orm";
import type { Frame, Split } from "./source.ts";

/** Stands where a row has no value of a dimension. */
export const noValue = "none";

export function orNone(id: SQL): SQL {
  return sql`coalesce(${id}, 'none')`;
}

export function channelJoin(channelId: SQL): (frame: Frame) => SQL {
  return ({ workspaceId }) => sql`left join channels as c on c.id = ${channelId} and c.workspace_id = ${workspaceId}`;
}

/** Where things are sold; a source with these has the join `channels`. */
export function shopSplits(channelId: SQL): { channel: Split; vendor: Split } {
  return { channel: { id: orNone(channelId) }, vendor: { id: sql`coalesce(c.vendor, 'none')`, joins: ["channels"] } };
}

/** What a listing is linked to; `on` ties a listing `l` that is already there to its SKU and product. */
export const linkJoins = {
  variants: ({ workspaceId }: Frame) => sql`left join variants as v on v.id = l.variant_id and v.workspace_id = ${workspaceId}`,
  products: ({ workspaceId }: Frame) => sql`left join products as p on p.id = v.product_id and p.workspace_id = ${workspaceId}`,
};
