import { isNotNull } from "drizzle-orm";
import { trends } from "#db/schema/trends.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { goodsMatcher } from "./match-goods.ts";
import { ownGoods } from "./own-goods.server.ts";
import { toTrend, type Trend } from "./trend-row.ts";

/** So many goods are told of one trend: a word of half a shop says little about each. */
const mostAlike = 60;

export type TrendGoods = Trend & { goods: { kind: "product" | "listing"; id: string }[] };

/** Every trend that has to do with own goods, as it was judged last, with all the goods that are as close as the closest. */
export async function listTrendGoods(ctx: ServiceContext): Promise<TrendGoods[]> {
  requirePermission(ctx, "selling:read");
  const [rows, goods] = await Promise.all([ctx.db.all(trends, { where: isNotNull(trends.match) }), ownGoods(ctx)]);
  const match = goodsMatcher(goods);
  return rows.map((row) => ({
    ...toTrend(row),
    goods: match(row.term)
      .slice(0, mostAlike)
      .map(({ kind, id }) => ({ kind, id })),
  }));
}
