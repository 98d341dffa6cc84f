export type FeeQuestion = {
  vendor: string;
  site: string;
  listingType: string | null;
  logisticType: string | null;
  /** Of one unit. */
  priceCents: number;
  quantity: number;
  placedAtMs: number;
};

/** What the vendor should keep of a line; undefined where we have no table of its fees. */
export type FeePrediction = { feeCents: number; rule: string };

type FeeTable = (question: FeeQuestion) => FeePrediction;

const tables = new Map<string, FeeTable>();

export function predictFee(input: FeeQuestion): FeePrediction | undefined {
  return tables.get(`${input.vendor}/${input.site}`)?.(input);
}
