import { pkceChallenge } from "#app/platform/crypto/pkce.ts";
import { sha256Hex } from "#app/platform/crypto/hash.ts";
import { mutate } from "#db/mutate.server.ts";
import { channelGrants } from "#db/schema/channels.ts";
import { insert } from "#db/writes.ts";
import type { z } from "zod";
import { requirePermission, requirePerson, type ServiceContext } from "../context.ts";
import { AppError, parseInput } from "../errors.ts";
import { findChannel } from "./open-channel.server.ts";
import type { VendorId } from "./ports.ts";
import { startConnectionSchema } from "./schemas.ts";

export const grantLifeMs = 15 * 60_000;

export function callbackUrl(ctx: Pick<ServiceContext, "publicUrl">, vendor: VendorId): string {
  return `${ctx.publicUrl}/channels/callback/${vendor}`;
}

/** The vendor's own page where the seller allows access. What comes back is tied to this person and this browser session. */
export async function startConnection(ctx: ServiceContext, input: z.input<typeof startConnectionSchema>): Promise<{ url: string }> {
  requirePermission(ctx, "channels:write");
  const person = requirePerson(ctx);
  const { vendor, site, channelId } = parseInput(startConnectionSchema, input);
  const adapter = ctx.ports.channelDoor.adapter(vendor);
  const channel = channelId === undefined ? undefined : await findChannel(ctx, channelId);
  const chosenSite = channel?.site ?? site ?? adapter.sites[0];
  if (!adapter.sites.includes(chosenSite)) throw new AppError("invalid", "checkFields", { fields: { site: "fieldInvalid" } });
  const state = ctx.ids.token();
  const verifier = ctx.ids.token();
  const id = await sha256Hex(state);
  await mutate(ctx, {
    writes: [
      insert(channelGrants, {
        id,
        userId: person.userId,
        sessionHandle: person.sessionHandle,
        vendor,
        site: chosenSite,
        sealedVerifier: await ctx.ports.sealer.seal(verifier, `grant:${id}`),
        channelId: channel?.id ?? null,
        expiresAt: ctx.clock.now() + grantLifeMs,
        usedAt: null,
        createdAt: ctx.clock.now(),
      }),
    ],
    audit: "personal",
  });
  const codeChallenge = await pkceChallenge(verifier);
  return { url: adapter.authorizeUrl({ site: chosenSite, state, codeChallenge, redirectUri: callbackUrl(ctx, vendor) }) };
}
