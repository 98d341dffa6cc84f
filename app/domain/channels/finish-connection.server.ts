import { eq } from "drizzle-orm";
import type { z } from "zod";
import { sha256Hex } from "#app/platform/crypto/hash.ts";
import { mutate } from "#db/mutate.server.ts";
import { channelGrants } from "#db/schema/channels.ts";
import { update } from "#db/writes.ts";
import { requirePermission, requirePerson, type ServiceContext } from "../context.ts";
import { AppError, parseInput } from "../errors.ts";
import { ChannelError } from "./channel-error.ts";
import { type AccountGrant, connectAccount, knownChannel } from "./connect-account.server.ts";
import { offerPlace } from "./granted-shops.server.ts";
import type { Callback, ChannelAdapter, Grant } from "./ports.ts";
import { finishConnectionSchema } from "./schemas.ts";
import { callbackUrl, grantLifeMs } from "./start-connection.server.ts";

type GrantRow = typeof channelGrants.$inferSelect;
/** A consent may cover several shops: then the person chooses which of them become channels. */
type Finished = { kind: "connected"; channelId: string; isNew: boolean } | { kind: "choose"; grantId: string };

/** Takes the seller back from the vendor's page: once, in the session that left for it, and with the account that was meant. */
export async function finishConnection(ctx: ServiceContext, input: z.input<typeof finishConnectionSchema>): Promise<Finished> {
  requirePermission(ctx, "channels:write");
  const { vendor, query } = parseInput(finishConnectionSchema, input);
  const search = new URLSearchParams(query);
  const row = await spendGrant(ctx, search.get("state") ?? "", vendor);
  const adapter = ctx.ports.channelDoor.adapter(vendor);
  const grant = await exchange(ctx, { adapter, row, callback: adapter.readCallback(search) });
  const { others = [], ...first } = grant;
  const grants = [first, ...others];
  if (row.channelId !== null) return authoriseAgain(ctx, grants, row.channelId);
  if (others.length > 0) return offer(ctx, row, grants);
  return { kind: "connected", ...(await connectAccount(ctx, first)) };
}

/** Used before anything else happens with it: a second arrival with the same state finds it used. */
async function spendGrant(ctx: ServiceContext, state: string, vendor: string): Promise<GrantRow> {
  const person = requirePerson(ctx);
  const row = await ctx.db.first(channelGrants, eq(channelGrants.id, await sha256Hex(state)));
  const isOurs = row?.userId === person.userId && row.sessionHandle === person.sessionHandle && row.vendor === vendor;
  if (row === undefined || !isOurs || row.usedAt !== null || row.expiresAt <= ctx.clock.now()) throw new AppError("gone", "grantInvalid");
  await mutate(ctx, { writes: [update(channelGrants, row, { usedAt: ctx.clock.now() })], audit: "personal" });
  return row;
}

type Exchange = { adapter: ChannelAdapter; row: GrantRow; callback: Callback };

async function exchange(ctx: ServiceContext, { adapter, row, callback }: Exchange): Promise<Grant> {
  if (callback.kind === "denied") throw new AppError("forbidden", "grantDenied", { cause: callback.reason });
  const codeVerifier = await ctx.ports.sealer.open(row.sealedVerifier, `grant:${row.id}`);
  const { code, accountHint } = callback;
  try {
    return await adapter.exchangeCode({ site: row.site, code, accountHint, codeVerifier, redirectUri: callbackUrl(ctx, adapter.vendor) });
  } catch (error) {
    const isRefused = error instanceof ChannelError && ["grant-ended", "denied", "rejected"].includes(error.fault);
    throw isRefused ? new AppError("gone", "grantInvalid", { cause: error }) : error;
  }
}

/** Of all accounts a consent covers, those that are channels here have new tokens: the one that was meant must be among them. */
async function authoriseAgain(ctx: ServiceContext, grants: readonly AccountGrant[], channelId: string): Promise<Finished> {
  const known = await Promise.all(grants.map(async (grant) => ({ grant, channel: await knownChannel(ctx, grant.account) })));
  if (known.every(({ channel }) => channel?.id !== channelId)) throw new AppError("conflict", "channelOtherAccount");
  let isNew = false;
  for (const { grant, channel } of known) {
    if (channel === undefined || (channel.state === "disconnected" && channel.id !== channelId)) continue;
    const connected = await connectAccount(ctx, grant);
    if (channel.id === channelId) isNew = connected.isNew;
  }
  return { kind: "connected", channelId, isNew };
}

/** Several shops at once: they are kept sealed until the person has chosen among them. */
async function offer(ctx: ServiceContext, row: GrantRow, grants: readonly AccountGrant[]): Promise<Finished> {
  const sealedOffer = await ctx.ports.sealer.seal(JSON.stringify(grants), offerPlace(row.id));
  const expiresAt = ctx.clock.now() + grantLifeMs;
  await mutate(ctx, {
    writes: [update(channelGrants, { ...row, version: row.version + 1 }, { sealedOffer, expiresAt })],
    audit: "personal",
  });
  return { kind: "choose", grantId: row.id };
}
