import type { AgentRooms } from "#app/domain/agents/ports.ts";
import type { AgentObject } from "./agent.object.server.ts";

/** The way from verbs to the objects in which agents work. */
export function createAgentRooms(namespace: DurableObjectNamespace<AgentObject>): AgentRooms {
  const roomOf = (workspaceId: string, agent: string) => namespace.getByName(`${workspaceId}/${agent}`);
  return {
    ask: (workspaceId, agent, job) => roomOf(workspaceId, agent).ask({ workspaceId, agent }, job),
    health: (workspaceId, agent) => roomOf(workspaceId, agent).health({ workspaceId, agent }),
  };
}
