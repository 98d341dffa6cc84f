import { asc, eq } from "drizzle-orm";
import { aiProviders, aiPurposes } from "#db/schema/ai.ts";
import type { ServiceContext } from "../context.ts";
import type { Catalog, CatalogProvider, Choice } from "./catalog.ts";
import { type ProviderKind, providerKinds } from "./kinds.ts";
import { type Purpose, purposes } from "./purposes.ts";

/** What a workspace allows to be called, in its order. A key that cannot be opened leaves its provider out. */
export async function readModelCatalog(ctx: ServiceContext): Promise<Catalog> {
  const [rows, purposeRows] = await Promise.all([
    ctx.db.all(aiProviders, { where: eq(aiProviders.isEnabled, true), orderBy: [asc(aiProviders.position), asc(aiProviders.id)] }),
    ctx.db.all(aiPurposes),
  ]);
  const providers = (await Promise.all(rows.map((row) => openProvider(ctx, row)))).filter((one) => one !== undefined);
  const choices: Partial<Record<Purpose, readonly Choice[]>> = {};
  for (const row of purposeRows) if (isPurpose(row.purpose)) choices[row.purpose] = row.choices;
  return { providers, choices };
}

async function openProvider(ctx: ServiceContext, row: typeof aiProviders.$inferSelect): Promise<CatalogProvider | undefined> {
  const { id, kind, name, baseUrl, models, embeddingModels } = row;
  if (!isProviderKind(kind)) return undefined;
  try {
    const apiKey = row.sealedKey === null ? "" : await ctx.ports.sealer.open(row.sealedKey, `ai-provider:${id}`);
    return { id, kind, name, baseUrl, apiKey, models, embeddingModels, ownPrices: row.ownPrices ?? {} };
  } catch (error) {
    ctx.logger.error({ event: "unexpected.error", where: "ai-provider-key", error, details: { providerId: id } });
    return undefined;
  }
}

function isProviderKind(value: string): value is ProviderKind {
  return providerKinds.some((kind) => kind === value);
}

function isPurpose(value: string): value is Purpose {
  return purposes.some((purpose) => purpose === value);
}
