import { mutate } from "#db/mutate.server.ts";
import { artifacts } from "#db/schema/artifacts.ts";
import { update } from "#db/writes.ts";
import { byIdSchema } from "../accounts/schemas.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import { findArtifact } from "./find-artifact.server.ts";

/** Into the bin, from where it can be taken back for thirty days. */
export async function removeArtifact(ctx: ServiceContext, input: { id: string }): Promise<void> {
  requirePermission(ctx, "chat:write");
  const { id } = parseInput(byIdSchema, input);
  const row = await findArtifact(ctx, id);
  await mutate(ctx, {
    writes: [update(artifacts, row, { deletedAt: ctx.clock.now() })],
    audit: { action: "artifact.removed", subject: { type: "artifact", id, label: row.title } },
    events: [{ type: "data.changed", area: "answers" }],
  });
}

export async function restoreArtifact(ctx: ServiceContext, input: { id: string }): Promise<void> {
  requirePermission(ctx, "chat:write");
  const { id } = parseInput(byIdSchema, input);
  const row = await findArtifact(ctx, id, { isInBin: true });
  if (row.deletedAt === null) return;
  await mutate(ctx, {
    writes: [update(artifacts, row, { deletedAt: null })],
    audit: { action: "artifact.restored", subject: { type: "artifact", id, label: row.title } },
    events: [{ type: "data.changed", area: "answers" }],
  });
}
