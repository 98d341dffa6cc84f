import { z } from "zod";

/** Where a person mends what no button can. */
export const remedyPages = ["listing", "listings", "orders", "questions", "reviews", "channel", "catalog", "patterns"] as const;
export type RemedyPage = (typeof remedyPages)[number];

export const remedySchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("price"), listingId: z.string(), value: z.int().positive(), currency: z.string() }),
  z.object({ kind: z.literal("stock"), listingId: z.string(), value: z.int().nonnegative() }),
  z.object({ kind: z.literal("page"), page: z.enum(remedyPages), ref: z.string() }),
]);
/** Price and stock are changed by us when somebody applies the advice; a page is where a person does it. */
export type Remedy = z.infer<typeof remedySchema>;

export function parseRemedy(stored: unknown): Remedy | null {
  return remedySchema.safeParse(stored).data ?? null;
}

export function openPage(page: RemedyPage, ref = ""): Remedy {
  return { kind: "page", page, ref };
}

const addresses: Record<RemedyPage, (ref: string) => string> = {
  listing: (ref) => `/listings/${encodeURIComponent(ref)}`,
  listings: () => "/listings",
  orders: () => "/orders",
  questions: () => "/questions",
  reviews: () => "/reviews",
  channel: (ref) => `/channels/${encodeURIComponent(ref)}`,
  catalog: () => "/catalog",
  patterns: (ref) => `/patterns?${ref}`,
};

/** The address of the page where the remedy is carried out. */
export function remedyHref(remedy: Remedy): string {
  return remedy.kind === "page" ? addresses[remedy.page](remedy.ref) : addresses.listing(remedy.listingId);
}
