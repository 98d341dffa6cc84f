import type { Period, ShortPick } from "#app/domain/warehouse/monitoring/zone-metrics.ts";

const most = 500;

/** Picks that ended with less than was asked for, the newest first. What lies in the archive by now is left out. */
export function readShortPicks(sql: SqlStorage, firstSeq: number, { fromMs, untilMs }: Period): ShortPick[] {
  return sql
    .exec<ShortPick>(
      `with ended as (
         select tasks.id as taskId, max(events.at) as atMs, tasks.body ->> 'fromBin' as binId, tasks.body ->> 'sku' as sku,
          tasks.body ->> 'qty' as asked, tasks.body ->> 'doneQty' as picked
         from events, json_each(events.touched, '$.tasks') as touched join tasks on tasks.id = touched.value
         where events.seq >= ? and events.at >= ? and events.at < ? and tasks.state = 'done' and tasks.body ->> 'kind' = 'pick'
         group by tasks.id)
       select taskId, atMs, binId, asked, picked, coalesce((select bins.body ->> 'code' from bins where bins.id = binId), binId) as bin,
        coalesce((select items.body ->> 'code' from items where items.sku = ended.sku), ended.sku) as product
       from ended where picked < asked and binId is not null order by atMs desc limit ${most}`,
      firstSeq,
      fromMs,
      untilMs,
    )
    .toArray();
}
