import { and, desc, gte, lte, sql } from "drizzle-orm";
import { proposals } from "#db/schema/agents.ts";
import { alerts } from "#db/schema/floor-watch.ts";
import { zones } from "#db/schema/warehouse.ts";
import type { ServiceContext } from "../context.ts";
import { listShortPicks } from "../warehouse/list-short-picks.server.ts";
import type { Happening } from "./events.ts";
import type { Stretch } from "./sources.server.ts";

export async function readAlerts(ctx: ServiceContext, { fromMs, untilMs, limit }: Stretch): Promise<Happening[]> {
  const where = and(gte(alerts.openedAt, fromMs), lte(alerts.openedAt, untilMs));
  const [rows, known] = await Promise.all([ctx.db.all(alerts, { where, orderBy: desc(alerts.openedAt), limit }), ctx.db.all(zones)]);
  const nameOf = new Map(known.map(({ id, name }) => [id, name]));
  const raisedBy = await proposalsThatRaised(ctx, fromMs);
  return rows.map((row) => {
    const zone = nameOf.get(row.subject) ?? row.subject;
    return {
      id: `alert:${row.id}`,
      event: "alert-opened" as const,
      atMs: row.openedAt,
      subject: { type: "zone", id: row.subject, label: zone },
      facts: { kind: row.kind, severity: row.severity, zone },
      same: `${row.kind}/${row.subject}`,
      refs: { zoneId: row.subject, alertId: row.id },
      cause: raisedBy.get(row.id) ?? null,
    };
  });
}

/** An alert that an agent raised is what its proposal came to. */
async function proposalsThatRaised(ctx: ServiceContext, fromMs: number): Promise<Map<string, string>> {
  const where = and(sql`${proposals.tool} = 'raise-alert'`, gte(proposals.createdAt, fromMs));
  const rows = await ctx.db.all(proposals, { where, orderBy: desc(proposals.id), limit: 500 });
  return new Map(
    rows.flatMap(({ id, result }) => {
      const alertId = result?.["alertId"];
      return typeof alertId === "string" ? [[alertId, id] as const] : [];
    }),
  );
}

export async function readShortPicks(ctx: ServiceContext, { fromMs, untilMs, limit }: Stretch): Promise<Happening[]> {
  const picks = await listShortPicks(ctx, { fromMs, untilMs: untilMs + 1 });
  return picks.slice(0, limit).map((pick): Happening => ({
    id: `short:${pick.zone.id}:${pick.taskId}`,
    event: "pick-short",
    atMs: pick.atMs,
    subject: { type: "bin", id: pick.binId, label: pick.bin },
    facts: { zone: pick.zone.name, bin: pick.bin, product: pick.product, missing: pick.asked - pick.picked, asked: pick.asked },
    same: `${pick.zone.id}/${pick.binId}`,
    refs: { zoneId: pick.zone.id, binId: pick.binId },
    cause: null,
  }));
}
