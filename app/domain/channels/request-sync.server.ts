import { mutate } from "#db/mutate.server.ts";
import { DuplicateRowError } from "#db/write-errors.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { AppError, parseInput } from "../errors.ts";
import { findChannel } from "./open-channel.server.ts";
import { requestSyncSchema } from "./schemas.ts";
import { newRun, runUnderWay } from "./sync-run.server.ts";

/** A run that began longer ago than this without an end does not keep a new one from starting. */
const staleAfterMs = 30 * 60_000;

/** Brings a channel up to date in the background: all of it, or what changed lately. */
export async function requestSync(ctx: ServiceContext, input: { id: string; extent?: string }): Promise<{ runId: string }> {
  requirePermission(ctx, "channels:write");
  const { id, extent } = parseInput(requestSyncSchema, input);
  const channel = await findChannel(ctx, id);
  if (channel.state === "paused") throw new AppError("conflict", "channelPaused");
  if (channel.state !== "active") throw new AppError("conflict", "channelGrantEnded");
  const running = await runUnderWay(ctx, id, extent === "recent" ? ["first", "full", "recent"] : ["first", "full"]);
  const isFresh = running !== undefined && ctx.clock.now() - (running.heartbeatAt ?? running.createdAt) < staleAfterMs;
  if (isFresh && extent === "recent") return { runId: running.id };
  if (running !== undefined && extent === "full") throw new AppError("conflict", "syncRunning");
  const run = newRun(ctx, { channelId: id, kind: extent });
  try {
    await mutate(ctx, {
      writes: run.writes,
      audit:
        ctx.actor.kind === "system"
          ? "mirrored"
          : { action: "sync.requested", subject: { type: "channel", id, label: channel.name }, after: { extent } },
      events: [{ type: "data.changed", area: "channels" }, ...run.events],
    });
  } catch (error) {
    if (error instanceof DuplicateRowError) throw new AppError("conflict", "syncRunning", { cause: error });
    throw error;
  }
  return { runId: run.runId };
}
