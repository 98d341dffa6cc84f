import type { VendorId } from "../channels/ports.ts";
import type { Certainty, FeeRow } from "./fee-tables/fee-row.ts";
import { mercadoLivreFees, mlbFreeShippingFromCents } from "./fee-tables/mercado-livre.ts";
import { shopeeFees } from "./fee-tables/shopee.ts";
import { shareOf } from "./share.ts";

export type FeeQuestion = {
  vendor: VendorId;
  site: string;
  listingType: string | null;
  logisticType: string | null;
  /** Of one unit. */
  priceCents: number;
  quantity: number;
  placedAtMs: number;
};

/** The line of the price list that applies; `certainty` is how far to trust it. Percentages in hundredths of a per cent. */
export type FeeRule = {
  rule: string;
  fromCents: number;
  toCents: number | null;
  percentBp: number;
  fixedCents: number;
  certainty: Certainty;
};
export type FeePrediction = { feeCents: number; rule: FeeRule };

export const feeRows: readonly FeeRow[] = [...mercadoLivreFees, ...shopeeFees];

/** What the marketplace should charge for this sale by the price list of its day; undefined when none covers it. */
export function predictFee(question: FeeQuestion): FeePrediction | undefined {
  const { priceCents, quantity } = question;
  const row = lineFor(question);
  if (row === undefined) return undefined;
  const { rule, fromCents, toCents, percentBp, fixedCents, certainty } = row;
  const feeCents = quantity * (shareOf(priceCents, percentBp) + fixedCents);
  return { feeCents, rule: { rule, fromCents, toCents, percentBp, fixedCents, certainty } };
}

/** Which line of which day's price list a price is judged by. */
export type FeeLine = { rule: string; validFrom: string; certainty: Certainty; percentBp: number; fixedCents: number };

export function feeLineAt(question: Omit<FeeQuestion, "quantity">): FeeLine | undefined {
  const row = lineFor(question);
  if (row === undefined) return undefined;
  const { rule, validFrom, certainty, percentBp, fixedCents } = row;
  return { rule, validFrom, certainty, percentBp, fixedCents };
}

function lineFor({ priceCents, ...question }: Omit<FeeQuestion, "quantity">): FeeRow | undefined {
  return rowsFor(question).find(({ fromCents, toCents }) => priceCents >= fromCents && (toCents === null || priceCents < toCents));
}

export type FeeBand = { fromCents: number; toCents: number | null; commissionBp: number; fixedCents: number };

/** The stretches of price between which the fee jumps, cheapest first. */
export function feeBands(question: Omit<FeeQuestion, "priceCents" | "quantity">): FeeBand[] {
  return rowsFor(question)
    .map(({ fromCents, toCents, percentBp, fixedCents }) => ({ fromCents, toCents, commissionBp: percentBp, fixedCents }))
    .toSorted((one, other) => one.fromCents - other.fromCents);
}

function rowsFor({ vendor, site, listingType, logisticType, placedAtMs }: Omit<FeeQuestion, "priceCents" | "quantity">): FeeRow[] {
  const day = new Date(placedAtMs).toISOString().slice(0, 10);
  return feeRows.filter(
    (row) =>
      row.vendor === vendor &&
      row.site === site &&
      row.validFrom <= day &&
      (row.validTo === null || day < row.validTo) &&
      covers(row.listingTypes, listingType) &&
      covers(row.logisticTypes, logisticType),
  );
}

function covers(types: readonly string[] | null, type: string | null): boolean {
  return types === null || (type !== null && types.includes(type));
}

/** From this price on the marketplace makes the seller pay the parcel; undefined where no such step is known. */
export function freeShippingFrom({ vendor, site }: { vendor: VendorId; site: string }): number | undefined {
  return vendor === "mercado-livre" && site === "MLB" ? mlbFreeShippingFromCents : undefined;
}
