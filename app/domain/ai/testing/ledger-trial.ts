import fc from "fast-check";
import { createFakeClock } from "#app/platform/clock.ts";
import { isAdvance } from "../advance.ts";
import { accountKey, accountsOf, type Cap, type Hold, periodOf } from "../budget.ts";
import { Ledger, type LedgerStore } from "../ledger.ts";

export const start = Date.UTC(2026, 10, 21, 12);
export const timeZone = "America/Sao_Paulo";

/** A disk: what a ledger wrote is there for the next one, and nothing else. */
export function aStore() {
  const spent = new Map<string, number>();
  const holds = new Map<string, Hold>();
  const written = { ids: new Set<string>(), sums: 0 };
  return {
    spent,
    holds,
    written,
    loadSpent: () => [...spent].map(([account, microUsd]) => ({ account, microUsd })),
    loadHolds: () => [...holds.values()],
    putSpent: (account, microUsd) => {
      spent.set(account, microUsd);
      written.sums += 1;
    },
    putHold: (hold) => {
      holds.set(hold.id, hold);
      written.ids.add(hold.id);
    },
    removeHold: (id) => void holds.delete(id),
  } satisfies LedgerStore & Record<string, unknown>;
}

export const caps: Cap[] = [
  { scope: "workspace", subjectId: "", window: "day", limitMicroUsd: 1_000 },
  { scope: "workspace", subjectId: "", window: "month", limitMicroUsd: 2_500 },
  { scope: "user", subjectId: "", window: "day", limitMicroUsd: 400 },
  { scope: "user", subjectId: "usr_1", window: "day", limitMicroUsd: 600 },
  { scope: "agent", subjectId: "sync", window: "month", limitMicroUsd: 500 },
];
const payers = [
  { kind: "user", id: "usr_1" },
  { kind: "user", id: "usr_2" },
  { kind: "agent", id: "sync" },
  { kind: "system", id: "cron" },
];
export const leaseMs = 60_000;

export const steps = fc.array(
  fc.oneof(
    {
      weight: 8,
      arbitrary: fc.record({ do: fc.constant("reserve" as const), payer: fc.nat(3), amount: fc.integer({ min: 0, max: 12 }) }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ do: fc.constant("reserve" as const), payer: fc.nat(3), amount: fc.integer({ min: 0, max: 300 }) }),
    },
    {
      weight: 6,
      arbitrary: fc.record({ do: fc.constant("settle" as const), call: fc.nat(1_000), share: fc.double({ min: 0, max: 1, noNaN: true }) }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ do: fc.constant("raise" as const), call: fc.nat(1_000), amount: fc.integer({ min: 0, max: 400 }) }),
    },
    { weight: 2, arbitrary: fc.record({ do: fc.constant("write" as const) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant("crash" as const) }) },
    { weight: 3, arbitrary: fc.record({ do: fc.constant("clock" as const), byMs: fc.integer({ min: 0, max: 400 }) }) },
    {
      weight: 1,
      arbitrary: fc.record({ do: fc.constant("clock" as const), byMs: fc.integer({ min: -30 * 3_600_000, max: 30 * 3_600_000 }) }),
    },
  ),
  { maxLength: 160, size: "max" },
);

/** What one who writes down every call on paper would say: all that was promised, and in the end all that was paid. */
type Paper = { id: string; payer: { kind: string; id: string }; accounts: string[]; amount: number; cost: number | undefined };

/** The books, the paper beside them, and what crashes left that stands for calls nobody can name. */
export class Trial {
  readonly clock = createFakeClock(start);
  readonly store = aStore();
  readonly paper: Paper[] = [];
  readonly orphans = new Map<string, Hold>();
  /** Ends that are not on disk: whoever told them has no answer, and tells them again after a crash. */
  readonly unheard = new Map<string, number>();
  /** Promised or paid by a life that ended, and by no word on disk. */
  readonly lost = new Set<string>();
  ledger = new Ledger(this.store, this.clock);
  #sums = 0;

  run(step: Step): void {
    this.take(step);
    this.ledger.sweep();
  }

  take(step: Step): void {
    switch (step.do) {
      case "crash":
        return this.crash();
      case "write":
        return this.ledger.write();
      case "clock":
        return this.clock.advance(step.byMs);
      case "reserve":
        return this.reserve(payers[step.payer] ?? { kind: "system", id: "" }, step.amount);
      case "raise":
        return this.raise(this.paper[step.call % this.paper.length], step.amount);
      case "settle":
        return this.settle(this.paper[step.call % this.paper.length], step.share);
      default:
        return step satisfies never;
    }
  }

  reserve(payer: Paper["payer"], amountMicroUsd: number): void {
    const id = `aic_${this.paper.length}`;
    const accounts = accountsOf(payer, periodOf(this.clock.now(), timeZone)).map(accountKey);
    if (!this.ledger.reserve({ id, payer, amountMicroUsd, leaseMs, caps, timeZone }).isGranted) return;
    this.paper.push({ id, payer, accounts, amount: amountMicroUsd, cost: undefined });
  }

  raise(call: Paper | undefined, amountMicroUsd: number): void {
    if (call === undefined || call.cost !== undefined || this.isLost(call)) return;
    const { id, payer } = call;
    // Charged and forgotten: it would be a new call.
    if (this.store.written.ids.has(id) && !this.store.holds.has(id)) return;
    if (!this.ledger.reserve({ id, payer, amountMicroUsd, leaseMs, caps, timeZone }).isGranted) return;
    call.amount = Math.max(call.amount, amountMicroUsd);
  }

  settle(call: Paper | undefined, share: number): void {
    if (call === undefined || call.cost !== undefined) return;
    const cost = Math.floor(call.amount * share);
    this.ledger.sweep();
    this.hear();
    const isHeard = this.ledger.settle(call.id, cost) !== undefined;
    // Two days after its lease ended nobody corrects it any more: it stays charged in full.
    call.cost = isHeard || this.isLost(call) ? cost : call.amount;
    if (isHeard) this.unheard.set(call.id, cost);
  }

  isLost({ id }: Paper): boolean {
    return this.lost.has(id);
  }

  /** Sums come to disk together with all that is in them. */
  hear(): void {
    if (this.#sums !== this.store.written.sums) this.unheard.clear();
    this.#sums = this.store.written.sums;
  }

  crash(): void {
    this.hear();
    for (const { id, cost } of this.paper) {
      if (!this.store.written.ids.has(id) && (cost === undefined || this.unheard.has(id))) this.lost.add(id);
    }
    for (const hold of this.store.holds.values()) {
      if (isAdvance(hold) && !hold.isCharged) this.orphans.set(`${hold.id} ${hold.grantedAtMs}`, hold);
    }
    this.ledger = new Ledger(this.store, this.clock);
    // What a new life writes first knows nothing yet of what is told to it again.
    this.ledger.sweep();
    this.#sums = this.store.written.sums;
    for (const [id, cost] of this.unheard) if (this.ledger.settle(id, cost) === undefined) this.unheard.delete(id);
  }
}

type Step = typeof steps extends fc.Arbitrary<(infer One)[]> ? One : never;

export function totalOnDisk({ spent, holds }: ReturnType<typeof aStore>): Map<string, number> {
  const total = new Map(spent);
  for (const hold of holds.values()) {
    if (hold.isCharged) continue;
    for (const key of accountsOf(hold.payer, hold).map(accountKey)) total.set(key, (total.get(key) ?? 0) + hold.amountMicroUsd);
  }
  return total;
}
