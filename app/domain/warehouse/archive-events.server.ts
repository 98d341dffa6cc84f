import { requirePermission, type ServiceContext } from "../context.ts";
import { type EventSegment, fromLines, segmentKey, segmentName, toLines } from "./monitoring/event-segment.ts";

/**
 * Puts events into the archive and reads them back: whoever asked may forget them only after this has come to its end. Asked
 * again with the same events, it is the same object.
 */
export async function archiveEvents(ctx: ServiceContext, segment: EventSegment): Promise<void> {
  requirePermission(ctx, "warehouse:write");
  const key = segmentKey(ctx.workspaceId, segment.zoneId, segmentName(segment));
  const lines = toLines(segment.events);
  await ctx.ports.floorArchive.put(key, lines);
  const kept = await ctx.ports.floorArchive.read(key);
  if (kept === undefined || toLines(fromLines(kept)) !== lines) throw new Error(`${key} does not read as it was written`);
}
