export const changeKinds = ["price", "stock"] as const;
export type ChangeKind = (typeof changeKinds)[number];
export const changeRules = ["set", "amount", "percent", "suggested"] as const;
export type ChangeRule = (typeof changeRules)[number];
/** "90" moves a price to the nearest one that ends in .90. */
export const priceEndings = ["exact", "90"] as const;
export type PriceEnding = (typeof priceEndings)[number];

/** `value` is in cents or units; for `percent` in hundredths of a percent; `suggested` needs none. */
export type ChangeOrder = { kind: ChangeKind; rule: ChangeRule; value: number; ending: PriceEnding };

export type ChangeSubject = {
  priceCents: number;
  stock: number;
  reserved: number;
  status: string;
  isPriceAutomated: boolean;
  suggestedCents: number | null;
  costCents: number | null;
};

export const changeWarnings = [
  "price-automated",
  "below-cost",
  "paused",
  "under-review",
  "big-drop",
  "below-reserved",
  "sold-out",
] as const;
export type ChangeWarning = (typeof changeWarnings)[number];
/** Why a row is left out. */
export type ChangeObstacle = "unchanged" | "no-suggestion" | "out-of-range" | "closed";

export type PlannedChange = { before: number; after: number; warnings: ChangeWarning[]; obstacle: ChangeObstacle | null };

/** A fall of more than this share of the price is worth a second look. */
const bigDropShare = 0.2;
const maxAfter = 100_000_000_00;

/** What a change would do to one listing, and what one should know before. */
export function planChange(listing: ChangeSubject, order: ChangeOrder): PlannedChange {
  const before = order.kind === "price" ? listing.priceCents : listing.stock;
  const wanted = wantedValue(before, listing.suggestedCents, order);
  const after = wanted === null ? before : order.kind === "price" && order.ending === "90" ? endIn90(wanted) : wanted;
  const obstacle = obstacleOf(listing, order.kind, { before, after, isKnown: wanted !== null });
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

function obstacleOf(listing: ChangeSubject, kind: ChangeKind, { before, after, isKnown }: Outcome): ChangeObstacle | null {
  if (listing.status === "closed") return "closed";
  if (!isKnown) return "no-suggestion";
  if (after === before) return "unchanged";
  const least = kind === "price" ? 1 : 0;
  return Number.isSafeInteger(after) && after >= least && after <= maxAfter ? null : "out-of-range";
}

function warningsOf(listing: ChangeSubject, kind: ChangeKind, before: number, after: number): ChangeWarning[] {
  const { status, costCents, reserved } = listing;
  const isPrice = kind === "price";
  const found: Record<ChangeWarning, boolean> = {
    "price-automated": isPrice && listing.isPriceAutomated,
    "below-cost": isPrice && costCents !== null && after < costCents,
    paused: status === "paused" || status === "inactive",
    "under-review": status === "review",
    "big-drop": isPrice && after < before * (1 - bigDropShare),
    "below-reserved": !isPrice && after < reserved,
    "sold-out": !isPrice && after === 0,
  };
  return changeWarnings.filter((warning) => found[warning]);
}
