import type { SettingsOf } from "#app/domain/agents/settings.ts";
import type { PriceSignal } from "#app/domain/selling/read-price-signals.server.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** Why a price is not touched, whatever others ask. Each has a sentence of its own. */
export type Hindrance =
  | "automated"
  | "promotion"
  | "moving"
  | "cost-unknown"
  | "cost-old"
  | "fees-unknown"
  | "fees-doubted"
  | "shipping-unknown"
  | "signals-old";

/** Undefined when the price may be thought about. */
export function hindranceOf(signal: PriceSignal, settings: SettingsOf<"price-watch">, nowMs: number): Hindrance | undefined {
  const { regularPriceCents, priceCents, variant, pricing, fees, verdictsReadAtMs } = signal;
  if (signal.isPriceAutomated) return "automated";
  if (regularPriceCents !== null && regularPriceCents > priceCents) return "promotion";
  if (signal.isMoving) return "moving";
  if (variant?.costCents == null) return "cost-unknown";
  if (nowMs - variant.changedAtMs > settings.costStaleDays * dayMs) return "cost-old";
  if (pricing === null || fees === null) return "fees-unknown";
  if (signal.isShippingUnknown) return "shipping-unknown";
  if (isFeeDoubted(signal, settings)) return "fees-doubted";
  return verdictsReadAtMs === null || nowMs - verdictsReadAtMs > settings.signalsStaleHours * hourMs ? "signals-old" : undefined;
}

/** What was charged lately is the truth; a price list that says much less would make margins look too good. */
function isFeeDoubted({ chargedBp, fees, priceCents }: PriceSignal, { feeDriftPoints }: SettingsOf<"price-watch">): boolean {
  if (chargedBp === null || fees === null) return false;
  const listedBp = fees.percentBp + Math.round((fees.fixedCents * 10_000) / Math.max(1, priceCents));
  return chargedBp - listedBp > feeDriftPoints * 100;
}
