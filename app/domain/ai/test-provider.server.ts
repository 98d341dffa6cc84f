import { eq } from "drizzle-orm";
import type { RatePolicy } from "#app/platform/rate-limit/token-bucket.ts";
import { mutate } from "#db/mutate.server.ts";
import { aiProviders } from "#db/schema/ai.ts";
import { update } from "#db/writes.ts";
import { takeOne } from "../accounts/limits.server.ts";
import { byIdSchema } from "../accounts/schemas.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { notFound, parseInput } from "../errors.ts";
import type { ProbeAnswer, ProbeOutcome } from "./model-probe.ts";
import { toProviderRow } from "./provider-row.ts";

const testsPerWorkspace: RatePolicy = { name: "ai-provider-tests", capacity: 20, refillPerSecond: 0.2 };
/** As many names as somebody would look through. */
const mostModels = 200;

export type ProviderTest = {
  outcome: ProbeOutcome;
  /** What it answered with, where it answered. */
  status: number | null;
  latencyMs: number;
  /** Chosen models that it does not have. */
  missingModels: string[];
  models: string[];
};

/** Asks a provider with its key which models it has. Nothing is paid for it. */
export async function testAiProvider(ctx: ServiceContext, input: { id: string }): Promise<ProviderTest> {
  requirePermission(ctx, "ai:write");
  const { id } = parseInput(byIdSchema, input);
  const row = await ctx.db.first(aiProviders, eq(aiProviders.id, id));
  if (row === undefined) throw notFound("aiProvider");
  await takeOne(ctx, ctx.workspaceId, testsPerWorkspace);
  const { kind, baseUrl, models } = toProviderRow(row);
  const apiKey = row.sealedKey === null ? "" : await ctx.ports.sealer.open(row.sealedKey, `ai-provider:${id}`);
  const answer = await ctx.ports.modelProbe.listModels({ kind, apiKey, baseUrl });
  const tested = judge(answer, [...models, ...row.embeddingModels]);
  const isNews = tested.outcome !== row.testOutcome;
  await mutate(ctx, {
    writes: [update(aiProviders, row, { testOutcome: tested.outcome, testedAt: ctx.clock.now() })],
    audit: {
      action: "ai-provider.tested",
      subject: { type: "ai-provider", id, label: row.name },
      ...(isNews ? { before: { outcome: row.testOutcome } } : {}),
      after: { outcome: tested.outcome },
    },
    events: [{ type: "data.changed", area: "models" }],
  });
  return tested;
}

function judge({ outcome, status, latencyMs, models }: ProbeAnswer, chosen: string[]): ProviderTest {
  const known = new Set(models);
  const missingModels = outcome === "answered" && models.length > 0 ? chosen.filter((model) => !known.has(model)) : [];
  return {
    outcome: missingModels.length > 0 ? "no-model" : outcome,
    status,
    latencyMs,
    missingModels,
    models: models.slice(0, mostModels),
  };
}
