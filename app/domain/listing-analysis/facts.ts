import type { Attribute } from "#db/schema/catalog.ts";
import type { VendorId } from "../channels/ports.ts";
import type { Competition, ListingQuality, PriceReference } from "../channels/remote.ts";
import type { PriceQuestion } from "../pricing/target-price.ts";

type ReadReview = { id: string; rating: number; text: string };
type ReadQuestion = { id: string; text: string; answer: string | null };

/** Everything an analysis looks at, as we hold it. All texts are of other people and are only ever data. */
export type AnalysisFacts = {
  listing: {
    id: string;
    version: number;
    readAt: number;
    vendor: VendorId;
    site: string;
    title: string;
    description: string | null;
    attributes: readonly Attribute[];
    gtin: string | null;
    pictures: number;
    currency: string;
    priceCents: number;
    stock: number;
    sold: number;
    freeShipping: boolean;
    isPriceAutomated: boolean;
    visits30d: number | null;
    units30d: number;
    ratingCenti: number | null;
    reviewCount: number | null;
    quality: ListingQuality | null;
    competition: Competition | null;
    priceReference: PriceReference | null;
  };
  /** What our own catalogue says of the goods; null while the listing is linked to nothing. */
  product: {
    id: string;
    version: number;
    title: string;
    brand: string | null;
    variantName: string;
    attributes: readonly Attribute[];
  } | null;
  /** The newest first. */
  reviews: readonly ReadReview[];
  questions: readonly ReadQuestion[];
  pricing: PriceQuestion | null;
};

/** As much of it as says what the goods are. */
export type KnownGoods = Pick<AnalysisFacts, "listing" | "product" | "questions">;
