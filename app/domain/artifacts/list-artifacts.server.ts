import { and, desc, eq, isNull, lt, sql } from "drizzle-orm";
import type { z } from "zod";
import { artifacts } from "#db/schema/artifacts.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import { cursorId, type Page, toPage } from "../paging.ts";
import { foldText } from "../text/normalise.ts";
import { type Artifact, toArtifact } from "./artifact-row.ts";
import { shownTo } from "./find-artifact.server.ts";
import { listArtifactsSchema } from "./schemas.ts";

/** What was kept and may be seen, the newest first. */
export async function listArtifacts(ctx: ServiceContext, input: z.input<typeof listArtifactsSchema> = {}): Promise<Page<Artifact>> {
  requirePermission(ctx, "chat:read");
  const { limit, cursor, search, kind } = parseInput(listArtifactsSchema, input);
  const before = cursorId(cursor);
  const sought = foldText(search ?? "");
  const rows = await ctx.db.all(artifacts, {
    where: and(
      isNull(artifacts.deletedAt),
      shownTo(ctx, artifacts),
      before === undefined ? undefined : lt(artifacts.id, before),
      kind === undefined ? undefined : eq(artifacts.kind, kind),
      sought === "" ? undefined : sql`instr(${artifacts.searchText}, ${sought}) > 0`,
    ),
    orderBy: desc(artifacts.id),
    limit: limit + 1,
  });
  const page = toPage(rows, limit);
  return { data: page.data.map((row) => toArtifact(row, ctx.stamp)), nextCursor: page.nextCursor };
}
