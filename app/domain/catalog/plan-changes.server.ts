import { variants } from "#db/schema/catalog.ts";
import type { z } from "zod";
import { readVerdicts } from "../channels/schemas.ts";
import type { ServiceContext } from "../context.ts";
import { AppError } from "../errors.ts";
import { type ChangeOrder, type PlannedChange, planChange } from "./change-rules.ts";
import { type ChosenListing, chosenListings } from "./chosen-listings.server.ts";
import { channelSources } from "./listing-rows.server.ts";
import type { listingChangeSchema } from "./schemas.ts";
import { channelObstacle, vendorRefusal } from "./vendor-rules.ts";

export type PlannedListing = PlannedChange & { listing: ChosenListing; channel: string };

/** What a change would do to each of the chosen listings right now, by our rules and by those of their marketplaces. */
export async function planChanges(ctx: ServiceContext, asked: z.output<typeof listingChangeSchema>): Promise<PlannedListing[]> {
  const [rows, sources] = await Promise.all([chosenListings(ctx, asked), channelSources(ctx)]);
  const order = orderOf(asked, rows);
  const costs = await costsOf(ctx, rows);
  return rows.map((listing) => {
    const cost = costs.get(listing.variantId ?? "");
    const source = sources.get(listing.channelId);
    const channel = source?.name;
    const rules = channel === undefined ? undefined : ctx.ports.channelDoor.adapter(channel.vendor);
    const cutOff = channelObstacle(source?.state);
    const subject = {
      ...listing,
      suggestedCents: suggestedCentsOf(listing),
      costCents: cost !== undefined && cost.currency === listing.currency ? cost.costCents : null,
    };
    return {
      listing,
      channel: channel?.name ?? "",
      ...planChange(subject, order, (after) => cutOff ?? vendorRefusal(rules, listing, { kind: order.kind, after })),
    };
  });
}

/** The vendor's own suggestion first, then what would win the buyers who compare. */
function suggestedCentsOf(listing: ChosenListing): number | null {
  const { priceReference, competition } = readVerdicts({ ...listing, quality: null });
  return priceReference?.suggestedCents ?? competition?.priceToWinCents ?? null;
}

/** An amount without a currency is meant in the one that all the listings have. */
function orderOf(
  { kind, rule, value, ending, currency }: z.output<typeof listingChangeSchema>,
  rows: readonly ChosenListing[],
): ChangeOrder {
  const [only, ...others] = new Set(rows.map((row) => row.currency));
  const needsOne = kind === "price" && (rule === "set" || rule === "amount") && currency === undefined;
  if (needsOne && others.length > 0) throw new AppError("invalid", "checkFields", { fields: { currency: "required" } });
  return { kind, rule, value: value ?? 0, ending: ending ?? "exact", currency: currency ?? only ?? null };
}

async function costsOf(ctx: ServiceContext, rows: readonly ChosenListing[]) {
  const ids = [...new Set(rows.flatMap((row) => row.variantId ?? []))];
  if (ids.length === 0) return new Map<string, { costCents: number | null; currency: string }>();
  const found = await ctx.db.read((orm, scope) =>
    orm.select({ id: variants.id, costCents: variants.costCents, currency: variants.currency }).from(variants).where(scope(variants, ids)),
  );
  return new Map(found.map((row) => [row.id, row]));
}
