import type { ProviderKind } from "./kinds.ts";
import type { OwnPrices } from "./prices.ts";
import type { Purpose } from "./purposes.ts";

/** A provider that may be called, with its key in clear: it stays in memory and is never written or sent anywhere else. */
export type CatalogProvider = {
  id: string;
  kind: ProviderKind;
  name: string;
  baseUrl: string;
  apiKey: string;
  models: readonly string[];
  embeddingModels: readonly string[];
  ownPrices: OwnPrices;
};

export type Choice = { providerId: string; model: string };

/** All that a workspace allows: what is not in it is never called. */
export type Catalog = { providers: readonly CatalogProvider[]; choices: Partial<Record<Purpose, readonly Choice[]>> };

export const noCatalog: Catalog = { providers: [], choices: {} };
