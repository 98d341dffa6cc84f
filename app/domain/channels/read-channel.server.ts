import { desc, eq } from "drizzle-orm";
import { channelNotices, syncRuns } from "#db/schema/channels.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { notFound, parseInput } from "../errors.ts";
import { type ChannelSummary, type RunSummary, summaries, toRunSummary } from "./list-channels.server.ts";
import { findChannel } from "./open-channel.server.ts";
import type { Capabilities } from "./ports.ts";
import { channelIdSchema } from "./schemas.ts";

export type NoticeRow = { id: string; topic: string; about: string; receivedAt: number; handledAt: number | null; outcome: string | null };

export type ChannelDetail = ChannelSummary & { capabilities: Capabilities; runs: RunSummary[]; notices: NoticeRow[] };

const shown = 20;

/** One connection with its latest runs and arrivals. */
export async function readChannel(ctx: ServiceContext, input: { id: string }): Promise<ChannelDetail> {
  requirePermission(ctx, "channels:read");
  const { id } = parseInput(channelIdSchema, input);
  const channel = await findChannel(ctx, id);
  const [[summary], runs, notices] = await Promise.all([
    summaries(ctx, [channel]),
    ctx.db.all(syncRuns, { where: eq(syncRuns.channelId, id), orderBy: desc(syncRuns.id), limit: shown }),
    ctx.db.all(channelNotices, { where: eq(channelNotices.channelId, id), orderBy: desc(channelNotices.receivedAt), limit: shown }),
  ]);
  if (summary === undefined) throw notFound("channel");
  return {
    ...summary,
    capabilities: ctx.ports.channelDoor.adapter(channel.vendor).capabilities,
    runs: runs.map(toRunSummary),
    notices: notices.map(({ id: noticeId, topic, about, receivedAt, handledAt, outcome }) => ({
      id: noticeId,
      topic,
      about: about.ref ?? about.what ?? about.kind,
      receivedAt,
      handledAt,
      outcome,
    })),
  };
}
