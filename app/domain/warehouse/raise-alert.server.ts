import { and, eq, isNull } from "drizzle-orm";
import { mutate } from "#db/mutate.server.ts";
import { alerts } from "#db/schema/floor-watch.ts";
import { insert, update } from "#db/writes.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import type { DomainEvent } from "../events.ts";
import { findZone } from "./read-zone.server.ts";
import { type RaiseAlertInput, raiseAlertSchema } from "./schemas.ts";

/** Says that something is not as it should be, by somebody who looks at more than one zone's numbers. Each kind is open once. */
export async function raiseAlert(ctx: ServiceContext, input: RaiseAlertInput): Promise<{ alertId: string }> {
  requirePermission(ctx, "warehouse:write");
  const { zoneId, kind, severity, facts } = parseInput(raiseAlertSchema, input);
  const zone = await findZone(ctx, zoneId);
  const now = ctx.clock.now();
  const open = await ctx.db.first(alerts, and(eq(alerts.subject, zoneId), eq(alerts.kind, kind), isNull(alerts.resolvedAt)));
  const alertId = open?.id ?? ctx.ids.next("alr");
  const changed: DomainEvent = { type: "data.changed", area: "warehouse" };
  await mutate(ctx, {
    writes: [
      open === undefined
        ? insert(alerts, { id: alertId, kind, subject: zoneId, severity, facts, openedAt: now, lastSeenAt: now })
        : update(alerts, open, { severity, facts, lastSeenAt: now }),
    ],
    audit: "mirrored",
    events: open === undefined ? [changed, { type: "alert.opened", alertId, kind, zone: zone.name }] : [changed],
  });
  return { alertId };
}
