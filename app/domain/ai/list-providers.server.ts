import { asc } from "drizzle-orm";
import { aiProviders } from "#db/schema/ai.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import type { Page } from "../paging.ts";
import { type ProviderRow, toProviderRow } from "./provider-row.ts";

/** Who may be asked for answers, in the order they are. */
export async function listAiProviders(ctx: ServiceContext): Promise<Page<ProviderRow>> {
  requirePermission(ctx, "ai:read");
  const rows = await ctx.db.all(aiProviders, { orderBy: [asc(aiProviders.position), asc(aiProviders.id)] });
  return { data: rows.map(toProviderRow), nextCursor: null };
}
