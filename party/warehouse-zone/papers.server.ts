import { binOf, type Task } from "#app/domain/warehouse/ledger/facts.ts";
import type { ZoneReader } from "#app/domain/warehouse/ledger/store.ts";
import type { ZoneApproval, ZonePlate } from "#app/domain/warehouse/ports.ts";

/** What stands on a plate by the books; undefined for one that was never used here. */
export function readPlate(zone: ZoneReader, id: string): ZonePlate | undefined {
  const plate = zone.plate(id);
  if (plate === undefined) return undefined;
  return {
    id,
    parent: plate.parent,
    binId: binOf(plate.account) ?? null,
    plates: zone.platesIn(id).map((one) => one.id),
    goods: zone.linesOnPlate(id).map(({ sku, lot, qty }) => ({ sku, lot, qty })),
  };
}

/** Corrections that wait for a second pair of eyes, the oldest first. */
export function readApprovals(zone: ZoneReader, sql: SqlStorage): ZoneApproval[] {
  const rows = sql.exec<{ body: string }>("select body from tasks where state = 'open' and body ->> '$.kind' = 'approve' order by id");
  const tasks = rows.toArray().map(({ body }) => JSON.parse(body) as Task);
  return tasks
    .toSorted((a, b) => a.createdAt - b.createdAt)
    .map(({ id, fromBin, askedBy, createdAt, corrections }) => ({
      taskId: id,
      binId: fromBin ?? "",
      askedBy: askedBy?.name ?? null,
      createdAt,
      corrections: corrections.map((one) => ({
        ...one,
        onBooks: zone.line({ account: `bin:${fromBin ?? ""}`, sku: one.sku, lot: one.lot, plate: one.plate, status: one.status })?.qty ?? 0,
      })),
    }));
}
