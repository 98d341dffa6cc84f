import { requirePermission, type ServiceContext } from "../context.ts";
import type { BudgetStatus } from "./ports.ts";

/** How full each cap is at this moment, and which providers are left alone for now. */
export async function readAiBudget(ctx: ServiceContext): Promise<BudgetStatus> {
  requirePermission(ctx, "ai:read");
  return ctx.ports.aiBudget.status(ctx.workspaceId);
}
