import { nextDay, startOfDayMs, zonedDay } from "#app/platform/zoned-days.ts";
import type { Clock } from "#app/platform/clock.ts";
import { usdToMicroUsd } from "./money.ts";
import type { CapScope, CapWindow } from "./kinds.ts";
import type { CapLevel, CapState } from "./ports.ts";

export type Cap = { scope: CapScope; subjectId: string; window: CapWindow; limitMicroUsd: number };
/** As the audit log names who asks. */
export type Payer = { kind: string; id: string };
type Period = { day: string; month: string };

/** Something whose spending is counted: one scope in one day or month. */
export type Account = { scope: CapScope; subjectId: string; window: CapWindow; period: string };

/** Money put aside for a call. `isCharged`: its end was never heard, so all of it counts as spent until it is. */
export type Hold = {
  id: string;
  payer: Payer;
  day: string;
  month: string;
  amountMicroUsd: number;
  grantedAtMs: number;
  expiresAtMs: number;
  isCharged: boolean;
};

/** Where a ledger is written down before anybody hears of a change. */
export type LedgerStore = {
  loadSpent(): { account: string; microUsd: number }[];
  loadHolds(): Hold[];
  putSpent(account: string, microUsd: number): void;
  putHold(hold: Hold): void;
  removeHold(id: string): void;
};

export type ReserveResult = { isGranted: true } | { isGranted: false; account: Account; limitMicroUsd: number; isTemporary: boolean };

/** Holds until somebody says otherwise: a key alone must not open an endless bill. */
export const defaultCaps: readonly Cap[] = [
  { scope: "workspace", subjectId: "", window: "day", limitMicroUsd: usdToMicroUsd(5) },
  { scope: "workspace", subjectId: "", window: "month", limitMicroUsd: usdToMicroUsd(50) },
];

const warnShare = 0.8;
/** How long the end of a call that was given up may still be told. */
const lateMs = 2 * 24 * 3_600_000;
/** A clock that was set back further than this would keep leases for ever. */
const backwardsMs = 60_000;

/** The day each zone was last asked for: formatting one costs more than the rest of a reservation. */
const lastDays = new Map<string, { period: Period; fromMs: number; untilMs: number }>();

export function periodOf(nowMs: number, timeZone: string): Period {
  const last = lastDays.get(timeZone);
  if (last !== undefined && nowMs >= last.fromMs && nowMs < last.untilMs) return last.period;
  const day = zonedDay(nowMs, timeZone);
  const period = { day, month: day.slice(0, 7) };
  const fromMs = startOfDayMs(day, timeZone) ?? nowMs;
  lastDays.set(timeZone, { period, fromMs, untilMs: startOfDayMs(nextDay(day), timeZone) ?? nowMs });
  return period;
}

export function accountsOf({ kind, id }: Payer, { day, month }: Period): Account[] {
  const scopes: [CapScope, string][] = [["workspace", ""]];
  if (kind === "user" || kind === "agent") scopes.push([kind, id]);
  return scopes.flatMap(([scope, subjectId]) => [
    { scope, subjectId, window: "day" as const, period: day },
    { scope, subjectId, window: "month" as const, period: month },
  ]);
}

export function accountKey({ scope, subjectId, period }: Account): string {
  return `${period} ${scope} ${subjectId}`;
}

/** The cap of this very subject, else the one for each of its scope, else the house's own. */
export function limitOf(caps: readonly Cap[], { scope, subjectId, window }: Account): number | undefined {
  const of = (list: readonly Cap[], id: string) =>
    list.find((cap) => cap.scope === scope && cap.window === window && cap.subjectId === id)?.limitMicroUsd;
  return of(caps, subjectId) ?? of(caps, "") ?? of(defaultCaps, subjectId);
}

export function levelOf(spentMicroUsd: number, limitMicroUsd: number): CapLevel {
  if (spentMicroUsd >= limitMicroUsd) return "blocked";
  return spentMicroUsd >= limitMicroUsd * warnShare ? "warned" : "open";
}

type ReserveAsk = { id: string; payer: Payer; amountMicroUsd: number; leaseMs: number; caps: readonly Cap[]; timeZone: string };

/**
 * The books of one workspace's spending. Whatever order calls begin, end and die in, what is spent and what is held
 * together never pass a cap: money is put aside before a call, and only what it did not cost comes back.
 */
export class Ledger {
  readonly #store: LedgerStore;
  readonly #clock: Clock;
  readonly #spent: Map<string, number>;
  readonly #holds: Map<string, Hold>;
  readonly #held = new Map<string, number>();
  /** Nothing ends between these two moments. */
  #quiet = { fromMs: 0, untilMs: 0 };

  constructor(store: LedgerStore, clock: Clock) {
    this.#store = store;
    this.#clock = clock;
    this.#spent = new Map(store.loadSpent().map(({ account, microUsd }) => [account, microUsd]));
    this.#holds = new Map(store.loadHolds().map((hold) => [hold.id, hold]));
    for (const hold of this.#holds.values()) if (!hold.isCharged) this.#hold(hold, hold.amountMicroUsd);
  }

  /** Asked again with the same id it is raised to the amount, or stays what it was. */
  reserve({ id, payer, amountMicroUsd, leaseMs, caps, timeZone }: ReserveAsk): ReserveResult {
    this.sweep();
    const now = this.#clock.now();
    const known = this.#holds.get(id);
    const { day, month } = known ?? periodOf(now, timeZone);
    const accounts = accountsOf(payer, { day, month });
    const [first] = accounts;
    // Its lease ended while it was under way: nothing more is given to a call that counts as over.
    if (known?.isCharged && first !== undefined) return { isGranted: false, account: first, limitMicroUsd: 0, isTemporary: true };
    const before = known?.amountMicroUsd ?? 0;
    const amount = Math.max(before, amountMicroUsd);
    const full = this.#firstFull(accounts, amount - before, caps);
    if (full !== undefined) return full;
    const hold: Hold = { id, payer, day, month, amountMicroUsd: amount, grantedAtMs: now, expiresAtMs: now + leaseMs, isCharged: false };
    this.#put(hold);
    this.#hold(hold, amount - before);
    this.#quiet.untilMs = Math.min(this.#quiet.untilMs, hold.expiresAtMs);
    return { isGranted: true };
  }

  /** What it cost in the end. Undefined when it was settled before: then nothing changes. */
  settle(id: string, costMicroUsd: number): Hold | undefined {
    this.sweep();
    const hold = this.#holds.get(id);
    if (hold === undefined) return undefined;
    if (!hold.isCharged) this.#hold(hold, -hold.amountMicroUsd);
    this.#spend(hold, costMicroUsd - (hold.isCharged ? hold.amountMicroUsd : 0));
    this.#drop(id);
    return hold;
  }

  /** A call nobody told the end of may have cost all that was put aside for it. */
  sweep(): void {
    const now = this.#clock.now();
    if (now >= this.#quiet.fromMs && now < this.#quiet.untilMs) return;
    for (const hold of this.#holds.values()) {
      if (hold.isCharged) {
        if (now >= hold.expiresAtMs + lateMs) this.#drop(hold.id);
      } else if (now >= hold.expiresAtMs || now < hold.grantedAtMs - backwardsMs) {
        this.#put({ ...hold, isCharged: true });
        this.#hold(hold, -hold.amountMicroUsd);
        this.#spend(hold, hold.amountMicroUsd);
      }
    }
    const ends = [...this.#holds.values()].map(({ isCharged, expiresAtMs }) => expiresAtMs + (isCharged ? lateMs : 0));
    this.#quiet = { fromMs: now, untilMs: Math.min(now + lateMs, ...ends) };
  }

  callsUnderWay(): number {
    return [...this.#holds.values()].filter(({ isCharged }) => !isCharged).length;
  }

  stateOf(account: Account, limitMicroUsd: number): CapState {
    const key = accountKey(account);
    const { scope, subjectId, window } = account;
    const spentMicroUsd = this.#spent.get(key) ?? 0;
    const heldMicroUsd = this.#held.get(key) ?? 0;
    return { scope, subjectId, window, limitMicroUsd, spentMicroUsd, heldMicroUsd, level: levelOf(spentMicroUsd, limitMicroUsd) };
  }

  #firstFull(accounts: Account[], moreMicroUsd: number, caps: readonly Cap[]): ReserveResult | undefined {
    for (const account of accounts) {
      const limitMicroUsd = limitOf(caps, account);
      if (limitMicroUsd === undefined) continue;
      const { spentMicroUsd, heldMicroUsd } = this.stateOf(account, limitMicroUsd);
      if (spentMicroUsd + heldMicroUsd + moreMicroUsd <= limitMicroUsd) continue;
      return { isGranted: false, account, limitMicroUsd, isTemporary: spentMicroUsd + moreMicroUsd <= limitMicroUsd };
    }
    return undefined;
  }

  #hold(of: Hold, changeMicroUsd: number): void {
    for (const account of accountsOf(of.payer, of)) add(this.#held, accountKey(account), changeMicroUsd);
  }

  #spend(of: Hold, changeMicroUsd: number): void {
    if (changeMicroUsd === 0) return;
    for (const account of accountsOf(of.payer, of)) {
      const key = accountKey(account);
      this.#store.putSpent(key, add(this.#spent, key, changeMicroUsd));
    }
  }

  #put(hold: Hold): void {
    this.#holds.set(hold.id, hold);
    this.#store.putHold(hold);
  }

  #drop(id: string): void {
    this.#holds.delete(id);
    this.#store.removeHold(id);
  }
}

function add(book: Map<string, number>, key: string, change: number): number {
  const next = (book.get(key) ?? 0) + change;
  if (next === 0) book.delete(key);
  else book.set(key, next);
  return next;
}
