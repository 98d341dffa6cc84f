import { eq } from "drizzle-orm";
import { mutate } from "#db/mutate.server.ts";
import { aiCaps } from "#db/schema/ai.ts";
import { remove } from "#db/writes.ts";
import { byIdSchema } from "../accounts/schemas.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { notFound, parseInput } from "../errors.ts";

/** Takes a cap away. For the whole workspace the house's own holds again; nothing is ever without one. */
export async function removeAiCap(ctx: ServiceContext, input: { id: string }): Promise<void> {
  requirePermission(ctx, "ai:write");
  const { id } = parseInput(byIdSchema, input);
  const row = await ctx.db.first(aiCaps, eq(aiCaps.id, id));
  if (row === undefined) throw notFound("aiCap");
  const { scope, subjectId, window, limitMicroUsd } = row;
  await mutate(ctx, {
    writes: [remove(aiCaps, row)],
    audit: {
      action: "ai-cap.removed",
      subject: { type: "ai-cap", id, label: `${scope} ${window}` },
      before: { limitMicroUsd, scope, window, ...(subjectId === "" ? {} : { subjectId }) },
    },
    events: [{ type: "data.changed", area: "models" }],
  });
  await ctx.ports.aiBudget.settingsChanged(ctx.workspaceId);
}
