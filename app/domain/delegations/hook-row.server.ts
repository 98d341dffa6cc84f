import { delegationHooks } from "#db/schema/delegations.ts";
import { insert, type Write } from "#db/writes.ts";
import { isAllowedTarget } from "../outside-target.ts";
import type { ServiceContext } from "../context.ts";
import { AppError } from "../errors.ts";
import type { hookSchema } from "./schemas.ts";

export type HookRow = typeof delegationHooks.$inferSelect;
type NewHook = { taskId: string; hook: ReturnType<typeof hookSchema.parse>; toldUntil: number };

/** What is told of it afterwards: its secrets stay here. */
export type TaskHook = { taskId: string; name: string; url: string; scheme: string | null; hasToken: boolean; hasCredentials: boolean };

export function toHook({ delegationId, name, url, scheme, sealedToken, sealedCredentials }: HookRow): TaskHook {
  return { taskId: delegationId, name, url, scheme, hasToken: sealedToken !== null, hasCredentials: sealedCredentials !== null };
}

export async function hookWrite(ctx: ServiceContext, { taskId, hook, toldUntil }: NewHook): Promise<Write> {
  return insert(delegationHooks, { ...(await hookValues(ctx, hook)), ...hookNames(ctx, taskId, hook.name), toldUntil });
}

export function hookNames(ctx: ServiceContext, delegationId: string, name: string | undefined) {
  const id = ctx.ids.next("dlh");
  return { id, delegationId, name: name ?? id, leaseUntil: null, status: null, failure: null, createdAt: ctx.clock.now() };
}

export async function hookValues(ctx: ServiceContext, { url, token, scheme, credentials }: NewHook["hook"]) {
  if (!isAllowedTarget(url, ctx.environment === "local")) throw new AppError("invalid", "checkFields", { fields: { url: "urlNotPublic" } });
  const seal = (text: string) => (text === "" ? null : ctx.ports.sealer.seal(text, hookPlace(ctx)));
  return { url, scheme: scheme === "" ? null : scheme, sealedToken: await seal(token), sealedCredentials: await seal(credentials) };
}

/** A hook that is moved to another workspace does not open there. */
export function hookPlace({ workspaceId }: Pick<ServiceContext, "workspaceId">): string {
  return `delegation-hook:${workspaceId}`;
}
