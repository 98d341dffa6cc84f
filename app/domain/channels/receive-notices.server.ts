import { sql, type SQL } from "drizzle-orm";
import { sha256Hex } from "#app/platform/crypto/hash.ts";
import { mutate } from "#db/mutate.server.ts";
import { channelNotices, channels } from "#db/schema/channels.ts";
import { StaleWriteError } from "#db/write-errors.ts";
import { ensure, insertOnce, updateWhere } from "#db/writes.ts";
import type { ServiceContext, VisitorContext } from "../context.ts";
import { requirePermission } from "../context.ts";
import { AppError } from "../errors.ts";
import { type ChannelOwner, findChannelOwners, forgetOwner, isStillOwner, noteHeard } from "./channel-owners.server.ts";
import { markAttention } from "./mark-attention.server.ts";
import { namedNothing } from "./notice-outcome.ts";
import type { ChannelNotice, VendorId } from "./ports.ts";

/** "Last heard of" is for people: in a storm the row would otherwise be written, and its version outrun, with every notice. */
const lastNoticeEveryMs = 10_000;

export type HookRequest = { vendor: VendorId; url: string; headers: Headers; body: string };

/**
 * A vendor calls. What can be verified is verified, what it names is stored with the event that will read it again, and
 * the vendor hears the answer it wants. Nothing of the content is believed: it only says where to look.
 */
export async function receiveNotices(
  visitor: VisitorContext,
  { vendor, ...request }: HookRequest,
): Promise<{ status: number; body: string }> {
  const reading = await visitor.ports.channelDoor.adapter(vendor).readWebhook(request);
  if (reading.kind === "refused") {
    visitor.logger.warn({ event: "channel.notice-refused", vendor, reason: reading.reason });
    throw new AppError("unauthorized", "hookRefused");
  }
  await routeNotices(visitor, { vendor, notices: reading.notices, way: "called" });
  return reading.answer;
}

type Arrivals = { vendor: VendorId; notices: readonly ChannelNotice[]; way: "called" | "recovered" };

/** Each notice into the workspace whose channel it names; those of accounts that nobody has connected are counted and dropped. */
export async function routeNotices(visitor: VisitorContext, { vendor, notices, way }: Arrivals): Promise<void> {
  const startedAtMs = visitor.clock.now();
  const byAccount = Map.groupBy(notices, (notice) => notice.accountRef);
  const stored = await storeForOwners(visitor, vendor, byAccount);
  const counted = { stored, unknown: byAccount.size - stored };
  // The request's own line tells of the ordinary call.
  if (way === "called" && counted.unknown === 0) return;
  visitor.logger.info({ event: "channel.notices", vendor, way, ...counted, durationMs: visitor.clock.now() - startedAtMs });
}

type ByAccount = ReadonlyMap<string, readonly ChannelNotice[]>;

/** How many accounts somebody has connected. An owner that was only remembered, and is it no longer, is looked up again. */
async function storeForOwners(visitor: VisitorContext, vendor: VendorId, byAccount: ByAccount): Promise<number> {
  const owners = await findChannelOwners(visitor.orm, vendor, [...byAccount.keys()]);
  const stored = await Promise.all(
    owners.map(async (owner) => {
      const ctx = visitor.enter(owner.workspaceId, { kind: "system", job: `hook:${vendor}` });
      const notices = byAccount.get(owner.accountRef) ?? [];
      try {
        const isHeard = await storeNotices(ctx, { channel: owner, notices });
        if (isHeard) noteHeard(visitor.orm, vendor, owner, ctx.clock.now());
        return 1;
      } catch (error) {
        if (!owner.isKept || !(error instanceof StaleWriteError)) throw error;
        forgetOwner(visitor.orm, vendor, owner);
        return storeForOwners(visitor, vendor, new Map([[owner.accountRef, notices]]));
      }
    }),
  );
  return stored.reduce((sum, count) => sum + count, 0);
}

function isHeardAnew({ lastNoticeAt }: ChannelOwner, nowMs: number): boolean {
  return (lastNoticeAt ?? 0) < nowMs - lastNoticeEveryMs;
}

/** Of those that found it due at the same moment, one writes it. */
function isDue(channelId: string, nowMs: number): SQL {
  return sql`${channels.id} = ${channelId} and coalesce(${channels.lastNoticeAt}, 0) < ${nowMs - lastNoticeEveryMs}`;
}

/** Whether it was written down that the channel was heard of. A repetition finds its row and changes nothing. While the channel waits to be read again, nobody asks for it once more. */
async function storeNotices(
  ctx: ServiceContext,
  { channel, notices }: { channel: ChannelOwner; notices: readonly ChannelNotice[] },
): Promise<boolean> {
  requirePermission(ctx, "channels:write");
  const now = ctx.clock.now();
  const channelId = channel.id;
  const rows = await Promise.all(
    notices.map(async (notice) => ({
      id: (await sha256Hex(`${channelId}:${notice.key}`)).slice(0, 40),
      channelId,
      topic: notice.topic.slice(0, 60),
      about: notice.about,
      sentAt: notice.sentAtMs,
      receivedAt: now,
      handledAt: notice.about.kind === "nothing" ? now : null,
      outcome: notice.about.kind === "nothing" ? namedNothing : null,
    })),
  );
  if (rows.length === 0) return false;
  const isHeard = isHeardAnew(channel, now);
  await mutate(ctx, {
    writes: [
      ...(channel.isKept ? [ensure(isStillOwner(channel))] : []),
      insertOnce(channelNotices, ...rows),
      ...(isHeard ? [updateWhere(channels, isDue(channelId, now), { lastNoticeAt: now })] : []),
    ],
    audit: "mirrored",
    ...(rows.every((row) => row.handledAt !== null)
      ? {}
      : { asksFor: { key: `notices ${channelId}`, event: { type: "channel.notices-arrived", channelId } } }),
  });
  const ended = notices.find((notice) => notice.about.kind === "account" && notice.about.what === "revoked");
  if (ended !== undefined) await markAttention(ctx, { channelId, problem: "revoked" });
  return isHeard;
}
