import { eq } from "drizzle-orm";
import { workspaces } from "#db/schema/accounts.ts";
import type { ServiceContext } from "../context.ts";
import { wallNow } from "./period.ts";
import { type Plan, planQuery } from "./plan-query.ts";
import type { MetricQuery } from "./schemas.ts";

/** A query checked and understood where the workspace is. */
export async function openQuery(ctx: ServiceContext, asked: MetricQuery): Promise<{ plan: Plan; mainCurrency: string }> {
  const home = await ctx.db.first(workspaces, eq(workspaces.id, ctx.workspaceId));
  const timeZone = home?.timeZone ?? "UTC";
  return { plan: planQuery(asked, { now: wallNow(ctx.clock.now(), timeZone), timeZone }), mainCurrency: home?.currency ?? "" };
}
