import { and, desc, eq, gte, inArray, ne, type SQL, sql } from "drizzle-orm";
import { interactionProducts, interactions } from "#db/schema/interactions.ts";
import { patterns } from "#db/schema/patterns.ts";
import type { ServiceContext } from "../context.ts";
import { noSigns, type ShopperSigns } from "./shopper-signs.ts";

const dayMs = 24 * 3_600_000;
/** A week that is still counted began seven days ago at most, in whichever time zone. */
const newsForDays = 8;
/** A day's and a week's, if each of the two finds as many as it tries. */
const mostRising = 400;

type PatternRow = typeof patterns.$inferSelect;

/** What patterns of these days say of products, by their id; of most products nothing. What was put aside says nothing. */
export async function readShopperSigns(ctx: ServiceContext, productIds: readonly string[]): Promise<Map<string, ShopperSigns>> {
  const signs = new Map<string, ShopperSigns>();
  if (productIds.length === 0) return signs;
  const [rising, [shipping]] = await Promise.all([
    ctx.db.all(patterns, { where: and(lately(ctx), eq(patterns.kind, "rising")), orderBy: desc(patterns.strength), limit: mostRising }),
    ctx.db.all(patterns, {
      where: and(lately(ctx), eq(patterns.kind, "hesitation"), eq(patterns.key, "reason:shipping-cost")),
      orderBy: desc(patterns.strength),
      limit: 1,
    }),
  ]);
  for (const row of rising) {
    const productId = row.facts["productId"];
    if (typeof productId !== "string" || signs.has(productId) || !productIds.includes(productId)) continue;
    signs.set(productId, {
      ...noSigns,
      rising: { page: pageOf(row), sessions: row.support, timesPerMille: row.effectPerMille },
    });
  }
  if (shipping === undefined) return signs;
  for (const { productId, sessions } of await leftAtShipping(ctx, productIds)) {
    if (productId === null) continue;
    signs.set(productId, { ...(signs.get(productId) ?? noSigns), shipping: { page: pageOf(shipping), sessions } });
  }
  return signs;
}

function lately({ clock }: ServiceContext): SQL | undefined {
  const first = new Date(clock.now() - newsForDays * dayMs).toISOString().slice(0, 10);
  return and(inArray(patterns.period, ["day", "week"]), gte(patterns.startDay, first), ne(patterns.state, "dismissed"));
}

/** Where the pattern is read, as its page has it in its address. */
function pageOf({ period, startDay, kind }: PatternRow): string {
  return new URLSearchParams({ period, start: startDay, kind }).toString();
}

/** Visits that were about a product and broke off over what delivery costs. */
function leftAtShipping(ctx: ServiceContext, productIds: readonly string[]) {
  return ctx.db.read((orm, scope) =>
    orm
      .select({ productId: interactionProducts.productId, sessions: sql<number>`count(distinct ${interactions.id})` })
      .from(interactionProducts)
      .innerJoin(interactions, and(scope(interactions), eq(interactions.id, interactionProducts.interactionId)))
      .where(
        and(
          scope(interactionProducts),
          sql`${interactionProducts.productId} in (select value from json_each(${JSON.stringify(productIds)}))`,
          gte(interactionProducts.occurredAt, ctx.clock.now() - newsForDays * dayMs),
          eq(interactions.isBot, false),
          sql`exists (select 1 from json_each(${interactions.tags}) where value = 'hesitation:shipping-cost')`,
        ),
      )
      .groupBy(interactionProducts.productId),
  );
}
