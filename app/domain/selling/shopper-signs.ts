/** What patterns of these days say of a product. `page` is where the pattern is read: the query of the patterns' page. */
export type ShopperSigns = {
  /** A larger part of the visitors looks at it than before, by how many times in thousandths. */
  rising: { page: string; sessions: number; timesPerMille: number } | null;
  /** Visits that were about it and broke off over what delivery costs, while more do so than before. */
  shipping: { page: string; sessions: number } | null;
};

export const noSigns: ShopperSigns = { rising: null, shipping: null };
