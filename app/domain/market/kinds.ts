/** Which price was seen: our own, that of who is first on a shared page, the marketplace's reference, or another seller's offer. */
export const priceSightingKinds = ["own", "winner", "reference", "offer"] as const;
export type PriceSightingKind = (typeof priceSightingKinds)[number];
