import { requirePermission, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import { type ChangeObstacle, type ChangeWarning, isRefusal, type PlannedChange } from "./change-rules.ts";
import { planChanges } from "./plan-changes.server.ts";
import { type ListingChangeInput, listingChangeSchema } from "./schemas.ts";

export type PreviewRow = PlannedChange & { listingId: string; title: string; modelName: string; channel: string; currency: string };
export type ChangePreview = {
  total: number;
  changing: number;
  /** What the marketplaces would not take. */
  refused: number;
  warnings: { warning: ChangeWarning; count: number }[];
  /** Why rows stay as they are, the most frequent reason first. */
  obstacles: { obstacle: ChangeObstacle; count: number }[];
  /** A page of them: first what one should look at, last what stays as it is. */
  examples: PreviewRow[];
};

const shown = 50;

/** What would happen, before anything does. Nothing is written and no marketplace is asked. */
export async function previewListingChange(ctx: ServiceContext, input: ListingChangeInput): Promise<ChangePreview> {
  requirePermission(ctx, "catalog:write");
  const planned = await planChanges(ctx, parseInput(listingChangeSchema, input));
  const rank = (row: PlannedChange) => (row.warnings.length > 0 ? 0 : row.obstacle === null ? 1 : 2);
  const warnings = tally(planned.flatMap((row) => row.warnings));
  const obstacles = tally(planned.flatMap((row) => row.obstacle ?? []));
  return {
    total: planned.length,
    changing: planned.filter((row) => row.obstacle === null).length,
    refused: planned.filter((row) => isRefusal(row.obstacle)).length,
    warnings: warnings.map(([warning, count]) => ({ warning, count })),
    obstacles: obstacles.map(([obstacle, count]) => ({ obstacle, count })),
    examples: planned
      .toSorted((a, b) => rank(a) - rank(b))
      .slice(0, shown)
      .map(({ listing, channel, ...change }) => ({
        listingId: listing.id,
        title: listing.title,
        modelName: listing.modelName,
        channel,
        currency: listing.currency,
        ...change,
      })),
  };
}

function tally<Key>(keys: readonly Key[]): [Key, number][] {
  const counts = new Map<Key, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1]);
}
