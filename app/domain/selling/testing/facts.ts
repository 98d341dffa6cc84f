import type { SellerMetric, SellerReputation } from "../account.ts";
import type { ScoreFacts } from "../score-types.ts";

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
