import type { ServiceContext } from "#app/domain/context.ts";
import { carryMessages } from "#app/domain/warehouse/carry-messages.server.ts";
import { projectDemands } from "#app/domain/warehouse/fulfil/project-demands.server.ts";
import { projectSerials } from "#app/domain/warehouse/serials/project-serials.server.ts";
import { projectZone } from "#app/domain/warehouse/project-zone.server.ts";
import { carriedAtOnce, type ZoneBooks } from "./books.server.ts";
import { markCarried, markDemandsTold, markSerialsTold, markTold } from "./storage.server.ts";

type Telling = { books: ZoneBooks; sql: SqlStorage; zoneId: string; seq: number; carriedUpTo: number };

/**
 * Totals, promises and where serial numbers are go to the database, goods on their way to their zone. What changes meanwhile is told the next time.
 * Answers up to which message it has looked.
 */
export async function tellOthers(services: ServiceContext, { books, sql, zoneId, seq, carriedUpTo }: Telling): Promise<number> {
  const [untold, demands, messages] = [books.untold(), books.untoldDemands(), books.waiting(carriedUpTo)];
  const serials = books.untoldSerials();
  if (untold.length > 0) {
    await projectZone(services, { zoneId, seq, totals: books.totals(untold.map(({ sku }) => sku)) });
    markTold(sql, untold);
  }
  if (demands.length > 0) {
    await projectDemands(services, { zoneId, standings: books.demands(demands.map(({ demandLine }) => demandLine)) });
    markDemandsTold(sql, demands);
  }
  if (serials.length > 0) {
    await projectSerials(services, { zoneId, seq, places: books.serialPlaces(serials) });
    markSerialsTold(sql, serials);
  }
  if (messages.length > 0) markCarried(sql, await carryMessages(services, { zoneId, messages }));
  // Goods that another zone does not take must not keep those behind them here: the next look begins after these.
  return messages.length < carriedAtOnce ? 0 : (messages.at(-1)?.id ?? 0);
}

/** Whether anybody still has to hear of something. */
export function hasToTell(books: ZoneBooks): boolean {
  return books.untold().length + books.untoldDemands().length + books.untoldSerials().length + books.waiting(0).length > 0;
}
