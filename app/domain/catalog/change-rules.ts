import { type ChangeKind, onSale, paused, type RefusalReason } from "../channels/remote.ts";

export const changeRules = ["set", "amount", "percent", "suggested"] as const;
export type ChangeRule = (typeof changeRules)[number];
/** "90" moves a price to the nearest one that ends in .90. */
export const priceEndings = ["exact", "90"] as const;
export type PriceEnding = (typeof priceEndings)[number];

/**
 * `value` is in cents or units; for `percent` in hundredths of a percent; `suggested` needs none; a status is 1 on sale or 0
 * paused. An amount of money belongs to one `currency`: listings in another are left out.
 */
export type ChangeOrder = { kind: ChangeKind; rule: ChangeRule; value: number; ending: PriceEnding; currency: string | null };

export type ChangeSubject = {
  modelRef: string;
  currency: string;
  priceCents: number;
  stock: number;
  reserved: number;
  status: string;
  suggestedCents: number | null;
  costCents: number | null;
};

export const changeWarnings = ["below-cost", "paused", "under-review", "big-drop", "below-reserved", "sold-out", "all-models"] as const;
export type ChangeWarning = (typeof changeWarnings)[number];
/** Why a row is left out: it is not asked to change, or our own rules say no. */
export const leftOut = ["unchanged", "no-suggestion", "out-of-range", "other-currency"] as const;
/** Or why nothing can be changed through its channel at the moment. */
export const channelObstacles = ["channel-paused", "channel-ended"] as const;
export type ChannelObstacle = (typeof channelObstacles)[number];
/** Or why the marketplace would not take it, by the rule it has told before. */
export type Refusal = RefusalReason | ChannelObstacle;
export type ChangeObstacle = (typeof leftOut)[number] | Refusal;

/** What the marketplace would refuse is written down as refused; what is left out is not. */
export function isRefusal(obstacle: ChangeObstacle | null): obstacle is Refusal {
  return obstacle !== null && !leftOut.some((one) => one === obstacle);
}

export type PlannedChange = { before: number; after: number; warnings: ChangeWarning[]; obstacle: ChangeObstacle | null };

/** A fall of more than this share of the price is worth a second look. */
const bigDropShare = 0.2;
const maxAfter = 100_000_000_00;

/** The part of a listing that a change of this kind is about, as the number it is written down with. */
export function currentValue(
  { priceCents, stock, status }: Pick<ChangeSubject, "priceCents" | "stock" | "status">,
  kind: ChangeKind,
): number {
  switch (kind) {
    case "price":
      return priceCents;
    case "stock":
      return stock;
    case "status":
      return status === "active" ? onSale : paused;
    default:
      return kind satisfies never;
  }
}

export type RuleOfVendor = (after: number) => Refusal | null;

/** What a change would do to one listing, and what one should know before. `vendorRefuses` is asked before any call is made. */
export function planChange(listing: ChangeSubject, order: ChangeOrder, vendorRefuses: RuleOfVendor): PlannedChange {
  const before = currentValue(listing, order.kind);
  const wanted = wantedValue(before, listing.suggestedCents, order);
  const after = wanted === null ? before : order.kind === "price" && order.ending === "90" ? endIn90(wanted) : wanted;
  const own = ownObstacle(listing, order, { before, after, isKnown: wanted !== null });
  const obstacle = own ?? vendorRefuses(after);
  return { before, after, obstacle, warnings: obstacle === null ? warningsOf(listing, order.kind, before, after) : [] };
}

function wantedValue(before: number, suggestedCents: number | null, { kind, rule, value }: ChangeOrder): number | null {
  switch (rule) {
    case "set":
      return value;
    case "amount":
      return before + value;
    case "percent":
      return Math.round((before * (10_000 + value)) / 10_000);
    case "suggested":
      return kind === "price" ? suggestedCents : null;
    default:
      return rule satisfies never;
  }
}

/** The nearest amount that ends in .90; of two equally near ones the lower, and never less than 0.90. */
export function endIn90(cents: number): number {
  const lower = Math.floor((cents - 90) / 100) * 100 + 90;
  const nearest = cents - lower <= lower + 100 - cents ? lower : lower + 100;
  return Math.max(90, nearest);
}

type Outcome = { before: number; after: number; isKnown: boolean };

function ownObstacle({ currency }: ChangeSubject, order: ChangeOrder, { before, after, isKnown }: Outcome): ChangeObstacle | null {
  if (!isKnown) return "no-suggestion";
  const isMoney = order.kind === "price" && (order.rule === "set" || order.rule === "amount");
  if (isMoney && order.currency !== null && order.currency !== currency) return "other-currency";
  if (after === before) return "unchanged";
  const least = order.kind === "price" ? 1 : 0;
  return Number.isSafeInteger(after) && after >= least && after <= maxAfter ? null : "out-of-range";
}

function warningsOf(listing: ChangeSubject, kind: ChangeKind, before: number, after: number): ChangeWarning[] {
  const { status, costCents, reserved } = listing;
  const isPrice = kind === "price";
  const found: Record<ChangeWarning, boolean> = {
    "below-cost": isPrice && costCents !== null && after < costCents,
    paused: kind !== "status" && (status === "paused" || status === "inactive"),
    "under-review": status === "review",
    "big-drop": isPrice && after < before * (1 - bigDropShare),
    "below-reserved": kind === "stock" && after < reserved,
    "sold-out": kind === "stock" && after === 0,
    "all-models": kind === "status" && listing.modelRef !== "",
  };
  return changeWarnings.filter((warning) => found[warning]);
}
