import type { FeeRow } from "./fee-row.ts";

/** Two sources disagree above R$ 100: the dearer figure is taken, so that a margin never comes out too good. */
const bands: readonly Pick<FeeRow, "rule" | "fromCents" | "toCents" | "percentBp" | "fixedCents">[] = [
  { rule: "below-80", fromCents: 0, toCents: 8_000, percentBp: 2_000, fixedCents: 400 },
  { rule: "80-to-100", fromCents: 8_000, toCents: 10_000, percentBp: 1_400, fixedCents: 1_600 },
  { rule: "100-to-200", fromCents: 10_000, toCents: 20_000, percentBp: 1_400, fixedCents: 2_000 },
  { rule: "from-200", fromCents: 20_000, toCents: null, percentBp: 1_400, fixedCents: 2_600 },
];

export const shopeeFees: readonly FeeRow[] = bands.map((band) => ({
  ...band,
  rule: `shopee-br/${band.rule}`,
  vendor: "shopee",
  site: "BR",
  listingTypes: null,
  logisticTypes: null,
  validFrom: "2026-03-01",
  validTo: null,
  source: "Shopee Brazil price list of March 2026, as two sellers' guides give it",
  certainty: "uncertain",
}));
