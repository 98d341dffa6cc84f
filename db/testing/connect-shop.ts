import { env } from "cloudflare:workers";
import { failSync } from "#app/domain/channels/end-sync.server.ts";
import { finishConnection } from "#app/domain/channels/finish-connection.server.ts";
import { planSync } from "#app/domain/channels/plan-sync.server.ts";
import type { VendorId } from "#app/domain/channels/ports.ts";
import { startConnection } from "#app/domain/channels/start-connection.server.ts";
import { phasesOf, type Run } from "#app/domain/channels/sync-phases.server.ts";
import { findRun, type RunRow } from "#app/domain/channels/sync-run.server.ts";
import type { StepInput } from "#app/domain/channels/sync-step.server.ts";
import { type Outcome, type StepAt, takeStep } from "#app/domain/channels/take-step.server.ts";
import type { ServiceContext } from "#app/domain/context.ts";
import type { Stage } from "./stage.ts";

const demoAccounts: Record<VendorId, string> = { "mercado-livre": "200300", shopee: "shop:2000002" };

/** What the marketplace sends the browser back with, after a decision on its page. */
export async function decide(stage: Stage, url: string, decision: "allow" | "deny", account: string): Promise<string> {
  const body = new URLSearchParams({ decision, account, days: "365" });
  const answer = await stage.marketplaces.browse(new Request(url, { method: "POST", body }));
  const location = answer.headers.get("location");
  if (location === null) throw new Error(`the vendor's page sent nobody back: ${answer.status}`);
  return new URL(location).search;
}

/** Connects a shop as a seller does: through the vendor's page and back. */
export async function connectShop(
  stage: Stage,
  ctx: ServiceContext,
  vendor: VendorId,
  account = demoAccounts[vendor],
): Promise<{ channelId: string; runId: string }> {
  const { url } = await startConnection(ctx, { vendor });
  const finished = await finishConnection(ctx, { vendor, query: await decide(stage, url, "allow", account) });
  if (finished.kind !== "connected") throw new Error("the consent covers several shops");
  const { channelId } = finished;
  const started = stage.committed.findLast(({ event }) => event.type === "sync.requested");
  if (started?.event.type !== "sync.requested") throw new Error("no sync was requested");
  return { channelId, runId: started.event.runId };
}

/** Reads a whole shop step by step, without a workflow around it; anything that goes wrong goes wrong here. */
export async function runSync(system: ServiceContext, input: StepInput): Promise<void> {
  const plan = await planSync(system, input);
  if (plan === "stopped") throw new Error("there is nothing to run");
  try {
    for (const { name, run } of phasesOf({ ...input, workspaceId: system.workspaceId, visitor: noVisitor }, plan)) {
      if (!withoutShop.has(name)) await toEnd(system, run);
    }
  } catch (error) {
    await failSync(system, { ...input, fault: "unexpected", text: String(error) });
    throw error;
  }
}

/** What costs most and brings no rows of the shop itself. */
const withoutShop = new Set(["link", "details", "advice"]);

function noVisitor(): never {
  throw new Error("only a run of what is new reaches other workspaces");
}

async function toEnd(system: ServiceContext, run: Run): Promise<void> {
  for (let place: string | null = null; ;) {
    const result = await run(system, place);
    if (result === "stopped") throw new Error("the run was stopped");
    if (result.next === null) return;
    place = result.next;
  }
}

/**
 * The same run as the workflow takes it, over faults and waits: time goes by on the stage's clock, and steps may be
 * interrupted. Answers how the run ended.
 */
export async function runThrough(stage: Stage, system: ServiceContext, input: StepInput): Promise<RunRow> {
  const plan = await planSync(system, input);
  const phases = plan === "stopped" ? [] : phasesOf({ ...input, workspaceId: system.workspaceId, visitor: () => stage.visitor }, plan);
  for (const { name, run } of phases) {
    if (withoutShop.has(name)) continue;
    const end = await passThrough(stage, system, { runId: input.runId, place: null, waits: 0 }, run);
    if (end.kind === "failed") await failSync(system, { ...input, ...end });
    if (end.kind !== "read") break;
  }
  return findRun(system, input.runId);
}

async function passThrough(stage: Stage, system: ServiceContext, start: StepAt, run: Run): Promise<Outcome> {
  for (let at = start; ;) {
    const outcome = await takeStep(system, at, run);
    if (outcome.kind === "wait") {
      stage.clock.advance(outcome.waitMs);
      at = { ...at, place: outcome.isLost ? null : at.place, waits: at.waits + 1 };
    } else if (outcome.kind === "read" && outcome.next !== null) at = { ...at, place: outcome.next, waits: 0 };
    else return outcome;
  }
}

/** The played marketplaces have few accounts and each feeds one workspace: a test starts with all of them free. */
export async function freeAccounts(): Promise<void> {
  await env.DB.prepare(
    "update channels set state = 'disconnected' where vendor = 'shopee' or account_ref in ('200300', '200400', '200500', '200600')",
  ).run();
}
