import type { VendorId } from "../../channels/ports.ts";

/** How sure we are of a figure: official page, other people's notes, or sources that disagree. */
export type Certainty = "documented" | "third-party" | "uncertain";

/** One line of a marketplace's price list, as long as it was valid. */
export type FeeRow = {
  /** Named in predictions, so that a person can find the line again. */
  rule: string;
  vendor: VendorId;
  site: string;
  /** Null: whatever the type, also an unknown one. */
  listingTypes: readonly string[] | null;
  logisticTypes: readonly string[] | null;
  /** Price of one unit, from inclusive to exclusive; null without an end. */
  fromCents: number;
  toCents: number | null;
  percentBp: number;
  /** For every unit. */
  fixedCents: number;
  /** UTC days, from inclusive to exclusive. */
  validFrom: string;
  validTo: string | null;
  source: string;
  certainty: Certainty;
};
