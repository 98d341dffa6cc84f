import type { ZoneMove } from "#app/domain/warehouse/ports.ts";

type Asked = { skus: readonly string[]; beforeMs: number; limit: number };

/** What these goods gained and lost here, the newest first: ways between two bins are none, as the zone has as much as before. */
export function readMoves(sql: SqlStorage, { skus, beforeMs, limit }: Asked): ZoneMove[] {
  const isBin = (side: "from" | "to") => `(${side}_account like 'bin:%')`;
  return sql
    .exec<ZoneMove>(
      `select id, at, sku, reason, qty * (${isBin("to")} - ${isBin("from")}) as delta from movements
       where sku in (select value from json_each(?)) and at < ?
         and (${isBin("to")} <> ${isBin("from")} or reason in ('inspected', 'status'))
       order by at desc, id desc limit ?`,
      JSON.stringify(skus),
      beforeMs,
      limit,
    )
    .toArray();
}
