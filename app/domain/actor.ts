import type { ActorStamp } from "#db/write-context.ts";
import { type Action, type Role, roleAllows } from "./accounts/permissions.ts";

/** Who asks. Verbs decide on this and never on the surface the request came through. */
export type Actor =
  | { kind: "user"; userId: string; name: string; role: Role; sessionHandle: string }
  | { kind: "device"; deviceId: string; name: string; role: Role }
  | { kind: "apiKey"; keyId: string; name: string; scopes: readonly Action[] }
  | { kind: "mcpClient"; clientId: string; name: string; scopes: readonly Action[] }
  | { kind: "agent"; agentId: string; name: string; scopes: readonly Action[] }
  | { kind: "webhook"; source: string }
  | { kind: "system"; job: string };

export function actorAllows(actor: Actor, action: Action): boolean {
  switch (actor.kind) {
    case "user":
    case "device":
      return roleAllows(actor.role, action);
    case "apiKey":
    case "mcpClient":
    case "agent":
      return actor.scopes.includes(action);
    case "webhook":
      return false;
    case "system":
      return true;
    default:
      return actor satisfies never;
  }
}

export function actorStamp(actor: Actor): ActorStamp {
  switch (actor.kind) {
    case "user":
      return { kind: actor.kind, id: actor.userId, label: actor.name };
    case "device":
      return { kind: actor.kind, id: actor.deviceId, label: actor.name };
    case "apiKey":
      return { kind: actor.kind, id: actor.keyId, label: actor.name };
    case "mcpClient":
      return { kind: actor.kind, id: actor.clientId, label: actor.name };
    case "agent":
      return { kind: actor.kind, id: actor.agentId, label: actor.name };
    case "webhook":
      return { kind: actor.kind, id: actor.source, label: actor.source };
    case "system":
      return { kind: actor.kind, id: actor.job, label: actor.job };
    default:
      return actor satisfies never;
  }
}
