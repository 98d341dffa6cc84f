import type { Decided, Deciding } from "./deciding.ts";
import { released } from "./reservations.ts";
import { givenBack } from "./tasks.ts";

/** Safe to run at any time and again: what is given back once is not found a second time. */
export function sweep(d: Deciding): Decided {
  const ended = d.zone.reservationsEndedBy(d.nowMs);
  const endedIds = new Set(ended.map(({ id }) => id));
  const leases = d.zone.leasesEndedBy(d.nowMs).filter(({ reservationId }) => reservationId === null || !endedIds.has(reservationId));
  return { changes: [...ended.flatMap((one) => released(d, one)), ...leases.map(givenBack)] };
}
