import type { z } from "zod";
import { byIdSchema } from "../accounts/schemas.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import { archiveFilterSchema } from "./monitoring/archive-query.ts";
import { type ArchivedEventRow, eventsOf, openArchive, rowOf, segmentsOf } from "./open-archive.server.ts";

const inputSchema = archiveFilterSchema.extend(byIdSchema.shape);

/** All that meet a filter, as they are read. */
export async function exportArchivedEvents(
  ctx: ServiceContext,
  input: z.input<typeof inputSchema>,
): Promise<AsyncGenerator<ArchivedEventRow, void>> {
  requirePermission(ctx, "warehouse:read");
  const { id, ...filter } = parseInput(inputSchema, input);
  const { zone, test, names } = await openArchive(ctx, id, filter);
  const segments = await segmentsOf(ctx, zone.id);
  async function* rows(): AsyncGenerator<ArchivedEventRow, void> {
    for (const { name, fromSeq, toSeq } of segments) {
      if (toSeq < test.fromSeq || fromSeq > test.toSeq) continue;
      for (const event of await eventsOf(ctx, zone.id, name)) if (test.matches(event)) yield rowOf(event, names);
    }
  }
  return rows();
}
