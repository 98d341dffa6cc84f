import { isNull } from "drizzle-orm";
import { listings, products, variants } from "#db/schema/catalog.ts";
import type { ServiceContext } from "../context.ts";
import type { OwnGoods } from "./match-goods.ts";

const mostGoods = 5_000;

/** Products first; a listing counts by itself only while it is linked to none. */
export async function ownGoods(ctx: ServiceContext): Promise<OwnGoods[]> {
  const [titles, codes, loose] = await Promise.all([
    ctx.db.all(products, { where: isNull(products.archivedAt), limit: mostGoods }),
    ctx.db.all(variants, { limit: mostGoods }),
    ctx.db.all(listings, { where: isNull(listings.variantId), limit: mostGoods }),
  ]);
  const gtinsOf = Map.groupBy(codes, ({ productId }) => productId);
  return [
    ...titles.map(({ id, title, attributes }) => {
      return {
        kind: "product" as const,
        id,
        title,
        attributes: attributes.map(({ value }) => value),
        gtins: (gtinsOf.get(id) ?? []).flatMap(({ gtin }) => gtin ?? []),
      };
    }),
    ...loose.map(({ id, title, gtin, attributes }) => {
      return { kind: "listing" as const, id, title, attributes: attributes.map(({ value }) => value), gtins: gtin === null ? [] : [gtin] };
    }),
  ];
}
