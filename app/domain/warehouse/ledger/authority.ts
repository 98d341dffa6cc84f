import type { Command } from "./commands.ts";

/** work: what a person on the floor does. manage: what changes plans and the house. system: what only the product itself does. */
export const floorRights = ["work", "manage", "system"] as const;
export type FloorRight = (typeof floorRights)[number];

export const commandNeeds: Record<Command["type"], FloorRight> = {
  "put-bins": "manage",
  "remove-bin": "manage",
  "put-items": "manage",
  receive: "work",
  inspect: "work",
  move: "work",
  "make-plate": "work",
  "move-plate": "work",
  adjust: "work",
  "set-status": "work",
  reserve: "manage",
  release: "manage",
  "plan-picks": "manage",
  "arrange-picks": "manage",
  "plan-move": "manage",
  "plan-count": "manage",
  prioritise: "manage",
  "cancel-task": "manage",
  claim: "work",
  unclaim: "work",
  "finish-move": "work",
  pick: "work",
  "pick-found": "work",
  count: "work",
  approve: "manage",
  ship: "work",
  send: "manage",
  "take-in": "system",
  "settle-transfer": "system",
  sweep: "system",
};

/** Each right holds those before it; no right at all holds none. */
export function mayCommand(right: FloorRight | null, type: Command["type"]): boolean {
  return right !== null && floorRights.indexOf(right) >= floorRights.indexOf(commandNeeds[type]);
}
