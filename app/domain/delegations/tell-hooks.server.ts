import { and, asc, eq, gt, lt } from "drizzle-orm";
import { mutate } from "#db/mutate.server.ts";
import { delegationEvents, delegationHooks, delegations } from "#db/schema/delegations.ts";
import { StaleWriteError } from "#db/write-errors.ts";
import { update } from "#db/writes.ts";
import { currentActor } from "../accounts/current-actor.server.ts";
import { actorAllows } from "../actor.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { AppError } from "../errors.ts";
import { isAllowedTarget } from "../outside-target.ts";
import { hookPlace, type HookRow } from "./hook-row.server.ts";
import { readEvent } from "./stored.ts";
import type { TaskRow } from "./task-row.ts";
import { toWireEvent } from "./wire.ts";

const leaseMs = 60_000;
const mostEvents = 100;

type Told = { isAllTold: boolean };

/**
 * Tells each address of what it has not heard yet, one event after the other. How far it is told is written down after each, so
 * that a fault in between repeats one event at most, under the same number. Who cannot be reached is tried again later.
 */
export async function tellHooks(ctx: ServiceContext, { delegationId }: { delegationId: string }): Promise<void> {
  requirePermission(ctx, "chat:write");
  const task = await ctx.db.first(delegations, eq(delegations.id, delegationId));
  if (task === undefined) return;
  const behind = and(eq(delegationHooks.delegationId, delegationId), lt(delegationHooks.toldUntil, task.lastEvent));
  const hooks = await ctx.db.all(delegationHooks, { where: behind, orderBy: asc(delegationHooks.id) });
  if (hooks.length === 0) return;
  const isHeard = await mayStillHear(ctx, task);
  const told = await Promise.all(hooks.map((hook) => tellHook(ctx, { task, isHeard }, hook)));
  if (told.some(({ isAllTold }) => !isAllTold)) throw new AppError("unavailable", "webhookUnreachable");
}

/** Whoever gave the task, by the key it came with: once that opens nothing, nobody hears for it what became of its tasks. */
async function mayStillHear(ctx: ServiceContext, { ownerId, ownerLabel }: TaskRow): Promise<boolean> {
  const now = await currentActor(ctx, { kind: "apiKey", keyId: ownerId, name: ownerLabel, scopes: ["chat:read"] });
  return now !== undefined && actorAllows(now, "chat:read");
}

async function tellHook(ctx: ServiceContext, { task, isHeard }: { task: TaskRow; isHeard: boolean }, row: HookRow): Promise<Told> {
  let hook = await claim(ctx, row);
  if (hook === undefined) return { isAllTold: false };
  const events = await ctx.db.all(delegationEvents, {
    where: and(eq(delegationEvents.delegationId, task.id), gt(delegationEvents.number, hook.toldUntil)),
    orderBy: asc(delegationEvents.number),
    limit: mostEvents,
  });
  for (const { number, body } of events) {
    const { outcome, status, failure } = isHeard
      ? await send(ctx, hook, { number, body: JSON.stringify(toWireEvent(readEvent(body), task)) })
      : { outcome: "refused", status: null, failure: "access-ended" };
    const isLater = outcome === "later";
    hook = await note(ctx, hook, { status, failure, ...(isLater ? { leaseUntil: null } : { toldUntil: number }) });
    if (isLater) return { isAllTold: false };
  }
  await note(ctx, hook, { leaseUntil: null });
  return { isAllTold: true };
}

/** Two that tell at once would tell out of order. */
async function claim(ctx: ServiceContext, hook: HookRow): Promise<HookRow | undefined> {
  const now = ctx.clock.now();
  if (hook.leaseUntil !== null && hook.leaseUntil > now) return undefined;
  try {
    return await note(ctx, hook, { leaseUntil: now + leaseMs });
  } catch (error) {
    if (error instanceof StaleWriteError) return undefined;
    throw error;
  }
}

async function note(ctx: ServiceContext, hook: HookRow, set: Partial<Pick<HookRow, "toldUntil" | "leaseUntil" | "status" | "failure">>) {
  await mutate(ctx, { writes: [update(delegationHooks, hook, set)], audit: "mirrored" });
  return { ...hook, ...set, version: hook.version + 1 };
}

async function send(ctx: ServiceContext, hook: HookRow, { number, body }: { number: number; body: string }) {
  const { url } = hook;
  if (!isAllowedTarget(url, ctx.environment === "local")) return { outcome: "refused" as const, status: null, failure: "not-public" };
  return ctx.ports.webhooks.send(ctx.workspaceId, { url, body, headers: await headersOf(ctx, hook, number) });
}

/** Both ways of proving that it is us: of the clients there are, some look at one only. */
async function headersOf(ctx: ServiceContext, hook: HookRow, number: number): Promise<Record<string, string>> {
  const open = (sealed: string | null) => (sealed === null ? null : ctx.ports.sealer.open(sealed, hookPlace(ctx)));
  const [token, credentials] = await Promise.all([open(hook.sealedToken), open(hook.sealedCredentials)]);
  return {
    "content-type": "application/a2a+json",
    "a2a-version": "1.0",
    "entrepot-delivery": `${hook.delegationId}:${number}`,
    ...(token === null ? {} : { "x-a2a-notification-token": token }),
    ...(credentials === null ? {} : { authorization: `${hook.scheme ?? "Bearer"} ${credentials}` }),
  };
}
