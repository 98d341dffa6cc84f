import { and, eq, gt, isNotNull, isNull } from "drizzle-orm";
import { proposals } from "#db/schema/agents.ts";
import type { ServiceContext } from "../context.ts";
import type { AgentKind } from "./kinds.ts";

const dayMs = 24 * 3_600_000;

/** How much of its day's number an agent has used. */
export function autoDoneToday(ctx: ServiceContext, kind: AgentKind): Promise<number> {
  const sinceYesterday = gt(proposals.decidedAt, ctx.clock.now() - dayMs);
  return ctx.db.count(
    proposals,
    and(eq(proposals.agent, kind), sinceYesterday, isNotNull(proposals.decidedAt), isNull(proposals.decidedBy)),
  );
}
