import { eq } from "drizzle-orm";
import { mutate } from "#db/mutate.server.ts";
import { apiKeys } from "#db/schema/accounts.ts";
import { update } from "#db/writes.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { notFound, parseInput } from "../errors.ts";
import { handleOfKey } from "./ended-sessions.server.ts";
import { byIdSchema } from "./schemas.ts";

/** The key stops working with its next request, and programs that are in a room with it are put out. */
export async function revokeApiKey(ctx: ServiceContext, input: { id: string }): Promise<void> {
  requirePermission(ctx, "keys:write");
  const { id } = parseInput(byIdSchema, input);
  const key = await ctx.db.first(apiKeys, eq(apiKeys.id, id));
  if (key === undefined) throw notFound("apiKey");
  if (key.revokedAt !== null) return;
  await mutate(ctx, {
    writes: [update(apiKeys, key, { revokedAt: ctx.clock.now() })],
    audit: { action: "api-key.revoked", subject: { type: "api-key", id, label: key.name } },
    events: [{ type: "session.revoked", handles: [handleOfKey(id)] }],
  });
}
