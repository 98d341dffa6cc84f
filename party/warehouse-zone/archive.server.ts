import type { Touched } from "#app/domain/warehouse/ledger/store.ts";
import type { ArchivedEvent } from "#app/domain/warehouse/monitoring/event-segment.ts";
import { keptGap } from "./books.server.ts";
import { forgetEvents } from "./storage.server.ts";

/** Figures and reports look back for at most this long. */
const keptMs = 15 * 24 * 3_600_000;
/** Only whole ones are moved, so that what is inside follows from where it begins. */
const eventsInSegment = 1_000;

/**
 * Moves one stretch of old events out of the zone's books, if there is one. `store` ends only once they can be read there:
 * a stop before that leaves them here, one after it stores the same again.
 */
export async function archiveOldEvents(
  sql: SqlStorage,
  nowMs: number,
  store: (events: readonly ArchivedEvent[]) => Promise<void>,
): Promise<void> {
  const rows = sql
    .exec<{ seq: number; command_id: string; at: number; touched: string; actor_id: string | null; device: string | null }>(
      "select seq, command_id, at, touched, actor_id, device from events where seq <= (select last_seq from meta) - ? order by seq limit ?",
      keptGap,
      eventsInSegment,
    )
    .toArray();
  const last = rows.at(-1);
  if (last === undefined || rows.length < eventsInSegment || last.at >= nowMs - keptMs) return;
  await store(
    rows.map(({ seq, command_id: commandId, at, touched, actor_id: actorId, device }): ArchivedEvent => {
      const event = { seq, commandId, at, touched: JSON.parse(touched) as Touched };
      return actorId === null ? event : { ...event, by: { actorId, device } };
    }),
  );
  forgetEvents(sql, last.seq);
}
