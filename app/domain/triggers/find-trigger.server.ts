import { eq } from "drizzle-orm";
import { triggers } from "#db/schema/triggers.ts";
import type { ServiceContext } from "../context.ts";
import { notFound } from "../errors.ts";
import { toTrigger, type Trigger, type TriggerRow } from "./trigger-row.ts";

export async function findTrigger(ctx: ServiceContext, id: string): Promise<{ row: TriggerRow; trigger: Trigger }> {
  const row = await ctx.db.first(triggers, eq(triggers.id, id));
  const trigger = row === undefined ? undefined : toTrigger(row);
  if (row === undefined || trigger === undefined) throw notFound("trigger");
  return { row, trigger };
}
