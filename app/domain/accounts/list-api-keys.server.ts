import { desc, lt } from "drizzle-orm";
import { apiKeys } from "#db/schema/accounts.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import { cursorId, type Page, type PageInput, pageSchema, toPage } from "../paging.ts";

export type ApiKeyRow = {
  id: string;
  name: string;
  hint: string;
  scopes: string[];
  createdAt: number;
  expiresAt: number | null;
  lastUsedAt: number | null;
  state: "active" | "expired" | "revoked";
};

/** All keys of the workspace, the newest first; never the keys themselves. */
export async function listApiKeys(ctx: ServiceContext, input: PageInput = {}): Promise<Page<ApiKeyRow>> {
  requirePermission(ctx, "keys:read");
  const { limit, cursor } = parseInput(pageSchema, input);
  const before = cursorId(cursor);
  const rows = await ctx.db.all(apiKeys, {
    where: before === undefined ? undefined : lt(apiKeys.id, before),
    orderBy: desc(apiKeys.id),
    limit: limit + 1,
  });
  const now = ctx.clock.now();
  const data = rows.map(({ id, name, hint, scopes, createdAt, expiresAt, lastUsedAt, revokedAt }) => {
    const isExpired = expiresAt !== null && expiresAt <= now;
    const state: ApiKeyRow["state"] = revokedAt !== null ? "revoked" : isExpired ? "expired" : "active";
    return { id, name, hint, scopes, createdAt, expiresAt, lastUsedAt, state };
  });
  return toPage(data, limit);
}
