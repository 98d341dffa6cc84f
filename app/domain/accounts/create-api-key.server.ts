import { eq } from "drizzle-orm";
import { sha256Hex } from "#app/platform/crypto/hash.ts";
import { mutate } from "#db/mutate.server.ts";
import { apiKeys } from "#db/schema/accounts.ts";
import { insert } from "#db/writes.ts";
import { actorAllows } from "../actor.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { AppError, parseInput } from "../errors.ts";
import { apiKeyHint, formatApiKey } from "./api-key-format.ts";
import { createApiKeySchema } from "./schemas.ts";

type CreateApiKeyInput = { name: string; scopes: string[]; expiresInDays?: number | string | undefined };

/** Makes a key that can do no more than its maker. The key itself is answered once and stored as a hash only. */
export async function createApiKey(ctx: ServiceContext, input: CreateApiKeyInput): Promise<{ id: string; key: string }> {
  requirePermission(ctx, "keys:write");
  const { name, scopes: given, expiresInDays } = parseInput(createApiKeySchema, input);
  const scopes = [...new Set(given)];
  if (scopes.some((scope) => !actorAllows(ctx.actor, scope))) {
    throw new AppError("forbidden", "checkFields", { fields: { scopes: "scopeAboveYours" } });
  }
  const now = ctx.clock.now();
  const id = ctx.ids.next("key");
  const key = formatApiKey(ctx.environment, ctx.ids.token());
  const expiresAt = expiresInDays === undefined ? null : now + expiresInDays * 24 * 3_600_000;
  const byUserId = ctx.actor.kind === "user" ? ctx.actor.userId : null;
  const createdByUserId = byUserId ?? (await personBehind(ctx));
  await mutate(ctx, {
    writes: [
      insert(apiKeys, {
        id,
        name,
        hint: apiKeyHint(key),
        keyHash: await sha256Hex(key),
        scopes,
        createdByUserId,
        expiresAt,
        revokedAt: null,
        lastUsedAt: null,
        createdAt: now,
      }),
    ],
    audit: { action: "api-key.created", subject: { type: "api-key", id, label: name }, after: { scopes, expiresAt } },
    events: [{ type: "api-key.created", keyId: id, name, byUserId, byName: ctx.stamp.label }],
  });
  return { id, key };
}

/** A key made by a key answers to the same person: it never exceeds their role and ends with their membership. */
async function personBehind(ctx: ServiceContext): Promise<string | null> {
  if (ctx.actor.kind !== "apiKey") return null;
  const key = await ctx.db.first(apiKeys, eq(apiKeys.id, ctx.actor.keyId));
  return key?.createdByUserId ?? null;
}
