/** Somebody else's offer of the same goods, as a feed the workspace subscribes to tells it. Never more than a hint. */
export type MarketOffer = {
  gtin: string;
  seller: string;
  currency: string;
  /** What a buyer pays for one, shipping included. */
  landedCents: number;
  isNew: boolean;
  inStock: boolean;
  seenAtMs: number;
};

export type MarketOffers = {
  /** All known offers of these goods in one feed. Rejects with an `AppError`: `unavailable` passes, `not_found` says that there is no such feed. */
  offersOf(feed: string, gtins: readonly string[]): Promise<MarketOffer[]>;
};
