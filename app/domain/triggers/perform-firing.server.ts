import { and, desc, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import { mutate } from "#db/mutate.server.ts";
import { triggerFirings, triggers } from "#db/schema/triggers.ts";
import { update } from "#db/writes.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { AppError } from "../errors.ts";
import { type ActionResult, actionResultSchema, type Firing } from "./firing-row.ts";
import type { Acting } from "./actions/acting.ts";
import { askAgent } from "./actions/ask-agent.server.ts";
import { callWebhook } from "./actions/call-webhook.server.ts";
import { proposeCall } from "./actions/propose-call.server.ts";
import { tellPeople } from "./actions/tell-people.server.ts";
import type { TriggerAction } from "./schemas.ts";
import { toTrigger } from "./trigger-row.ts";

type FiringRow = typeof triggerFirings.$inferSelect;

/** So many failures in a row, and it is paused until somebody has looked. */
const failuresUntilPaused = 5;
const unreached = "unreachable";

/**
 * Does what a trigger asks for, action by action. What was done is written down before the next begins, so that a message
 * that comes again goes on where this one stopped. What could not be reached is thrown, and tried again.
 */
export async function performFiring(ctx: ServiceContext, { firingId }: { firingId: string }): Promise<void> {
  requirePermission(ctx, "triggers:write");
  const found = await findFiring(ctx, firingId);
  if (found === undefined) return;
  const { trigger } = found;
  const { firing } = found;
  const results = reachedResults(firing);
  // Whatever comes of it carries the firing's name, and with it the chain of triggers that led here.
  const acting: ServiceContext = { ...ctx, requestId: firing.id, stamp: { kind: "system", id: trigger.id, label: trigger.name } };
  let { version } = firing;
  for (const action of trigger.actions.slice(results.length)) {
    results.push(await perform(acting, found, action, results.length));
    await mutate(ctx, { writes: [update(triggerFirings, { id: firing.id, version }, { results: [...results] })], audit: "mirrored" });
    version += 1;
  }
  await end(
    ctx,
    { ...found, firing: { ...firing, results, version } },
    results.some(({ outcome }) => outcome === "failed") ? "failed" : "done",
  );
}

/** After all tries. */
export async function giveUpFiring(ctx: ServiceContext, { firingId }: { firingId: string }): Promise<void> {
  requirePermission(ctx, "triggers:write");
  const found = await findFiring(ctx, firingId);
  if (found?.firing.state !== "waiting") return;
  const results = resultsOf(found.firing);
  const rest = found.trigger.actions.slice(results.length);
  const given: ActionResult[] = rest.map(({ do: action }) => ({
    action,
    outcome: "failed",
    detail: unreached,
    id: null,
    at: ctx.clock.now(),
  }));
  await end(ctx, { ...found, firing: { ...found.firing, results: [...results, ...given] } }, "failed");
}

async function findFiring(ctx: ServiceContext, id: string): Promise<Acting | undefined> {
  const firing = await ctx.db.first(triggerFirings, eq(triggerFirings.id, id));
  // One that was given up is taken up again where somebody has its message delivered once more.
  const isGivenUp = firing?.state === "failed" && resultsOf(firing).some(isUnreached);
  if (firing === undefined || (firing.state !== "waiting" && !isGivenUp)) return undefined;
  const row = await ctx.db.first(triggers, eq(triggers.id, firing.triggerId));
  const trigger = row === undefined ? undefined : toTrigger(row);
  return row === undefined || trigger === undefined ? undefined : { firing, row, trigger };
}

function isUnreached({ detail }: ActionResult): boolean {
  return detail === unreached;
}

/** What was done, up to what could not be reached. */
function reachedResults(firing: FiringRow): ActionResult[] {
  const results = resultsOf(firing);
  const first = results.findIndex(isUnreached);
  return first === -1 ? results : results.slice(0, first);
}

function resultsOf({ results }: FiringRow): ActionResult[] {
  return z.array(actionResultSchema).catch([]).parse(results);
}

/** A refusal is an end, with its reason: the next firing may fare better. */
async function perform(ctx: ServiceContext, acting: Acting, action: TriggerAction, index: number): Promise<ActionResult> {
  const at = ctx.clock.now();
  try {
    return { action: action.do, outcome: "done", ...(await act(ctx, acting, action, index)), at };
  } catch (error) {
    if (!(error instanceof AppError) || error.code === "unavailable" || error.code === "rate_limited") throw error;
    return { action: action.do, outcome: "failed", detail: error.reason, id: null, at };
  }
}

function act(ctx: ServiceContext, acting: Acting, action: TriggerAction, index: number): Promise<Pick<ActionResult, "detail" | "id">> {
  switch (action.do) {
    case "notify":
      return tellPeople(ctx, acting, action, index);
    case "run-agent":
      return askAgent(ctx, acting, action);
    case "propose":
      return proposeCall(ctx, acting, action);
    case "webhook":
      return callWebhook(ctx, acting, action);
    default:
      return action satisfies never;
  }
}

async function end(
  ctx: ServiceContext,
  { firing, row, trigger }: Acting,
  state: Extract<Firing["state"], "done" | "failed">,
): Promise<void> {
  const isPaused = state === "failed" && row.state === "on" && (await failedBefore(ctx, firing)) >= failuresUntilPaused - 1;
  const ended = update(triggerFirings, firing, { state, results: firing.results, endedAt: ctx.clock.now() });
  if (!isPaused) {
    await mutate(ctx, { writes: [ended], audit: "mirrored", events: [{ type: "data.changed", area: "triggers" }] });
    return;
  }
  await mutate(ctx, {
    writes: [ended, update(triggers, row, { state: "paused", updatedAt: ctx.clock.now() })],
    audit: { action: "trigger.paused", subject: { type: "trigger", id: trigger.id, label: trigger.name } },
    events: [
      { type: "data.changed", area: "triggers" },
      { type: "trigger.paused", triggerId: trigger.id, name: trigger.name },
    ],
  });
}

/** How many of the latest failed in a row before this one. */
async function failedBefore(ctx: ServiceContext, { id, triggerId }: FiringRow): Promise<number> {
  const latest = await ctx.db.all(triggerFirings, {
    where: and(eq(triggerFirings.triggerId, triggerId), inArray(triggerFirings.state, ["done", "failed"])),
    orderBy: desc(triggerFirings.id),
    limit: failuresUntilPaused,
  });
  const others = latest.filter((one) => one.id !== id).map(({ state }) => state);
  const firstDone = others.indexOf("done");
  return firstDone === -1 ? others.length : firstDone;
}
