import { mutate } from "#db/mutate.server.ts";
import type { ServiceContext } from "../context.ts";
import type { CapScope, CapWindow } from "./kinds.ts";

export type BudgetNotice = {
  scope: CapScope;
  subjectId: string;
  window: CapWindow;
  level: "warned" | "blocked";
  limitMicroUsd: number;
};

/** Tells those who answer for the workspace that a cap is nearly or quite used up. */
export async function announceBudget(ctx: ServiceContext, notice: BudgetNotice): Promise<void> {
  await mutate(ctx, { writes: [], audit: "mirrored", events: [{ type: "models.budget-reached", ...notice }] });
}
