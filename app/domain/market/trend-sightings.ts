import type { TrendMatch } from "#db/schema/trends.ts";

type Standing = {
  id: string;
  term: string;
  region: string;
  state: string;
  direction: string;
  changePercent: number | null;
  sureness: number;
  match: TrendMatch | null;
};
export type LastTrend = { direction: string; productId: string | null; listingId: string | null };
type TrendNews = Omit<Standing, "id" | "state" | "match"> & { trendId: string } & Omit<LastTrend, "direction">;

/** What turned since the last look. A trend that never moved says nothing, and one that was put aside is not told of any more. */
export function trendNews(trends: readonly Standing[], last: ReadonlyMap<string, LastTrend>): TrendNews[] {
  return trends.flatMap(({ id, term, region, state, direction, changePercent, sureness, match }) => {
    if (match === null || state === "dismissed") return [];
    const productId = match.kind === "product" ? match.id : null;
    const listingId = match.kind === "listing" ? match.id : null;
    const known = last.get(id);
    const isSame = known !== undefined && known.productId === productId && known.listingId === listingId;
    // Calm is news only where something moved before.
    const wasMoving = isSame && known.direction !== "steady";
    if (direction === "steady" ? !wasMoving : isSame && known.direction === direction) return [];
    return [{ trendId: id, productId, listingId, term, region, direction, changePercent, sureness }];
  });
}
