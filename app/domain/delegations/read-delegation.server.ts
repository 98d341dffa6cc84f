import { asc, eq } from "drizzle-orm";
import { delegationHooks } from "#db/schema/delegations.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import { findDelegation } from "./find-delegation.server.ts";
import { type Artifact, type Message, taskIdSchema } from "./schemas.ts";
import { type Delegation, toDelegation, toTask } from "./task-row.ts";

/** `host`: addresses may hold secrets of the other side. */
type DelegationHook = { id: string; host: string; toldUntil: number; status: number | null; failure: string | null };
export type DelegationInFull = Delegation & { history: Message[]; artifacts: Artifact[]; events: number; hooks: DelegationHook[] };

/** One task with all that was said and handed over, and who hears of it. */
export async function readDelegation(ctx: ServiceContext, input: { id: string }): Promise<DelegationInFull> {
  requirePermission(ctx, "agents:read");
  const { id } = parseInput(taskIdSchema, input);
  const row = await findDelegation(ctx, id);
  const hooks = await ctx.db.all(delegationHooks, { where: eq(delegationHooks.delegationId, id), orderBy: asc(delegationHooks.id) });
  const { history, artifacts } = toTask(row);
  return {
    ...toDelegation(row),
    history,
    artifacts,
    events: row.lastEvent,
    hooks: hooks.map(({ id: hookId, url, toldUntil, status, failure }) => ({ id: hookId, host: hostOf(url), toldUntil, status, failure })),
  };
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : "";
}
