import { z } from "zod";
import { byIdSchema } from "../accounts/schemas.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { notFound, parseInput } from "../errors.ts";
import { type ArchivedEvent, fromLines, parseSegmentName, segmentKey, segmentPrefix } from "./monitoring/event-segment.ts";
import { findZone } from "./read-zone.server.ts";

export const eventArchiveSchema = z.object({ segment: z.string("fieldInvalid").max(100, "fieldInvalid").optional() });
const inputSchema = eventArchiveSchema.extend(byIdSchema.shape);

/** `events` are those of the segment that was asked for, and none without one. */
export type EventArchive = { segments: { name: string; fromSeq: number; toSeq: number }[]; events: ArchivedEvent[] };

/** What a zone has moved out of its own books: which stretches there are, and one of them in full. */
export async function readEventArchive(ctx: ServiceContext, input: z.input<typeof inputSchema>): Promise<EventArchive> {
  requirePermission(ctx, "warehouse:read");
  const { id, segment } = parseInput(inputSchema, input);
  await findZone(ctx, id);
  const prefix = segmentPrefix(ctx.workspaceId, id);
  const keys = await ctx.ports.floorArchive.list(prefix);
  const segments = keys.flatMap((key) => parseSegmentName(key.slice(prefix.length).replace(/\.ndjson\.gz$/, "")) ?? []);
  if (segment === undefined) return { segments, events: [] };
  if (!segments.some(({ name }) => name === segment)) throw notFound("segment");
  const text = await ctx.ports.floorArchive.read(segmentKey(ctx.workspaceId, id, segment));
  if (text === undefined) throw notFound("segment");
  return { segments, events: fromLines(text) };
}
