import { mutate } from "#db/mutate.server.ts";
import { artifacts } from "#db/schema/artifacts.ts";
import { update } from "#db/writes.ts";
import { changedPart } from "../changed-part.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { AppError, parseInput } from "../errors.ts";
import type { Untrusted } from "../untrusted.ts";
import { findArtifact } from "./find-artifact.server.ts";
import { changeArtifactSchema } from "./schemas.ts";
import { searchTextOf } from "./search-text.ts";

/** Another title or note, or another circle of people. What is shared anybody who keeps answers may change; only its owner takes it back. */
export async function changeArtifact(ctx: ServiceContext, input: Untrusted<typeof changeArtifactSchema>): Promise<{ id: string }> {
  requirePermission(ctx, "chat:write");
  const { id, ...wanted } = parseInput(changeArtifactSchema, input);
  const row = await findArtifact(ctx, id);
  const { title, note, visibility } = row;
  const { before, after } = changedPart({ title, note, visibility }, wanted);
  if (Object.keys(after).length === 0) return { id };
  if (after.visibility === "private" && row.ownerId !== ctx.stamp.id) throw new AppError("forbidden", "notYours");
  const next = { title, note, ...after };
  await mutate(ctx, {
    writes: [update(artifacts, row, { ...after, searchText: searchTextOf(next.title, next.note), updatedAt: ctx.clock.now() })],
    audit: {
      action: after.visibility === "workspace" ? "artifact.shared" : "artifact.changed",
      subject: { type: "artifact", id, label: next.title },
      before,
      after,
    },
    events: [{ type: "data.changed", area: "answers" }],
  });
  return { id };
}
