import { and, eq, isNull } from "drizzle-orm";
import { mutate } from "#db/mutate.server.ts";
import { alerts } from "#db/schema/floor-watch.ts";
import { serialPlaces, zones } from "#db/schema/warehouse.ts";
import { DuplicateRowError } from "#db/write-errors.ts";
import { insert, merge, updateWhere } from "#db/writes.ts";
import { requirePermission, type ServiceContext } from "../../context.ts";
import type { SerialPlace } from "../ports.ts";
import { factsOfTwins, findTwins, type Twin } from "./find-twins.server.ts";

/**
 * Writes down where a zone has serial numbers as of one of its events, told late or twice without effect, and raises an
 * alert where one lies in another zone as well. Read after it is written: of two zones that tell at once, one sees the other.
 */
export async function projectSerials(
  ctx: ServiceContext,
  told: { zoneId: string; seq: number; places: readonly SerialPlace[] },
): Promise<void> {
  requirePermission(ctx, "warehouse:write");
  const { zoneId, seq, places } = told;
  const toldAt = ctx.clock.now();
  const rows = places.map(({ sku, serial, binId }) => ({
    id: `${zoneId}/${sku}/${serial}`,
    zoneId,
    sku,
    serial,
    state: binId === null ? "away" : "here",
    binId,
    seq,
    toldAt,
  }));
  if (rows.length === 0) return;
  await mutate(ctx, {
    writes: [merge(serialPlaces, { key: ["workspaceId", "sku", "serial", "zoneId"], newest: "seq", keep: ["id"] }, rows)],
    audit: "mirrored",
  });
  const arrived = places.filter(({ binId }) => binId !== null);
  if (arrived.length === 0) return;
  const twins = await findTwins(ctx, zoneId, arrived);
  for (const [subject, own] of Map.groupBy(twins, ({ first }) => first.zoneId)) await raise(ctx, subject, own);
}

async function raise(ctx: ServiceContext, subject: string, [twin, ...others]: readonly Twin[]): Promise<void> {
  if (twin === undefined) return;
  const kind = "serial-twice";
  const [open, zone, facts] = await Promise.all([
    ctx.db.first(alerts, and(eq(alerts.kind, kind), eq(alerts.subject, subject), isNull(alerts.resolvedAt))),
    ctx.db.first(zones, eq(zones.id, subject)),
    factsOfTwins(ctx, [twin, ...others]),
  ]);
  const now = ctx.clock.now();
  if (open !== undefined) {
    await mutate(ctx, { writes: [updateWhere(alerts, eq(alerts.id, open.id), { lastSeenAt: now })], audit: "mirrored" });
    return;
  }
  const id = ctx.ids.next("alr");
  try {
    await mutate(ctx, {
      writes: [insert(alerts, { id, kind, subject, severity: "wrong", openedAt: now, lastSeenAt: now, facts })],
      audit: "mirrored",
      events: [
        { type: "alert.opened", alertId: id, kind, zone: zone?.name ?? subject },
        { type: "data.changed", area: "warehouse" },
      ],
    });
  } catch (error) {
    // The other zone, or the watch, has raised it at the same moment.
    if (!(error instanceof DuplicateRowError)) throw error;
  }
}
