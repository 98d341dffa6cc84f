import { sql } from "drizzle-orm";
import type { z } from "zod";
import { mutate } from "#db/mutate.server.ts";
import { variants } from "#db/schema/catalog.ts";
import { updateByIds } from "#db/writes.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import { bulkLabel } from "./link-writes.server.ts";
import { inIds } from "./listing-rows.server.ts";
import { costsSchema } from "./schemas.ts";

/** `currency`: the SKU is bought in another currency than the one given. */
export type CostOutcome = "changes" | "same" | "unknown" | "currency";
export type CostRow = { sku: string; outcome: CostOutcome; beforeCents: number | null; costCents: number | null; currency: string | null };
type Input = z.input<typeof costsSchema>;
type Cost = z.output<typeof costsSchema>["costs"][number];

/** What setting these costs would do, SKU by SKU. Nothing is written. */
export async function previewCosts(ctx: ServiceContext, input: Input): Promise<{ rows: CostRow[] }> {
  requirePermission(ctx, "catalog:write");
  const { costs } = parseInput(costsSchema, input);
  return { rows: (await compareCosts(ctx, costs)).map(({ row }) => row) };
}

/**
 * Sets what many SKUs cost to buy. What cannot be set is told beside the rest, which is set all the same; the answer has
 * the costs before, so that it can be taken back.
 */
export async function setCosts(ctx: ServiceContext, input: Input): Promise<{ rows: CostRow[] }> {
  requirePermission(ctx, "catalog:write");
  const { costs } = parseInput(costsSchema, input);
  const compared = await compareCosts(ctx, costs);
  const rows = compared.map(({ row }) => row);
  const changes = compared.flatMap(({ id, row }) => (id !== undefined && row.outcome === "changes" ? [{ id, ...row }] : []));
  const [first] = changes;
  if (first === undefined) return { rows };
  const costById = JSON.stringify(Object.fromEntries(changes.map(({ id, costCents }) => [id, costCents])));
  const bySku = (pick: (row: CostRow) => number | null) => Object.fromEntries(changes.map((row) => [row.sku, pick(row)]));
  await mutate(ctx, {
    writes: [
      updateByIds(
        variants,
        changes.map(({ id }) => id),
        { costCents: sql`json_extract(${costById}, '$."' || ${variants.id} || '"')`, updatedAt: ctx.clock.now() },
      ),
    ],
    audit: {
      action: "costs.set",
      subject: { type: "variant", id: first.id, label: bulkLabel(changes.map(({ sku }) => sku)) },
      before: bySku((row) => row.beforeCents),
      after: bySku((row) => row.costCents),
    },
    events: [{ type: "data.changed", area: "listings" }, { type: "advice.outdated" }],
  });
  return { rows };
}

async function compareCosts(ctx: ServiceContext, costs: readonly Cost[]): Promise<{ id: string | undefined; row: CostRow }[]> {
  const skus = costs.map(({ sku }) => sku);
  const known = await ctx.db.all(variants, { where: inIds(variants.sku, skus), limit: skus.length });
  const bySku = new Map(known.map((variant) => [variant.sku, variant]));
  return costs.map(({ sku, costCents, currency }) => {
    const variant = bySku.get(sku);
    const seen = { sku, costCents, beforeCents: variant?.costCents ?? null, currency: variant?.currency ?? currency ?? null };
    return { id: variant?.id, row: { ...seen, outcome: outcomeOf(variant, costCents, currency) } };
  });
}

function outcomeOf(
  variant: { costCents: number | null; currency: string } | undefined,
  costCents: number | null,
  currency: string | undefined,
): CostOutcome {
  if (variant === undefined) return "unknown";
  if (currency !== undefined && currency !== variant.currency) return "currency";
  return variant.costCents === costCents ? "same" : "changes";
}
