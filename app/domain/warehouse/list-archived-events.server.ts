import type { z } from "zod";
import { decodeCursor, encodeCursor } from "#app/platform/cursor.ts";
import { byIdSchema } from "../accounts/schemas.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { AppError, parseInput } from "../errors.ts";
import { pageSchema } from "../paging.ts";
import { archiveFilterSchema } from "./monitoring/archive-query.ts";
import { type ArchivedEventRow, eventsOf, openArchive, rowOf, segmentsOf } from "./open-archive.server.ts";

export const listArchivedEventsSchema = archiveFilterSchema.extend(pageSchema.shape);
const inputSchema = listArchivedEventsSchema.extend(byIdSchema.shape);

/** `archived` is how many the archive holds in all; `nextCursor` is null where it has been searched to its end. */
export type ArchivedEvents = { data: ArchivedEventRow[]; nextCursor: string | null; archived: number };

/** So many objects are read for one page: a filter that meets little answers little, and goes on where it stopped. */
const segmentsAtOnce = 10;

type Place = { name: string; beforeSeq: number };

/** Events that a zone has moved out of its own books, the newest first. */
export async function listArchivedEvents(ctx: ServiceContext, input: z.input<typeof inputSchema>): Promise<ArchivedEvents> {
  requirePermission(ctx, "warehouse:read");
  const { id, limit, cursor, ...filter } = parseInput(inputSchema, input);
  const start = placeOf(cursor);
  const { zone, test, names } = await openArchive(ctx, id, filter);
  const segments = await segmentsOf(ctx, zone.id);
  const archived = segments.reduce((sum, { fromSeq, toSeq }) => sum + toSeq - fromSeq + 1, 0);
  const all = segments.toReversed().filter(({ fromSeq, toSeq }) => toSeq >= test.fromSeq && fromSeq <= test.toSeq);
  const from = start === undefined ? 0 : all.findIndex(({ name }) => name === start.name);
  const data: ArchivedEventRow[] = [];
  if (from === -1) return { data, nextCursor: null, archived };
  for (const [index, segment] of all.slice(from).entries()) {
    if (index === segmentsAtOnce) return { data, nextCursor: encodeCursor([segment.name, segment.toSeq + 1]), archived };
    for (const event of (await eventsOf(ctx, zone.id, segment.name)).toReversed()) {
      if (segment.name === start?.name && event.seq >= start.beforeSeq) continue;
      if (!test.matches(event)) continue;
      const last = data.at(-1);
      if (data.length === limit && last !== undefined) return { data, nextCursor: encodeCursor([segment.name, event.seq + 1]), archived };
      data.push(rowOf(event, names));
    }
  }
  return { data, nextCursor: null, archived };
}

function placeOf(cursor: string | undefined): Place | undefined {
  if (cursor === undefined || cursor === "") return undefined;
  const [name, beforeSeq] = decodeCursor(cursor) ?? [];
  if (typeof name === "string" && typeof beforeSeq === "number") return { name, beforeSeq };
  throw new AppError("invalid", "checkFields", { fields: { cursor: "fieldInvalid" } });
}
