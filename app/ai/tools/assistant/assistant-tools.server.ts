import type { ServiceContext } from "#app/domain/context.ts";
import { actorAllows } from "#app/domain/actor.ts";
import { listProductsTool, readProductTool } from "./catalog-tools.server.ts";
import type { AssistantTool } from "./tool.ts";

/** Everything assistants can do, in the order they see it. */
export const assistantTools: readonly AssistantTool[] = [listProductsTool, readProductTool];

/** What this caller may use: the rest is not there for it. */
export function toolsFor({ actor }: Pick<ServiceContext, "actor">): AssistantTool[] {
  return assistantTools.filter(({ scope }) => actorAllows(actor, scope));
}

export function findTool(ctx: Pick<ServiceContext, "actor">, name: string): AssistantTool | undefined {
  return toolsFor(ctx).find((tool) => tool.name === name);
}
