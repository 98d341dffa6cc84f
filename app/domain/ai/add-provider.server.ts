import { desc } from "drizzle-orm";
import type { z } from "zod";
import { mutate } from "#db/mutate.server.ts";
import { aiProviders } from "#db/schema/ai.ts";
import { insert } from "#db/writes.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { AppError, parseInput } from "../errors.ts";
import { addressOf } from "./provider-address.server.ts";
import { keyHintOf, toldOf } from "./provider-row.ts";
import { addProviderSchema } from "./schemas.ts";

const mostProviders = 20;

/** One more who may be asked, behind those there are. Its key is sealed here and never shown again. */
export async function addAiProvider(ctx: ServiceContext, input: z.input<typeof addProviderSchema>): Promise<{ id: string }> {
  requirePermission(ctx, "ai:write");
  const { apiKey, accountId, ...values } = parseInput(addProviderSchema, input);
  const baseUrl = addressOf(ctx, { ...values, accountId });
  // Only somebody's own server may want none.
  if (apiKey === "" && values.kind !== "openai-compatible")
    throw new AppError("invalid", "checkFields", { fields: { apiKey: "required" } });
  const others = await ctx.db.all(aiProviders, { orderBy: desc(aiProviders.position) });
  if (others.length >= mostProviders) throw new AppError("conflict", "tooManyProviders");
  const id = ctx.ids.next("aip");
  const sealedKey = apiKey === "" ? null : await ctx.ports.sealer.seal(apiKey, `ai-provider:${id}`);
  const row = {
    id,
    ...values,
    baseUrl,
    sealedKey,
    keyHint: keyHintOf(apiKey),
    position: (others[0]?.position ?? 0) + 1,
    isEnabled: true,
    testOutcome: null,
    testedAt: null,
    createdAt: ctx.clock.now(),
  };
  await mutate(ctx, {
    writes: [insert(aiProviders, row)],
    audit: { action: "ai-provider.added", subject: { type: "ai-provider", id, label: values.name }, after: toldOf(row) },
    events: [{ type: "data.changed", area: "models" }],
  });
  await ctx.ports.aiBudget.settingsChanged(ctx.workspaceId);
  return { id };
}
