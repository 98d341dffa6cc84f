import type { Command } from "./commands.ts";

/** Numbers that a command brings into the house from outside: the ones that may lie in another zone already. */
export function serialsComingIn(command: Command): { sku: string; serial: string }[] {
  const isComing = command.type === "receive" || (command.type === "adjust" && command.delta > 0);
  return isComing ? command.serials.map((serial) => ({ sku: command.sku, serial })) : [];
}
