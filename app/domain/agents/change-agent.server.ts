import { parseUntrusted } from "#app/platform/parse-untrusted.ts";
import type { z } from "zod";
import { mutate } from "#db/mutate.server.ts";
import { agents } from "#db/schema/agents.ts";
import { update } from "#db/writes.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { AppError, parseInput } from "../errors.ts";
import { findAgent, type KnownAgent, newAgent } from "./agent-row.server.ts";
import { toolsOf } from "./defaults.ts";
import type { AgentKind } from "./kinds.ts";
import { changeAgentSchema } from "./schemas.ts";
import { agentSettings } from "./settings.ts";

type Asked = z.output<typeof changeAgentSchema>;

/** Sets how often an agent looks, what it may do without asking, and its limits; or pauses it. */
export async function changeAgent(ctx: ServiceContext, input: z.input<typeof changeAgentSchema>): Promise<void> {
  requirePermission(ctx, "agents:write");
  const asked = parseInput(changeAgentSchema, input);
  if (Object.keys(asked).length === 1) throw new AppError("invalid", "nothingAsked");
  const known = await findAgent(ctx, asked.kind);
  const { kind } = known;
  const before = setUpOf(known);
  const after = changed(kind, before, asked);
  const names = Object.keys(after).filter((name) => asked[name as keyof Asked] !== undefined);
  const set = { ...after, nextRunAt: nextRunAt(known, after, ctx.clock.now()) };
  await mutate(ctx, {
    writes: [known.row === undefined ? newAgent(ctx, kind, set) : update(agents, known.row, set)],
    audit: {
      action: "agent.changed",
      subject: { type: "agent", id: kind, label: kind },
      before: picked(before, names),
      after: picked(after, names),
    },
    events: [{ type: "data.changed", area: "agents" }],
  });
}

type SetUp = ReturnType<typeof setUpOf>;

function setUpOf({ state, everyMinutes, actionsPerDay, ratePerMinute, burst, autonomy, settings }: KnownAgent) {
  return { state, everyMinutes, actionsPerDay, ratePerMinute, burst, autonomy, settings };
}

function changed(kind: AgentKind, before: SetUp, asked: Asked): SetUp {
  return {
    state: asked.state ?? before.state,
    everyMinutes: asked.everyMinutes ?? before.everyMinutes,
    actionsPerDay: asked.actionsPerDay ?? before.actionsPerDay,
    ratePerMinute: asked.ratePerMinute ?? before.ratePerMinute,
    burst: asked.burst ?? before.burst,
    autonomy: { ...before.autonomy, ...ownTools(kind, asked.autonomy ?? {}) },
    settings: ownSettings(kind, { ...before.settings, ...asked.settings }),
  };
}

function ownTools(kind: AgentKind, autonomy: NonNullable<Asked["autonomy"]>): Record<string, "ask" | "auto"> {
  const foreign = Object.keys(autonomy).filter((tool) => !toolsOf[kind].some((own) => own === tool));
  if (foreign.length > 0) throw badFields(foreign.map((tool) => `autonomy.${tool}`));
  return autonomy;
}

function ownSettings(kind: AgentKind, settings: Record<string, unknown>): Record<string, unknown> {
  const checked = parseUntrusted(agentSettings[kind].strict(), settings);
  if (!checked.success) throw badFields(checked.error.issues.map((issue) => `settings.${issue.path.join(".")}`));
  return checked.data;
}

function badFields(names: readonly string[]): AppError {
  return new AppError("invalid", "checkFields", { fields: Object.fromEntries(names.map((name) => [name, "fieldInvalid"] as const)) });
}

/** Whoever switches an agent on wants to see it look; another rhythm counts from now. */
function nextRunAt(known: KnownAgent, after: SetUp, nowMs: number): number {
  if (known.state === "paused" && after.state === "on") return nowMs;
  if (known.everyMinutes === after.everyMinutes && known.nextRunAt !== null) return known.nextRunAt;
  return nowMs + after.everyMinutes * 60_000;
}

/** What was asked to change, as it is on one side. */
function picked(setUp: SetUp, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(setUp).filter(([name]) => names.includes(name)));
}
