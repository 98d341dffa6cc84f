import { and, eq, inArray, isNull } from "drizzle-orm";
import { workspaces } from "#db/schema/accounts.ts";
import { proposals } from "#db/schema/agents.ts";
import { alerts } from "#db/schema/floor-watch.ts";
import { orders } from "#db/schema/orders.ts";
import { recommendations } from "#db/schema/selling.ts";
import { questions } from "#db/schema/service.ts";
import { dayOfWeek, zonedDay } from "#app/platform/zoned-days.ts";
import type { Facts } from "../conditions.ts";
import type { ServiceContext } from "../context.ts";

/** How things stand, for triggers that go by the clock. */
export async function readFigures(ctx: ServiceContext, timeZone: string): Promise<Facts> {
  const [ordersToShip, openQuestions, openProposals, openAlerts, openAdvice] = await Promise.all([
    ctx.db.count(orders, inArray(orders.state, ["held", "ready"])),
    ctx.db.count(questions, eq(questions.state, "open")),
    ctx.db.count(proposals, eq(proposals.state, "open")),
    ctx.db.count(alerts, and(isNull(alerts.resolvedAt))),
    ctx.db.count(recommendations, eq(recommendations.state, "open")),
  ]);
  return { ordersToShip, openQuestions, openProposals, openAlerts, openAdvice, weekday: dayOfWeek(zonedDay(ctx.clock.now(), timeZone)) };
}

export async function timeZoneOf(ctx: ServiceContext): Promise<string> {
  return (await ctx.db.first(workspaces, eq(workspaces.id, ctx.workspaceId)))?.timeZone ?? "UTC";
}
