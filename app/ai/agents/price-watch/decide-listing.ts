import type { SettingsOf } from "#app/domain/agents/settings.ts";
import { type Corridor, highestWithin, priceCorridor } from "#app/domain/pricing/corridor.ts";
import { deadZoneAt, pointAt, type PriceQuestion } from "#app/domain/pricing/target-price.ts";
import type { MarketOffer } from "#app/domain/selling/ports.ts";
import type { PriceSignal } from "#app/domain/selling/read-price-signals.server.ts";
import { type Conclusion, conclude, type Rule } from "../shared/conclude.ts";
import { type Hindrance, hindranceOf } from "./hindrance.ts";
import { limitMove } from "./limit-move.ts";
import { listingSubject, marginFacts, priceFacts } from "./price-facts.ts";
import { type Calm, type Lure, type Wanted, wantedPrice } from "./wanted-price.ts";

const rule = (id: string): Rule => ({ id: `price.${id}`, version: 1 });
const rules = {
  "to-win": rule("lower-to-win"),
  "to-reference": rule("lower-to-reference"),
  "to-offer": rule("lower-to-offer"),
  step: rule("lower-step"),
  raise: rule("raise"),
  floor: rule("floor-holds"),
  below: rule("below-floor"),
  "dead-zone": rule("dead-zone"),
  "cooling-down": rule("cooling-down"),
  "daily-cap": rule("daily-cap"),
} as const satisfies Record<Lure | "step" | "raise" | "floor" | "below" | "dead-zone" | "cooling-down" | "daily-cap", Rule>;
const validForMs = 24 * 3_600_000;

/** Alone: a sentence of its own. Otherwise only why it was left, told together with others. */
type ListingVerdict = { kind: "alone"; conclusion: Conclusion } | { kind: "left"; why: Hindrance | Calm };

type Settings = SettingsOf<"price-watch">;
type Thought = { signal: PriceSignal; pricing: PriceQuestion; corridor: Corridor; settings: Settings; nowMs: number };

export function decideListing(signal: PriceSignal, offers: readonly MarketOffer[], settings: Settings, nowMs: number): ListingVerdict {
  const hindrance = hindranceOf(signal, settings, nowMs);
  if (hindrance !== undefined || signal.pricing === null) return { kind: "left", why: hindrance ?? "fees-unknown" };
  const { pricing } = signal;
  const corridor = priceCorridor({
    pricing,
    leastMarginBp: settings.leastMarginPercent * 100,
    minimumCents: settings.minimums[signal.sku ?? ""] ?? null,
    ceilingCents: null,
  });
  const thought = { signal, pricing, corridor, settings, nowMs };
  const wanted = wantedPrice(signal, offers, settings, nowMs);
  switch (wanted.way) {
    case "stay":
      return isBelowFloor(thought) ? left(thought, rules.below, {}, "found") : { kind: "left", why: wanted.why };
    case "lower":
      return lowerTo(thought, wanted);
    case "raise":
      return raiseTo(thought, wanted.cents);
    default:
      return wanted satisfies never;
  }
}

function isBelowFloor({ signal, corridor }: Thought): boolean {
  return corridor.floorCents === null || signal.priceCents < corridor.floorCents;
}

function lowerTo(thought: Thought, { cents, lure }: Extract<Wanted, { way: "lower" }>): ListingVerdict {
  const { signal, corridor } = thought;
  const facts = { targetCents: cents };
  if (isBelowFloor(thought)) return left(thought, rules.below, facts, "found");
  // A product page is won or not: half way down costs margin and wins nothing. A reference is a direction.
  const nearest = highestWithin(corridor, cents) ?? (lure === "to-reference" ? (corridor.floorCents ?? undefined) : undefined);
  if (nearest === undefined || nearest >= signal.priceCents) return left(thought, rules.floor, facts);
  return moveTo(thought, nearest, rules[lure], facts);
}

function raiseTo(thought: Thought, cents: number): ListingVerdict {
  const { signal, corridor } = thought;
  const nearest = highestWithin(corridor, cents);
  if (nearest === undefined || nearest <= signal.priceCents) return left(thought, rules["dead-zone"], { targetCents: cents });
  return moveTo(thought, nearest, rules.raise, { targetCents: cents });
}

function moveTo(thought: Thought, cents: number, by: Rule, facts: { targetCents: number }): ListingVerdict {
  const { signal, pricing, corridor, settings, nowMs } = thought;
  const limited = limitMove(signal, cents, corridor, settings, nowMs);
  if (limited.kind !== "move") return left(thought, rules[limited.kind], facts);
  const point = pointAt(limited.cents, pricing);
  if (point === undefined) return left(thought, rules["dead-zone"], facts);
  const movePercent = Math.round(((limited.cents - signal.priceCents) * 1_000) / signal.priceCents) / 10;
  const zone = deadZoneAt(facts.targetCents, pricing);
  const conclusion = conclude(limited.isStep && by !== rules.raise ? rules.step : by, {
    verdict: "proposed",
    subject: listingSubject(signal),
    facts: {
      ...priceFacts(signal, corridor),
      ...facts,
      ...(zone === undefined ? {} : { deadZoneFromCents: zone.fromCents }),
      newPriceCents: limited.cents,
      movePercent,
      dailyCapPercent: settings.dailyCapPercent,
    },
    proposal: {
      key: `price:${signal.id}`,
      call: {
        tool: "change-price",
        input: { listingId: signal.id, fromCents: signal.priceCents, toCents: limited.cents, currency: signal.currency },
      },
      effect: marginFacts(signal, pricing, point),
      group: null,
      validForMs,
      needsPerson: -movePercent > settings.askAbovePercent,
    },
  });
  return { kind: "alone", conclusion };
}

function left(
  { signal, corridor, settings }: Thought,
  by: Rule,
  own: { targetCents?: number },
  verdict: "left" | "found" = "left",
): ListingVerdict {
  const facts = {
    ...priceFacts(signal, corridor),
    ...own,
    leastMarginPercent: settings.leastMarginPercent,
    coolDownHours: settings.coolDownHours,
    dailyCapPercent: settings.dailyCapPercent,
  };
  return { kind: "alone", conclusion: conclude(by, { verdict, subject: listingSubject(signal), facts }) };
}
