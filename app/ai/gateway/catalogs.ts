import type { EmbeddingModelV4, LanguageModelV4 } from "@ai-sdk/provider";
import { type Catalog, type CatalogProvider, noCatalog } from "#app/domain/ai/catalog.ts";
import type { ModelKit, ModelKits } from "#app/domain/ai/model-kits.ts";
import type { Clock } from "#app/platform/clock.ts";

/** What a workspace allows, as of a version of its settings, with the models made of it so far. */
export type KnownCatalog = { catalog: Catalog; version: number; readAtMs: number; made: Map<string, Made> };
type Made = { language?: LanguageModelV4; embedding?: EmbeddingModelV4 };

/** A change that nobody told of is seen after this. */
const oldestMs = 60_000;
const maxWorkspaces = 500;

/**
 * What workspaces allow, kept between questions: reading it and opening its keys for each would cost more than all else. The
 * budget says with every question whether it is still what holds.
 */
export function createCatalogs(clock: Clock) {
  const known = new Map<string, KnownCatalog>();
  const unknown: KnownCatalog = { catalog: noCatalog, version: 0, readAtMs: 0, made: new Map() };
  return {
    of(workspaceId: string): KnownCatalog {
      const one = known.get(workspaceId);
      return one === undefined || clock.now() - one.readAtMs > oldestMs ? unknown : one;
    },
    async read(workspaceId: string, version: number, load: () => Promise<Catalog>): Promise<void> {
      const catalog = await load();
      if (known.size >= maxWorkspaces) known.clear();
      known.set(workspaceId, { catalog, version, readAtMs: clock.now(), made: new Map() });
    },
  };
}
export type Catalogs = ReturnType<typeof createCatalogs>;

type Workshop = { kits: ModelKits; fetch: typeof fetch };

async function kitOf({ kind }: CatalogProvider, { kits }: Workshop): Promise<ModelKit> {
  const kit = await kits[kind]?.();
  if (kit === undefined) throw new Error(`nobody speaks with providers of the kind ${kind}`);
  return kit;
}

/** Made once for a catalog: a model holds nothing of a question. */
async function madeBy<Key extends keyof Made>(
  { made }: KnownCatalog,
  name: string,
  key: Key,
  make: () => Promise<NonNullable<Made[Key]>>,
): Promise<NonNullable<Made[Key]>> {
  const before = made.get(name)?.[key];
  if (before !== undefined) return before;
  const model = await make();
  made.set(name, { ...made.get(name), [key]: model });
  return model;
}

function accessTo(provider: CatalogProvider, kit: ModelKit, { fetch }: Workshop) {
  return { apiKey: provider.apiKey, baseUrl: provider.baseUrl === "" ? kit.baseUrl : provider.baseUrl, fetch };
}

export function languageModelOf(known: KnownCatalog, provider: CatalogProvider, model: string, workshop: Workshop) {
  return madeBy(known, `${provider.id} ${model}`, "language", async () => {
    const kit = await kitOf(provider, workshop);
    return kit.languageModel(accessTo(provider, kit, workshop), model);
  });
}

export function embeddingModelOf(known: KnownCatalog, provider: CatalogProvider, model: string, workshop: Workshop) {
  return madeBy(known, `${provider.id} ${model}`, "embedding", async () => {
    const kit = await kitOf(provider, workshop);
    const made = kit.embeddingModel?.(accessTo(provider, kit, workshop), model);
    if (made === undefined) throw new Error(`${provider.kind} has no embeddings`);
    return made;
  });
}
