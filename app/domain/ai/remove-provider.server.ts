import { eq } from "drizzle-orm";
import { mutate } from "#db/mutate.server.ts";
import { aiProviders, aiPurposes } from "#db/schema/ai.ts";
import { remove, update } from "#db/writes.ts";
import { byIdSchema } from "../accounts/schemas.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { notFound, parseInput } from "../errors.ts";
import { toldOf } from "./provider-row.ts";

/** Takes a provider and its key away for good. A purpose that knew only this one goes by the general order again. */
export async function removeAiProvider(ctx: ServiceContext, input: { id: string }): Promise<void> {
  requirePermission(ctx, "ai:write");
  const { id } = parseInput(byIdSchema, input);
  const [row, purposes] = await Promise.all([ctx.db.first(aiProviders, eq(aiProviders.id, id)), ctx.db.all(aiPurposes)]);
  if (row === undefined) throw notFound("aiProvider");
  const touched = purposes.filter(({ choices }) => choices.some(({ providerId }) => providerId === id));
  await mutate(ctx, {
    writes: [
      remove(aiProviders, row),
      ...touched.map((purpose) => {
        const choices = purpose.choices.filter(({ providerId }) => providerId !== id);
        return choices.length === 0 ? remove(aiPurposes, purpose) : update(aiPurposes, purpose, { choices });
      }),
    ],
    audit: { action: "ai-provider.removed", subject: { type: "ai-provider", id, label: row.name }, before: toldOf(row) },
    events: [{ type: "data.changed", area: "models" }],
  });
  await ctx.ports.aiBudget.settingsChanged(ctx.workspaceId);
}
