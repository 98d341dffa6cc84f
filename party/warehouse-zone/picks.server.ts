import type { ZonePick } from "#app/domain/warehouse/ports.ts";
import { firstSince } from "./metrics.server.ts";

type Asked = { demandLines: readonly string[]; sinceMs: number };

const most = 5_000;

/** Who took what out of which bin for these demand lines, and when: the first first, and nothing from before `sinceMs`. */
export function readPicks(sql: SqlStorage, { demandLines, sinceMs }: Asked): ZonePick[] {
  return sql
    .exec<ZonePick>(
      `with wanted as materialized (
         select tasks.id as task, reservations.demand_line as line, reservations.sku as sku
         from json_each(?) as named join reservations on reservations.demand_line = named.value
         join tasks on tasks.reservation_id = reservations.id)
       select wanted.line as demandLine, at, actor_id as actorId, movements.lot as lot, qty,
        coalesce((select items.body ->> 'code' from items where items.sku = movements.sku), movements.sku) as product,
        coalesce((select items.body ->> 'title' from items where items.sku = movements.sku), movements.sku) as title,
        coalesce((select bins.body ->> 'code' from bins where bins.id = substr(from_account, 5)), substr(from_account, 5)) as bin
       from movements join wanted on wanted.task = movements.task_id
       where movements.sku in (select sku from wanted) and movements.id >= ? and reason = 'picked' order by movements.id limit ${most}`,
      JSON.stringify(demandLines),
      firstSince(sql, "movements", sinceMs),
    )
    .toArray();
}
