import type { ActorStamp } from "#db/write-context.ts";
import { type Action, actions, type Role, roleAllows, tabletAllows } from "./accounts/permissions.ts";

/** Who holds a tablet. A badge can be found or borrowed: it opens less than a PIN. */
export type DevicePerson = { userId: string; name: string; role: Role; proof: "pin" | "badge"; shiftId: string };

/** Who asks. Verbs decide on this and never on the surface the request came through. */
export type Actor =
  | { kind: "user"; userId: string; name: string; role: Role; sessionHandle: string }
  | { kind: "device"; deviceId: string; name: string; warehouseId: string; person: DevicePerson | null }
  | { kind: "apiKey"; keyId: string; name: string; scopes: readonly Action[] }
  | { kind: "mcpClient"; clientId: string; name: string; scopes: readonly Action[] }
  | { kind: "agent"; agentId: string; name: string; scopes: readonly Action[] }
  | { kind: "webhook"; source: string }
  | { kind: "system"; job: string };

export function actorAllows(actor: Actor, action: Action): boolean {
  switch (actor.kind) {
    case "user":
      return roleAllows(actor.role, action);
    case "device":
      return actor.person !== null && tabletAllows(actor.person, action);
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

/** Whether nothing was taken away: what one of them was allowed, the other is too. */
export function allowsAsMuch(now: Actor, before: Actor): boolean {
  return actions.every((action) => !actorAllows(before, action) || actorAllows(now, action));
}

export function actorStamp(actor: Actor): ActorStamp {
  switch (actor.kind) {
    case "user":
      return { kind: actor.kind, id: actor.userId, label: actor.name };
    case "device": {
      const { person, deviceId, name } = actor;
      if (person === null) return { kind: actor.kind, id: deviceId, label: name, deviceId };
      return { kind: "user", id: person.userId, label: person.name, deviceId };
    }
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
