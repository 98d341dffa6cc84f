import { requirePermission, type ServiceContext } from "../context.ts";
import type { BudgetStatus } from "./ports.ts";

/** `copiedAtMs`: null when it is how things are at this moment, else the moment of the copy that stands in. */
export type KnownBudget = BudgetStatus & { copiedAtMs: number | null };

/** How full each cap is, and which providers are left alone for now. */
export async function readAiBudget(ctx: ServiceContext): Promise<KnownBudget> {
  requirePermission(ctx, "ai:read");
  return knownBudget(ctx);
}

/** Its copy stands in while the budget itself cannot be reached. */
export async function knownBudget({ ports, workspaceId }: ServiceContext): Promise<KnownBudget> {
  try {
    return { ...(await ports.aiBudget.status(workspaceId)), copiedAtMs: null };
  } catch (error) {
    const shown = await ports.aiBudget.shown(workspaceId);
    if (shown === undefined) throw error;
    return shown;
  }
}
