import type { VendorId } from "../channels/ports.ts";
import type { Knot } from "./curve.ts";

export const bands = ["leader", "green", "yellow", "orange"] as const;
export type Band = (typeof bands)[number];
/** The highest rate of each band, in basis points; what lies above orange is red. */
export type Limits = Record<Band, number>;

type LimitRow = {
  vendor: VendorId;
  sites: readonly string[];
  metric: string;
  limits: Limits;
  /** UTC days; a null start means that the vendor does not say since when. */
  validFrom: string | null;
  validTo: string | null;
  source: string;
};

const source = "Mercado Livre, reputacao-de-vendedores, page of 2025-08-11";

function rows(sites: readonly string[], table: Record<string, readonly [number, number, number, number]>): LimitRow[] {
  return Object.entries(table).map(([metric, [leader, green, yellow, orange]]) => ({
    vendor: "mercado-livre",
    sites,
    metric,
    limits: { leader, green, yellow, orange },
    validFrom: null,
    validTo: null,
    source,
  }));
}

/** Limits were tightened before and will be again: a new table gets a new row and the old one its end. */
export const limitRows: readonly LimitRow[] = [
  ...rows(["MLB"], {
    claims: [100, 200, 450, 800],
    cancellations: [50, 150, 350, 400],
    delayed_handling_time: [600, 1_000, 1_800, 2_200],
  }),
  ...rows(["MLA", "MLM"], {
    claims: [100, 150, 300, 600],
    cancellations: [50, 100, 250, 300],
    delayed_handling_time: [800, 1_000, 1_500, 2_200],
  }),
  ...rows(["MCO", "MLU", "MLC"], {
    claims: [250, 350, 550, 700],
    cancellations: [150, 250, 700, 900],
    delayed_handling_time: [1_000, 1_200, 1_800, 2_600],
  }),
  ...rows(["MEC"], {
    claims: [400, 400, 600, 800],
    // The page prints "> 119 %" for red, read as > 11 %.
    cancellations: [300, 300, 800, 1_100],
    delayed_handling_time: [1_200, 1_200, 2_000, 3_000],
  }),
  ...rows(["MPE"], {
    claims: [200, 200, 450, 800],
    cancellations: [250, 250, 700, 900],
    delayed_handling_time: [1_200, 1_200, 1_800, 2_600],
  }),
];

export function limitsFor(question: { vendor: VendorId; site: string; metric: string; atMs: number }): Limits | undefined {
  const day = new Date(question.atMs).toISOString().slice(0, 10);
  return limitRows.find(
    (row) =>
      row.vendor === question.vendor &&
      row.metric === question.metric &&
      row.sites.includes(question.site) &&
      (row.validFrom === null || row.validFrom <= day) &&
      (row.validTo === null || day < row.validTo),
  )?.limits;
}

/** Full points up to the leader's limit, 80 at green, 50 at yellow, 25 at orange, nothing beyond. */
export function limitCurve({ leader, green, yellow, orange }: Limits): Knot[] {
  return [
    { at: leader, points: 10_000 },
    { at: green, points: 8_000 },
    { at: yellow, points: 5_000 },
    { at: orange, points: 2_500 },
  ];
}

/** A rate against a target that is 10 000: half of it is as good as a leader, twice as much is the end. */
export const targetCurve: readonly Knot[] = [
  { at: 5_000, points: 10_000 },
  { at: 10_000, points: 8_000 },
  { at: 15_000, points: 5_000 },
  { at: 20_000, points: 2_500 },
];

/** The band a rate lies in; "red" above all. It explains a metric and never stands for the vendor's own level. */
export function bandOf(rateBp: number, limits: Limits): Band | "red" {
  return bands.find((band) => rateBp <= limits[band]) ?? "red";
}
