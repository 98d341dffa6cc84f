import { eq } from "drizzle-orm";
import type { z } from "zod";
import { mutate } from "#db/mutate.server.ts";
import { aiProviders, aiPurposes } from "#db/schema/ai.ts";
import { insert, remove, update, type Write } from "#db/writes.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { AppError, parseInput } from "../errors.ts";
import type { Choice } from "./catalog.ts";
import type { PurposeRow } from "./list-purposes.server.ts";
import { choosePurposeSchema } from "./schemas.ts";

/** Which models answer for one purpose, in their order. */
export async function chooseAiModels(ctx: ServiceContext, input: z.input<typeof choosePurposeSchema>): Promise<PurposeRow> {
  requirePermission(ctx, "ai:write");
  const { purpose, choices } = parseInput(choosePurposeSchema, input);
  const [row, providers] = await Promise.all([
    ctx.db.first(aiPurposes, eq(aiPurposes.purpose, purpose)),
    ctx.db.all(aiProviders, { ids: (choices ?? []).map(({ providerId }) => providerId) }),
  ]);
  for (const { providerId, model } of choices ?? []) {
    const provider = providers.find(({ id }) => id === providerId);
    if (provider === undefined) throw new AppError("not_found", "aiProviderNotFound");
    if (!provider.models.includes(model)) throw new AppError("invalid", "checkFields", { fields: { choices: "modelNotOfProvider" } });
  }
  const write = writeOf(ctx, { purpose, row, choices });
  if (write === undefined) return { purpose, choices };
  await mutate(ctx, {
    writes: [write],
    audit: {
      action: "ai-purpose.chosen",
      subject: { type: "ai-purpose", id: purpose, label: purpose },
      before: { models: row?.choices.map(({ model }) => model) ?? null },
      after: { models: choices?.map(({ model }) => model) ?? null },
    },
    events: [{ type: "data.changed", area: "models" }],
  });
  await ctx.ports.aiBudget.settingsChanged(ctx.workspaceId);
  return { purpose, choices };
}

type Asked = { purpose: string; row: typeof aiPurposes.$inferSelect | undefined; choices: Choice[] | null };

function writeOf(ctx: ServiceContext, { purpose, row, choices }: Asked): Write | undefined {
  if (choices === null) return row === undefined ? undefined : remove(aiPurposes, row);
  if (row === undefined) return insert(aiPurposes, { id: ctx.ids.next("aiu"), purpose, choices, createdAt: ctx.clock.now() });
  return JSON.stringify(row.choices) === JSON.stringify(choices) ? undefined : update(aiPurposes, row, { choices });
}
