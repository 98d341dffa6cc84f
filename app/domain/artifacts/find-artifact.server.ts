import { and, eq, isNull, or, type SQL } from "drizzle-orm";
import { artifacts, type dashboards } from "#db/schema/artifacts.ts";
import type { ServiceContext } from "../context.ts";
import { notFound } from "../errors.ts";
import type { ArtifactRow } from "./artifact-row.ts";

type Kept = typeof artifacts | typeof dashboards;

/** What the workspace shares, and what is the asker's own. */
export function shownTo(ctx: ServiceContext, table: Kept): SQL | undefined {
  return or(eq(table.visibility, "workspace"), eq(table.ownerId, ctx.stamp.id));
}

/** Somebody else's private one is not there, as if it did not exist. */
export async function findArtifact(ctx: ServiceContext, id: string, { isInBin = false } = {}): Promise<ArtifactRow> {
  const row = await ctx.db.first(
    artifacts,
    and(eq(artifacts.id, id), shownTo(ctx, artifacts), isInBin ? undefined : isNull(artifacts.deletedAt)),
  );
  if (row === undefined) throw notFound("artifact");
  return row;
}
