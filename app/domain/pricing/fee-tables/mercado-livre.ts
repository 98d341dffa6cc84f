import type { FeeRow } from "./fee-row.ts";

/** Category and time move the percentage inside 10-14 % and 15-19 %: the middle is our guess, the order tells the truth. */
const types = [
  { listingTypes: ["gold_special"], name: "classic", percentBp: 1_200 },
  { listingTypes: ["gold_pro"], name: "premium", percentBp: 1_700 },
] as const;

const source = "Mercado Livre, comissao-por-vender; percentage and amounts by sellers' notes";
/** Below it a fixed fee may be due, from it on free shipping is the seller's duty. */
export const mlbFreeShippingFromCents = 7_900;

type Band = { name: string; fromCents: number; toCents: number; percentBp: number; fixedCents: number };
const bands: readonly Band[] = [
  // Half the price instead of an amount.
  { name: "to-12.50", fromCents: 0, toCents: 1_251, percentBp: 5_000, fixedCents: 0 },
  { name: "to-29", fromCents: 1_251, toCents: 2_900, percentBp: 0, fixedCents: 625 },
  { name: "to-50", fromCents: 2_900, toCents: 5_000, percentBp: 0, fixedCents: 650 },
  { name: "to-79", fromCents: 5_000, toCents: mlbFreeShippingFromCents, percentBp: 0, fixedCents: 675 },
];

const until2026 = { validFrom: "2024-01-01", validTo: "2026-03-02" } as const;
const since2026 = { validFrom: "2026-03-02", validTo: null } as const;
/** Since then the fixed fee follows who carries the parcel, not the price alone. */
const withFixedFee = ["self_service", "default", "custom", "not_specified"];
const withoutFixedFee = ["drop_off", "cross_docking", "xd_drop_off", "turbo", "fulfillment"];

function mlb(type: (typeof types)[number], part: Omit<FeeRow, "vendor" | "site" | "listingTypes" | "source" | "certainty">): FeeRow {
  return {
    ...part,
    rule: `mlb/${type.name}/${part.rule}`,
    vendor: "mercado-livre",
    site: "MLB",
    listingTypes: type.listingTypes,
    source,
    certainty: "uncertain",
  };
}

export const mercadoLivreFees: readonly FeeRow[] = types.flatMap((type) => {
  const { percentBp } = type;
  const free = { fromCents: mlbFreeShippingFromCents, toCents: null, percentBp, fixedCents: 0, logisticTypes: null };
  const banded = (logisticTypes: readonly string[] | null, valid: { validFrom: string; validTo: string | null }) =>
    bands.map(({ name, ...band }) => mlb(type, { ...band, rule: name, percentBp: percentBp + band.percentBp, logisticTypes, ...valid }));
  return [
    ...banded(null, until2026),
    mlb(type, { ...free, rule: "from-79", ...until2026 }),
    ...banded(withFixedFee, since2026),
    mlb(type, {
      rule: "below-79-shipped-by-mercado-envios",
      fromCents: 0,
      toCents: mlbFreeShippingFromCents,
      percentBp,
      fixedCents: 0,
      logisticTypes: withoutFixedFee,
      ...since2026,
    }),
    mlb(type, { ...free, rule: "from-79", ...since2026 }),
  ];
});
