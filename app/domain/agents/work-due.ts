import type { DomainEvent } from "../events.ts";
import { isAgentKind } from "./kinds.ts";

/** What people let through goes before anything an agent wants by itself; what it may do without them goes before its looks. */
const priorities = { undo: 100, apply: 80, byItself: 60 };

/** The event that has an agent do, or take back, what was proposed. */
export function workDue({ id, agent }: { id: string; agent: string }, kind: "apply" | "undo", isByItself = false): DomainEvent[] {
  if (!isAgentKind(agent)) return [];
  const priority = kind === "undo" ? priorities.undo : isByItself ? priorities.byItself : priorities.apply;
  return [{ type: "agent.work-due", agent, job: { kind, id, priority } }];
}
