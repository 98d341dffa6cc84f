import { and, desc, gt, lt, sql } from "drizzle-orm";
import type { z } from "zod";
import { triggerFirings, triggers } from "#db/schema/triggers.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import { cursorId, type Page, toPage } from "../paging.ts";
import { listTriggersSchema } from "./schemas.ts";
import { toTrigger, type Trigger } from "./trigger-row.ts";

const weekMs = 7 * 24 * 3_600_000;

/** `fired` and `failed` count the last seven days. */
export type TriggerSummary = Trigger & { lastFiredAt: number | null; fired: number; failed: number };

/** Every trigger there is, the newest first, with what it did lately. */
export async function listTriggers(ctx: ServiceContext, input: z.input<typeof listTriggersSchema> = {}): Promise<Page<TriggerSummary>> {
  requirePermission(ctx, "triggers:read");
  const { limit, cursor } = parseInput(listTriggersSchema, input);
  const before = cursorId(cursor);
  const since = ctx.clock.now() - weekMs;
  const [rows, counts] = await Promise.all([
    ctx.db.all(triggers, {
      where: before === undefined ? undefined : lt(triggers.id, before),
      orderBy: desc(triggers.id),
      limit: limit + 1,
    }),
    ctx.db.read((orm, scope) =>
      orm
        .select({
          triggerId: triggerFirings.triggerId,
          last: sql<number>`max(${triggerFirings.createdAt})`,
          fired: sql<number>`sum(${triggerFirings.state} <> 'stopped')`,
          failed: sql<number>`sum(${triggerFirings.state} = 'failed')`,
        })
        .from(triggerFirings)
        .where(and(scope(triggerFirings), gt(triggerFirings.createdAt, since)))
        .groupBy(triggerFirings.triggerId),
    ),
  ]);
  const page = toPage(rows, limit);
  const countOf = new Map(counts.map((one) => [one.triggerId, one]));
  const data = page.data.flatMap((row) => {
    const trigger = toTrigger(row);
    const count = countOf.get(row.id);
    return trigger === undefined
      ? []
      : [{ ...trigger, lastFiredAt: count?.last ?? null, fired: count?.fired ?? 0, failed: count?.failed ?? 0 }];
  });
  return { data, nextCursor: page.nextCursor };
}
