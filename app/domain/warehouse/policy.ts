import { roleAllows, type Role } from "../accounts/permissions.ts";
import { type Actor, actorAllows } from "../actor.ts";
import type { FloorRight } from "./ledger/authority.ts";

/** What a role may command on the floor; null is looking on. */
export function floorRightOf(role: Role): FloorRight | null {
  if (roleAllows(role, "warehouse:write")) return "manage";
  return roleAllows(role, "floor:work") ? "work" : null;
}

export function floorRightOfActor(actor: Actor): FloorRight | null {
  if (actor.kind === "system") return "system";
  if (actorAllows(actor, "warehouse:write")) return "manage";
  return actorAllows(actor, "floor:work") ? "work" : null;
}
