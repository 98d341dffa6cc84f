import type { ServiceContext } from "#app/domain/context.ts";
import { actorAllows } from "#app/domain/actor.ts";
import { listProductsTool, readProductTool } from "./catalog-tools.server.ts";
import type { AssistantTool } from "./tool.ts";

type Caller = Pick<ServiceContext, "actor">;

/** Everything assistants can do, in the order they see it. */
export const assistantTools: readonly AssistantTool[] = [listProductsTool, readProductTool];

/** What this caller may use: the rest is not there for it. */
export function toolsFor(ctx: Caller): AssistantTool[] {
  return assistantTools.filter((tool) => mayUse(ctx, tool));
}

export function findTool(ctx: Caller, name: string): AssistantTool | undefined {
  return assistantTools.find((tool) => tool.name === name && mayUse(ctx, tool));
}

/** What waits for a person may be asked for by whoever can see what it would do; the person must be allowed to do it. */
function mayUse({ actor }: Caller, { effect, scope, askScope }: AssistantTool): boolean {
  return effect === "destructive" ? actorAllows(actor, askScope) && actorAllows(actor, "chat:write") : actorAllows(actor, scope);
}
