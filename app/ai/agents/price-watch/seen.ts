import type { MarketOffer } from "#app/domain/selling/ports.ts";
import type { PriceSignal } from "#app/domain/selling/read-price-signals.server.ts";

/** off: no feed is subscribed to. unknown: there is none of this name. silent: it did not answer. */
export type FeedState = "off" | "read" | "unknown" | "silent";

export type PricesSeen = {
  signals: PriceSignal[];
  /** Other sellers' offers by GTIN. */
  offers: ReadonlyMap<string, readonly MarketOffer[]>;
  feed: FeedState;
  /** There are more listings than could be looked at this time. */
  hasMore: boolean;
};
