import { asc } from "drizzle-orm";
import type { z } from "zod";
import { mutate } from "#db/mutate.server.ts";
import { aiProviders } from "#db/schema/ai.ts";
import { update } from "#db/writes.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { AppError, parseInput } from "../errors.ts";
import { arrangeProvidersSchema } from "./schemas.ts";

/** In which order providers are asked. All of them have to be named: a list that somebody else made longer is refused. */
export async function arrangeAiProviders(ctx: ServiceContext, input: z.input<typeof arrangeProvidersSchema>): Promise<{ ids: string[] }> {
  requirePermission(ctx, "ai:write");
  const { ids } = parseInput(arrangeProvidersSchema, input);
  const rows = await ctx.db.all(aiProviders, { orderBy: [asc(aiProviders.position), asc(aiProviders.id)] });
  const known = new Set(rows.map(({ id }) => id));
  if (ids.length !== known.size || new Set(ids).size !== ids.length || ids.some((id) => !known.has(id))) {
    throw new AppError("conflict", "changedMeanwhile");
  }
  const moved = rows.filter((row) => row.position !== ids.indexOf(row.id) + 1);
  if (moved.length === 0) return { ids };
  const nameOf = (id: string) => rows.find((row) => row.id === id)?.name ?? id;
  await mutate(ctx, {
    writes: moved.map((row) => update(aiProviders, row, { position: ids.indexOf(row.id) + 1 })),
    audit: {
      action: "ai-providers.arranged",
      subject: { type: "ai-provider", id: ids[0] ?? "", label: nameOf(ids[0] ?? "") },
      before: { order: rows.map(({ name }) => name) },
      after: { order: ids.map(nameOf) },
    },
    events: [{ type: "data.changed", area: "models" }],
  });
  await ctx.ports.aiBudget.settingsChanged(ctx.workspaceId);
  return { ids };
}
