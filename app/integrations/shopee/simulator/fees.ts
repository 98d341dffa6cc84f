import { linesCents, type SimOrder } from "./world.ts";

type Band = { fromCents: number; rateBp: number; fixedCents: number };
type FeeTable = { validFrom: string; bands: readonly Band[] };

/** Two sources disagree on the bands since March 2026; this vendor follows the lower of the two. The newest table first. */
const tables: readonly FeeTable[] = [
  {
    validFrom: "2026-03-01T03:00:00Z",
    bands: [
      { fromCents: 0, rateBp: 2_000, fixedCents: 400 },
      { fromCents: 8_000, rateBp: 1_400, fixedCents: 1_600 },
      { fromCents: 10_000, rateBp: 1_400, fixedCents: 1_800 },
      { fromCents: 20_000, rateBp: 1_400, fixedCents: 2_000 },
    ],
  },
  { validFrom: "1970-01-01T00:00:00Z", bands: [{ fromCents: 0, rateBp: 2_000, fixedCents: 400 }] },
];

const campaignBp = 250;
const voucherCents = 500;
const heavyParcelCents = 370;

function bandAt(atS: number, unitCents: number): Band {
  const table = tables.find(({ validFrom }) => Date.parse(validFrom) / 1_000 <= atS);
  const band = table?.bands.findLast(({ fromCents }) => fromCents <= unitCents);
  if (band === undefined) throw new RangeError(`no fee for ${unitCents} at ${atS}`);
  return band;
}

export type Settlement = {
  commissionCents: number;
  serviceCents: number;
  transactionCents: number;
  voucherCents: number;
  /** Negative when the seller pays for it. */
  finalShippingCents: number;
  refundCents: number;
  escrowCents: number;
};

/** What the vendor pays out. The drift is what no fee table tells in advance. */
export function settle(order: SimOrder): Settlement {
  const itemsCents = linesCents(order);
  let commissionCents = 0;
  let serviceCents = 0;
  for (const { unitCents, quantity } of order.lines) {
    const band = bandAt(order.createS, unitCents);
    commissionCents += Math.round((unitCents * quantity * band.rateBp) / 10_000);
    serviceCents += band.fixedCents * quantity;
  }
  if (order.drift === "campaign") serviceCents += Math.round((itemsCents * campaignBp) / 10_000);
  const voucher = order.drift === "voucher" ? Math.min(voucherCents, itemsCents) : 0;
  const finalShippingCents = order.drift === "heavy-parcel" ? -heavyParcelCents : 0;
  const refundCents = order.returned?.refundCents ?? 0;
  const escrowCents = itemsCents - commissionCents - serviceCents - voucher + finalShippingCents - refundCents;
  return { commissionCents, serviceCents, transactionCents: 0, voucherCents: voucher, finalShippingCents, refundCents, escrowCents };
}
