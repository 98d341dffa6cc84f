import { z } from "zod";

/** How the vendor behaves where it has been seen to behave in more than one way, and bad days on demand. */
export const switchesSchema = z.strictObject({
  /** Token errors carry `message` instead of `error_description`, as they once did. */
  legacyTokenMessage: z.boolean(),
  /** Whether the old `/items?ids=` still answers. */
  oldBulk: z.enum(["answers", "gone"]),
  /** Every so many calls for an order are answered in part (206), without what `partialMissing` names; 0 never. */
  partialEvery: z.int().min(0).max(1_000),
  partialMissing: z.enum(["feedback", "buyer"]),
  /** The next so many API calls are answered 429. */
  throttleNext: z.int().min(0).max(100_000),
  throttleRetryAfterS: z.int().min(0).max(3_600).nullable(),
  throttleWord: z.enum(["local_rate_limited", "to_many_requests"]),
  /** After so many answers of 400 the app is blocked; null never. */
  blockAfter400s: z.int().min(1).nullable(),
  /** The next so many writes to an item meet another one (409). */
  lockNextWrites: z.int().min(0).max(1_000),
  /** A write of the price alone to an automated item: refused, or taken with a warning like a write of more. */
  automatedPrice: z.enum(["refused", "ignored"]),
  pkceRequired: z.boolean(),
  maxReviewLimit: z.int().min(1).max(1_000),
  maxOrderLimit: z.int().min(1).max(200),
  /** How long a shipment stays unknown to its order after the sale. */
  shipmentDelayMs: z.int().min(0).max(86_400_000),
  /** `miss` puts every notice straight among the missed ones; `off` sends none. */
  notices: z.enum(["send", "miss", "off"]),
  noticeAttempts: z.int().min(1).max(20),
  /** Failed deliveries in a row after which a topic is disabled; null never, because a machine that compiles is slow. */
  disableTopicAfter: z.int().min(1).nullable(),
  /** Fees of a fully specified question come as one object, otherwise as a list. */
  feesAs: z.enum(["single", "list"]),
});

export type Switches = z.infer<typeof switchesSchema>;

export const defaultSwitches: Switches = {
  legacyTokenMessage: false,
  oldBulk: "answers",
  partialEvery: 17,
  partialMissing: "feedback",
  throttleNext: 0,
  throttleRetryAfterS: 1,
  throttleWord: "local_rate_limited",
  blockAfter400s: null,
  lockNextWrites: 0,
  automatedPrice: "refused",
  pkceRequired: true,
  maxReviewLimit: 50,
  maxOrderLimit: 51,
  shipmentDelayMs: 0,
  notices: "send",
  noticeAttempts: 8,
  disableTopicAfter: null,
  feesAs: "single",
};
