import { and, desc, gte, lte, sql } from "drizzle-orm";
import { proposals } from "#db/schema/agents.ts";
import { alerts } from "#db/schema/floor-watch.ts";
import { zones } from "#db/schema/warehouse.ts";
import type { ServiceContext } from "../context.ts";
import { answerWithin } from "../warehouse/monitoring/answer-within.ts";
import type { Happening } from "./events.ts";
import type { Stretch } from "./sources.server.ts";

const answerLimitMs = 4_000;

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

/** Each zone's room is asked; one that does not answer now is asked again at the next look, over the same stretch. */
export async function readShortPicks(ctx: ServiceContext, { fromMs, untilMs, limit }: Stretch): Promise<Happening[]> {
  const known = await ctx.db.all(zones);
  const all = await Promise.all(
    known.map(async ({ id: zoneId, name: zone }) => {
      const asking = ctx.ports.zoneRooms.metrics({ workspaceId: ctx.workspaceId, zoneId }, { fromMs, untilMs: untilMs + 1 });
      const metrics = await answerWithin(answerLimitMs, asking);
      return (metrics?.shortPicks ?? []).map((pick): Happening => ({
        id: `short:${zoneId}:${pick.taskId}`,
        event: "pick-short",
        atMs: pick.atMs,
        subject: { type: "bin", id: pick.binId, label: pick.bin },
        facts: { zone, bin: pick.bin, product: pick.product, missing: pick.asked - pick.picked, asked: pick.asked },
        same: `${zoneId}/${pick.binId}`,
        refs: { zoneId, binId: pick.binId },
        cause: null,
      }));
    }),
  );
  return all
    .flat()
    .toSorted((a, b) => b.atMs - a.atMs)
    .slice(0, limit);
}
