import { asc } from "drizzle-orm";
import { aiCaps } from "#db/schema/ai.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import type { Page } from "../paging.ts";
import { defaultCaps } from "./budget.ts";
import { type CapScope, capScopes, type CapWindow, capWindows } from "./kinds.ts";

export type CapRow = {
  /** Null: the house's own, as long as the workspace has said nothing. */
  id: string | null;
  scope: CapScope;
  subjectId: string;
  window: CapWindow;
  limitMicroUsd: number;
};

/** How much may be spent on models, by whom and in which time. */
export async function listAiCaps(ctx: ServiceContext): Promise<Page<CapRow>> {
  requirePermission(ctx, "ai:read");
  const rows = await ctx.db.all(aiCaps, { orderBy: asc(aiCaps.id) });
  const own = rows.flatMap(toCapRow);
  const usual = defaultCaps.filter((cap) => !own.some((one) => isSameCap(one, cap))).map((cap) => ({ id: null, ...cap }));
  const rank = ({ scope, window, subjectId }: CapRow) =>
    `${capScopes.indexOf(scope)} ${subjectId === "" ? 0 : 1} ${subjectId} ${capWindows.indexOf(window)}`;
  return { data: [...own, ...usual].toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1)), nextCursor: null };
}

type Which = Pick<CapRow, "scope" | "subjectId" | "window">;

function isSameCap(a: Which, b: Which): boolean {
  return a.scope === b.scope && a.window === b.window && a.subjectId === b.subjectId;
}

function toCapRow({ id, scope, subjectId, window, limitMicroUsd }: typeof aiCaps.$inferSelect): CapRow[] {
  const known = { scope: capScopes.find((one) => one === scope), window: capWindows.find((one) => one === window) };
  if (known.scope === undefined || known.window === undefined) return [];
  return [{ id, scope: known.scope, subjectId, window: known.window, limitMicroUsd }];
}
