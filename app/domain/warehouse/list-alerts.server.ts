import { and, desc, eq, isNotNull, isNull, lt } from "drizzle-orm";
import { z } from "zod";
import { alerts } from "#db/schema/floor-watch.ts";
import { zones } from "#db/schema/warehouse.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import { cursorId, type Page, pageSchema, toPage } from "../paging.ts";
import { type AlertFacts, type AlertKind, type AlertSeverity, isAlertKind } from "./alerts/kinds.ts";

export const listAlertsSchema = pageSchema.extend({ state: z.enum(["open", "resolved"], "fieldInvalid").default("open") });

/** `resolvedBy` is null with a time where it went by itself. */
export type Alert = {
  id: string;
  kind: AlertKind;
  severity: AlertSeverity;
  zone: { id: string; name: string };
  openedAt: number;
  lastSeenAt: number;
  acknowledgedBy: string | null;
  acknowledgedAt: number | null;
  resolvedBy: string | null;
  resolvedAt: number | null;
  facts: AlertFacts;
};

/** What is not as it should be on the floor, or was, the newest first. */
export async function listAlerts(ctx: ServiceContext, input: z.input<typeof listAlertsSchema> = {}): Promise<Page<Alert>> {
  requirePermission(ctx, "warehouse:read");
  const { limit, cursor, state } = parseInput(listAlertsSchema, input);
  const before = cursorId(cursor);
  const isThere = state === "open" ? isNull(alerts.resolvedAt) : isNotNull(alerts.resolvedAt);
  const rows = await ctx.db.read((orm, scope) =>
    orm
      .select({ alert: alerts, zone: { id: zones.id, name: zones.name } })
      .from(alerts)
      .innerJoin(zones, and(eq(zones.id, alerts.subject), scope(zones)))
      .where(and(scope(alerts), isThere, before === undefined ? undefined : lt(alerts.id, before)))
      .orderBy(desc(alerts.id))
      .limit(limit + 1),
  );
  const found = rows.flatMap(({ alert, zone }) => {
    const { workspaceId: _workspace, version: _version, subject: _subject, kind, severity, ...rest } = alert;
    return isAlertKind(kind) ? [{ ...rest, kind, zone, severity: severity === "wrong" ? ("wrong" as const) : ("watch" as const) }] : [];
  });
  return toPage(found, limit);
}
