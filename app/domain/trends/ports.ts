/** marketplace: what buyers there look for. search: how much a term is searched. news: what feeds write about. */
export const trendSources = ["marketplace", "search", "news"] as const;
export type TrendSource = (typeof trendSources)[number];
export const trendRegions = ["BR", "US", "EU"] as const;
export type TrendRegion = (typeof trendRegions)[number];

/** What one source said of one term on one day. The text comes from outside and is only ever shown. */
export type TrendReading = {
  source: TrendSource;
  region: TrendRegion;
  term: string;
  /** UTC day as YYYY-MM-DD. */
  day: string;
  /** In the source's own measure; only compared with itself. */
  value: number;
  title: string;
  url: string | null;
};

export type TrendFeeds = {
  /** From this day on. Rejects with an `AppError`: `unavailable` passes. */
  read(source: TrendSource, region: TrendRegion, sinceDay: string): Promise<TrendReading[]>;
};

/** Which source there is for which region. */
export const trendFeedsOf: Record<TrendSource, readonly TrendRegion[]> = {
  marketplace: ["BR"],
  search: ["BR", "US", "EU"],
  news: ["US", "EU"],
};
