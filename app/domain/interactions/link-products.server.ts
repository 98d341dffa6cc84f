import { inArray } from "drizzle-orm";
import { variants } from "#db/schema/catalog.ts";
import { candidatesByCode, candidatesByTitle } from "../catalog/find-candidates.server.ts";
import { matchListing, type MatchCandidate } from "../catalog/policy.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import type { InteractionProduct } from "./interaction.ts";

const mostByTitle = 12;

/** Finds what a page showed in the catalogue: by SKU and GTIN, and where it names neither by its title. */
export async function linkSeenProducts(ctx: ServiceContext, seen: readonly InteractionProduct[]): Promise<InteractionProduct[]> {
  requirePermission(ctx, "catalog:read");
  if (seen.length === 0) return [];
  const clues = seen.map(clueOf);
  const byCode = await candidatesByCode(ctx, clues);
  const found = new Map<string, string>();
  let titles = 0;
  for (const [index, product] of seen.entries()) {
    const clue = clues[index] ?? clueOf(product);
    const hasCode = clue.sku !== null || clue.gtin !== null;
    const candidates: MatchCandidate[] = hasCode ? byCode : titles < mostByTitle ? await candidatesByTitle(ctx, product.name) : [];
    if (!hasCode) titles += 1;
    const match = matchListing({ ...clue, title: hasCode ? "" : product.name, modelName: "" }, candidates);
    if (match.kind !== "unlinked") found.set(product.key, match.variantId);
  }
  const ids = [...new Set(found.values())];
  const rows = ids.length === 0 ? [] : await ctx.db.all(variants, { where: inArray(variants.id, ids.slice(0, 90)) });
  return seen.map((product) => {
    const variant = rows.find(({ id }) => id === found.get(product.key));
    return { ...product, variantId: variant?.id ?? null, productId: variant?.productId ?? null };
  });
}

function clueOf({ key }: InteractionProduct): { sku: string | null; gtin: string | null } {
  const value = key.slice(key.indexOf(":") + 1);
  return { sku: key.startsWith("sku:") ? value : null, gtin: key.startsWith("gtin:") ? value : null };
}
