import type { TrendGoods } from "../trends/list-trend-goods.server.ts";

type Told = Pick<TrendGoods, "term" | "region" | "direction" | "changePercent" | "sureness">;
type Standing = Told & Pick<TrendGoods, "id" | "state" | "goods">;
/** Names a trend together with one of the goods it is about. */
export function pairKey({ trendId, goodId }: { trendId: string; goodId: string }): string {
  return `${trendId} ${goodId}`;
}

/**
 * What turned since the last look, for each of the goods. A trend that never moved says nothing, and one that was put aside is
 * not told of any more.
 */
export function trendNews(trends: readonly Standing[], last: ReadonlyMap<string, string>): (Told & { trendId: string; goodId: string })[] {
  return trends.flatMap(({ id, state, goods, term, region, direction, changePercent, sureness }) => {
    if (state === "dismissed") return [];
    return goods.flatMap(({ id: goodId }) => {
      const pair = { trendId: id, goodId };
      // Calm is news only where something moved before.
      const before = last.get(pairKey(pair)) ?? "steady";
      return before === direction ? [] : [{ ...pair, term, region, direction, changePercent, sureness }];
    });
  });
}
