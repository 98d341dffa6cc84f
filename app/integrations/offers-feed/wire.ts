import { z } from "zod";

/** A partner's feed of offers, REST: `GET /v1/feeds/{feed}/offers?gtin=…&gtin=…`, at most fifty codes a call. */
export const gtinsPerCall = 50;

/** Amounts are decimal text; whatever else a partner adds is not read. */
const amount = z.string().regex(/^\d{1,9}(\.\d{1,2})?$/);

export const wireOfferSchema = z.object({
  gtin: z.string().min(8).max(14),
  seller: z.string().max(200),
  price: amount,
  shipping: amount,
  currency: z.string().regex(/^[A-Z]{3}$/),
  condition: z.string().max(20),
  availability: z.string().max(20),
  seen_at: z.iso.datetime(),
});

/** One line that cannot be read costs nobody the others. */
export const offersAnswerSchema = z.object({ feed: z.string(), generated_at: z.iso.datetime(), offers: z.array(z.unknown()).max(2_000) });

export type WireOffer = z.infer<typeof wireOfferSchema>;
