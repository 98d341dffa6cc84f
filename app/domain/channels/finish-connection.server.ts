import { and, eq, ne } from "drizzle-orm";
import type { z } from "zod";
import { sha256Hex } from "#app/platform/crypto/hash.ts";
import { mutate } from "#db/mutate.server.ts";
import { channelGrants, channels } from "#db/schema/channels.ts";
import { DuplicateRowError } from "#db/write-errors.ts";
import { insert, update } from "#db/writes.ts";
import { requirePermission, requirePerson, type ServiceContext } from "../context.ts";
import { AppError, parseInput } from "../errors.ts";
import { ChannelError } from "./channel-error.ts";
import type { Callback, ChannelAdapter, Grant } from "./ports.ts";
import { finishConnectionSchema } from "./schemas.ts";
import { callbackUrl } from "./start-connection.server.ts";
import { newRun } from "./sync-run.server.ts";
import { sealedTokens } from "./tokens.server.ts";

type GrantRow = typeof channelGrants.$inferSelect;
type ChannelRow = typeof channels.$inferSelect;

/** Takes the seller back from the vendor's page: once, in the session that left for it, and with the account that was meant. */
export async function finishConnection(
  ctx: ServiceContext,
  input: z.input<typeof finishConnectionSchema>,
): Promise<{ channelId: string; isNew: boolean }> {
  requirePermission(ctx, "channels:write");
  const { vendor, query } = parseInput(finishConnectionSchema, input);
  const search = new URLSearchParams(query);
  const row = await spendGrant(ctx, search.get("state") ?? "", vendor);
  const adapter = ctx.ports.channelDoor.adapter(vendor);
  const grant = await exchange(ctx, { adapter, row, callback: adapter.readCallback(search) });
  const known = await knownChannel(ctx, grant, row);
  try {
    return known === undefined ? await connect(ctx, grant) : await reconnect(ctx, grant, known);
  } catch (error) {
    if (error instanceof DuplicateRowError) throw new AppError("conflict", "channelElsewhere", { cause: error });
    throw error;
  }
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

/** The channel this account already is here, also one that was disconnected and left its data. */
async function knownChannel(ctx: ServiceContext, { account }: Grant, row: GrantRow): Promise<ChannelRow | undefined> {
  const same = and(eq(channels.vendor, account.vendor), eq(channels.accountRef, account.accountRef));
  const live = await ctx.db.first(channels, and(same, ne(channels.state, "disconnected")));
  const known = live ?? (await ctx.db.first(channels, same));
  if (row.channelId !== null && known?.id !== row.channelId) throw new AppError("conflict", "channelOtherAccount");
  return known;
}

async function connect(ctx: ServiceContext, grant: Grant): Promise<{ channelId: string; isNew: boolean }> {
  const id = ctx.ids.next("chn");
  const { vendor, accountRef, site } = grant.account;
  const first = newRun(ctx, { channelId: id, kind: "first" });
  await mutate(ctx, {
    writes: [
      insert(channels, {
        ...(await sealedTokens(ctx, id, grant.tokens)),
        id,
        vendor,
        accountRef,
        site,
        name: grant.name,
        state: "active",
        problem: null,
        connectedByUserId: requirePerson(ctx).userId,
        createdAt: ctx.clock.now(),
      }),
      ...first.writes,
    ],
    audit: { action: "channel.connected", subject: { type: "channel", id, label: grant.name }, after: { vendor, accountRef, site } },
    events: [{ type: "data.changed", area: "channels" }, ...first.events],
  });
  return { channelId: id, isNew: true };
}

async function reconnect(ctx: ServiceContext, grant: Grant, known: ChannelRow): Promise<{ channelId: string; isNew: boolean }> {
  const wasGone = known.state === "disconnected";
  const again = newRun(ctx, { channelId: known.id, kind: wasGone ? "first" : "recent" });
  const state = known.state === "paused" ? "paused" : "active";
  const tokens = await sealedTokens(ctx, known.id, grant.tokens);
  await mutate(ctx, {
    writes: [update(channels, known, { ...tokens, name: grant.name, state, problem: null }), ...again.writes],
    audit: {
      action: wasGone ? "channel.connected" : "channel.reauthorised",
      subject: { type: "channel", id: known.id, label: grant.name },
      before: { state: known.state },
      after: { state },
    },
    events: [{ type: "data.changed", area: "channels" }, ...again.events],
  });
  return { channelId: known.id, isNew: wasGone };
}
