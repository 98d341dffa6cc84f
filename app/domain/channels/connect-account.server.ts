import { and, eq, ne } from "drizzle-orm";
import { mutate } from "#db/mutate.server.ts";
import { channels } from "#db/schema/channels.ts";
import { DuplicateRowError } from "#db/write-errors.ts";
import { insert, update } from "#db/writes.ts";
import { requirePerson, type ServiceContext } from "../context.ts";
import { AppError } from "../errors.ts";
import type { ChannelAccount, Grant } from "./ports.ts";
import { newRun } from "./sync-run.server.ts";
import { sealedTokens } from "./tokens.server.ts";

type ChannelRow = typeof channels.$inferSelect;
/** What one account was granted: its name and tokens of its own. */
export type AccountGrant = Omit<Grant, "others">;

/** The channel this account already is here, also one that was disconnected and left its data. */
export async function knownChannel(ctx: ServiceContext, account: ChannelAccount): Promise<ChannelRow | undefined> {
  const same = and(eq(channels.vendor, account.vendor), eq(channels.accountRef, account.accountRef));
  const live = await ctx.db.first(channels, and(same, ne(channels.state, "disconnected")));
  return live ?? (await ctx.db.first(channels, same));
}

/** Makes an account a channel, or gives the channel it already is its new tokens. An account feeds one workspace. */
export async function connectAccount(ctx: ServiceContext, grant: AccountGrant): Promise<{ channelId: string; isNew: boolean }> {
  const known = await knownChannel(ctx, grant.account);
  // What is read anew would be erased with what was there before.
  if (known !== undefined && known.erasingAt !== null) throw new AppError("conflict", "channelErasing");
  try {
    return known === undefined ? await connect(ctx, grant) : await reconnect(ctx, grant, known);
  } catch (error) {
    if (error instanceof DuplicateRowError) throw new AppError("conflict", "channelElsewhere", { cause: error });
    throw error;
  }
}

async function connect(ctx: ServiceContext, grant: AccountGrant): Promise<{ channelId: string; isNew: boolean }> {
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

async function reconnect(ctx: ServiceContext, grant: AccountGrant, known: ChannelRow): Promise<{ channelId: string; isNew: boolean }> {
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
