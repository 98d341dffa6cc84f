import { eq } from "drizzle-orm";
import type { z } from "zod";
import { mutate } from "#db/mutate.server.ts";
import { aiProviders } from "#db/schema/ai.ts";
import { update } from "#db/writes.ts";
import { changedPart } from "../changed-part.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { AppError, notFound, parseInput } from "../errors.ts";
import { addressOf } from "./provider-address.server.ts";
import { keyHintOf, toProviderRow } from "./provider-row.ts";
import { changeProviderSchema } from "./schemas.ts";

/** Another name, key, address or other models; or whether it is asked at all. */
export async function changeAiProvider(
  ctx: ServiceContext,
  input: z.input<typeof changeProviderSchema>,
): Promise<{ id: string; version: number }> {
  requirePermission(ctx, "ai:write");
  const { id, version, apiKey = "", ...asked } = parseInput(changeProviderSchema, input);
  const row = await ctx.db.first(aiProviders, eq(aiProviders.id, id));
  if (row === undefined) throw notFound("aiProvider");
  if (row.version !== version) throw new AppError("conflict", "changedMeanwhile");
  const baseUrl = asked.baseUrl === undefined ? row.baseUrl : addressOf(ctx, { ...toProviderRow(row), baseUrl: asked.baseUrl });
  // Whoever may change an address must not be able to have a key they do not know sent to it.
  if (apiKey === "" && row.sealedKey !== null && originOf(baseUrl) !== originOf(row.baseUrl)) {
    throw new AppError("invalid", "checkFields", { fields: { apiKey: "keyNeededForAddress" } });
  }
  const key = apiKey === "" ? {} : { sealedKey: await ctx.ports.sealer.seal(apiKey, `ai-provider:${id}`), keyHint: keyHintOf(apiKey) };
  const { before, after } = changedPart(row, { ...asked, baseUrl });
  if (Object.keys(after).length === 0 && apiKey === "") return { id, version };
  // What a test found is not true of another key or another address.
  const forgotten = apiKey === "" && baseUrl === row.baseUrl ? {} : { testOutcome: null, testedAt: null };
  await mutate(ctx, {
    writes: [update(aiProviders, row, { ...after, ...key, ...forgotten })],
    audit: {
      action: "ai-provider.changed",
      subject: { type: "ai-provider", id, label: asked.name ?? row.name },
      before: apiKey === "" ? before : { ...before, key: row.keyHint },
      after: apiKey === "" ? after : { ...after, key: keyHintOf(apiKey) },
    },
    events: [{ type: "data.changed", area: "models" }],
  });
  await ctx.ports.aiBudget.settingsChanged(ctx.workspaceId);
  return { id, version: version + 1 };
}

/** Empty: the vendor's own. */
function originOf(baseUrl: string): string {
  return URL.parse(baseUrl)?.origin ?? "";
}
