import { byIdSchema } from "../accounts/schemas.ts";
import { requirePermission, requirePerson, type ServiceContext } from "../context.ts";
import { notFound, parseInput } from "../errors.ts";
import { findExport } from "./export-job.server.ts";

/** The bytes of a finished export, for the person who asked for it. */
export async function openExport(ctx: ServiceContext, input: { id: string }): Promise<{ body: ReadableStream; sizeBytes: number }> {
  requirePermission(ctx, "audit:read");
  const person = requirePerson(ctx);
  const { id } = parseInput(byIdSchema, input);
  const job = await findExport(ctx, id, person.userId);
  const file = job.objectKey === null ? undefined : await ctx.ports.exportStore.open(job.objectKey);
  if (file === undefined) throw notFound("export");
  return file;
}
