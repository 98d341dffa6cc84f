export const binKinds = ["pick", "bulk", "receiving", "staging", "quarantine", "packing"] as const;
export type BinKind = (typeof binKinds)[number];

/** A place as it is drawn up, before anything lies in it. Null where nobody said. */
export type BinPlan = {
  code: string;
  aisle: string | null;
  bay: string | null;
  level: string | null;
  side: string | null;
  /** From the zone's corner, along the aisles' row, into the aisle, and up. */
  xMm: number;
  yMm: number;
  zMm: number;
  /** The order in which a picker passes by, from 1. */
  pickRank: number;
  kind: BinKind;
  capacityUnits: number | null;
  maxWeightGrams: number | null;
  volumeMl: number | null;
};

export const maxBins = 20_000;
