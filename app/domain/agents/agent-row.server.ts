import { eq } from "drizzle-orm";
import { agents } from "#db/schema/agents.ts";
import { insert, type Write } from "#db/writes.ts";
import type { ServiceContext } from "../context.ts";
import { type AgentSetUp, type Leave, usualSetUp } from "./defaults.ts";
import { notFound } from "../errors.ts";
import { type AgentKind, isAgentKind } from "./kinds.ts";
import { settingsOf } from "./settings.ts";

export type AgentRow = typeof agents.$inferSelect;
/** `row` is missing as long as nobody changed or ran it. */
export type KnownAgent = AgentSetUp & {
  kind: AgentKind;
  settings: Record<string, unknown>;
  nextRunAt: number | null;
  row: AgentRow | undefined;
};

export async function findAgent(ctx: ServiceContext, kind: string): Promise<KnownAgent> {
  if (!isAgentKind(kind)) throw notFound("agent");
  return toKnown(kind, await ctx.db.first(agents, eq(agents.kind, kind)));
}

export function toKnown(kind: AgentKind, row: AgentRow | undefined): KnownAgent {
  const usual = usualSetUp(kind);
  if (row === undefined) return { ...usual, kind, settings: settingsOf(kind, {}), nextRunAt: null, row };
  const { everyMinutes, actionsPerDay, ratePerMinute, burst, nextRunAt } = row;
  const state = row.state === "paused" ? "paused" : "on";
  const autonomy = { ...usual.autonomy, ...(row.autonomy as Record<string, Leave>) };
  return {
    kind,
    state,
    everyMinutes,
    actionsPerDay,
    ratePerMinute,
    burst,
    autonomy,
    settings: settingsOf(kind, row.settings),
    nextRunAt,
    row,
  };
}

/** As it is by itself, from now on with a row of its own. */
export function newAgent(
  ctx: ServiceContext,
  kind: AgentKind,
  set: Partial<Omit<AgentRow, "id" | "workspaceId" | "version" | "kind">>,
): Write {
  const usual = { ...usualSetUp(kind), settings: {}, createdAt: ctx.clock.now(), nextRunAt: ctx.clock.now() };
  return insert(agents, { id: ctx.ids.next("agt"), kind, ...usual, ...set });
}
