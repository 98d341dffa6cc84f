import type { ListingQuality } from "../../channels/remote.ts";
import type { PriceQuestion } from "../../pricing/target-price.ts";
import type { SellerMetric, SellerReputation } from "../account.ts";
import { headroomOf } from "../headroom.ts";
import type { ChannelFacts, ListingFacts, SkuFacts } from "../rules/rule.ts";
import type { ScoreFacts } from "../score-types.ts";
import { noSigns } from "../shopper-signs.ts";

/** When the stories of these tests happen. */
export const factsAtMs = Date.UTC(2026, 10, 20, 12);

export function aMetric(change: Partial<SellerMetric> & { key: string }): SellerMetric {
  return { rateBp: 0, count: null, base: null, windowDays: 60, target: null, ...change };
}

export function aReputation(metrics: SellerMetric[], change: Partial<SellerReputation> = {}): SellerReputation {
  const none = { level: "5_green", medal: null, levelWithoutProtection: null, protectedUntilMs: null, salesCompleted: 240 };
  return { ...none, metrics, ...change };
}

/** A channel where everything is as good as it gets. */
export function scoreFacts(change: Partial<ScoreFacts> = {}): ScoreFacts {
  return {
    vendor: "mercado-livre",
    site: "MLB",
    nowMs: factsAtMs,
    reputation: aReputation([
      aMetric({ key: "claims", rateBp: 50, count: 1, base: 240 }),
      aMetric({ key: "cancellations", rateBp: 0, count: 0, base: 240 }),
      aMetric({ key: "delayed_handling_time", rateBp: 300, count: 6 }),
    ]),
    hasSales: true,
    answerMinutes: 40,
    days: [],
    units30d: 120,
    quality: { listings: 10, scoreSum: 1_000, units: 100, scoreByUnits: 10_000, worst: [] },
    questions: { open: 0, oldestAskedAtMs: null, answered: 0, answerMinutesSum: 0 },
    dispatch: { due: 100, late: 0 },
    stock: { soldUnits: 100, outUnits: 0, earlierOutBp: [], out: [] },
    prices: [{ state: "winning", listings: 4, units: 40 }],
    ...change,
  };
}

/** A channel about which no rule has anything to say. */
export function channelFacts(change: Partial<ChannelFacts> = {}): ChannelFacts {
  return {
    nowMs: factsAtMs,
    channelId: "chn_1",
    name: "Loja",
    vendor: "mercado-livre",
    site: "MLB",
    currency: "BRL",
    reputation: aReputation([]),
    headroom: [],
    bestLevel: "5_green",
    answerMinutes: 30,
    questions: { open: 0, over24h: 0, oldestHours: 0 },
    dispatch: { late: 0, dueSoon: 0 },
    fees: { orders: 0, chargedCents: 0, predictedCents: 0 },
    ...change,
  };
}

/** Facts with the headroom that these metrics give. */
export function withMetrics(...metrics: SellerMetric[]): ChannelFacts {
  const facts = channelFacts({ reputation: aReputation(metrics) });
  return { ...facts, headroom: headroomOf({ vendor: facts.vendor, site: facts.site, nowMs: facts.nowMs, metrics, days: [] }) };
}

/** A listing about which no rule has anything to say. */
export function listingFacts(change: Partial<ListingFacts> = {}): ListingFacts {
  return {
    nowMs: factsAtMs,
    channelId: "chn_1",
    vendor: "mercado-livre",
    id: "lst_1",
    title: "Chaleira elétrica 1,8 L Casa Brasil",
    sku: "CH-18",
    gtin: "7891234567895",
    status: "active",
    statusReasons: [],
    currency: "BRL",
    priceCents: 18_990,
    regularPriceCents: null,
    stock: 200,
    reserved: 0,
    pictures: 6,
    description: "Ferve um litro em três minutos e desliga sozinha. ".repeat(3),
    freeShipping: true,
    isCatalog: true,
    isPriceAutomated: false,
    linkState: "linked",
    createdAtMs: factsAtMs - 200 * 24 * 3_600_000,
    quality: { score: 92, level: "Profissional", issues: [] },
    competition: { state: "winning", priceToWinCents: null, winnerPriceCents: 18_990, reasons: [] },
    priceReference: { state: "ok", suggestedCents: 18_990, lowestCents: 17_990 },
    visits30d: 900,
    verdictsReadAtMs: factsAtMs - 3_600_000,
    variant: { id: "var_1", costCents: 8_000, stock: 200, changedAtMs: factsAtMs - 24 * 3_600_000 },
    units7d: 7,
    units30d: 30,
    units90d: 90,
    pricing: aPriceQuestion(),
    fees: { rule: "mlb/classic/from-79", validFrom: "2026-03-02", certainty: "uncertain", percentBp: 1_200, fixedCents: 0 },
    chargedBp: null,
    isShippingUnknown: false,
    reviews: { bad30d: 0, word: null },
    shoppers: noSigns,
    ...change,
  };
}

/** 12 % commission, and free shipping from R$ 79 on costs R$ 20. */
export function aPriceQuestion(change: Partial<PriceQuestion> = {}): PriceQuestion {
  return {
    costCents: 8_000,
    taxBp: 0,
    adsBp: 0,
    bands: [
      { fromCents: 0, toCents: 7_900, commissionBp: 1_200, fixedCents: 0, shipCents: 0 },
      { fromCents: 7_900, toCents: null, commissionBp: 1_200, fixedCents: 0, shipCents: 2_000 },
    ],
    ...change,
  };
}

export function anIssue(key: string, harmful = false): ListingQuality["issues"][number] {
  return { key, text: "Complete as características", harmful };
}

export function withIssues(...issues: ListingQuality["issues"]): ListingFacts {
  return listingFacts({ quality: { score: 60, level: "Básica", issues } });
}

/** One SKU on two channels at one price. */
export function skuFacts(change: Partial<SkuFacts> = {}): SkuFacts {
  const offer = { vendor: "mercado-livre" as const, currency: "BRL", priceCents: 18_990 };
  return {
    nowMs: factsAtMs,
    sku: "CH-18",
    title: "Chaleira elétrica",
    currency: "BRL",
    offers: [
      { ...offer, listingId: "lst_1", channelId: "chn_1" },
      { ...offer, listingId: "lst_2", channelId: "chn_2", vendor: "shopee" },
    ],
    channels: 2,
    units30d: 30,
    ...change,
  };
}
