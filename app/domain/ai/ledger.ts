import type { Clock } from "#app/platform/clock.ts";
import {
  type Advance,
  aheadOf,
  asHold,
  canGrant,
  noteGranted,
  isAdvance,
  lifeAfter,
  newAdvance,
  spareMs,
  noteAsked,
  oldCalls,
  payerKey,
} from "./advance.ts";
import { type Account, accountKey, accountsOf, type Cap, type Hold, levelOf, limitOf, type Payer, periodOf } from "./budget.ts";
import type { CapState } from "./ports.ts";

/** Where a ledger is written down. What is told to it between two waits must come to disk together or not at all. */
export type LedgerStore = {
  loadSpent(): { account: string; microUsd: number }[];
  loadHolds(): Hold[];
  putSpent(account: string, microUsd: number): void;
  putHold(hold: Hold): void;
  removeHold(id: string): void;
};

export type ReserveResult = { isGranted: true } | { isGranted: false; account: Account; limitMicroUsd: number; isTemporary: boolean };
type ReserveAsk = { id: string; payer: Payer; amountMicroUsd: number; leaseMs: number; caps: readonly Cap[]; timeZone: string };

/** How long the end of a call that was given up may still be told. */
const lateMs = 2 * 24 * 3_600_000;
/** A clock that was set back further than this would keep leases for ever. */
const backwardsMs = 60_000;

/**
 * The books of one workspace's spending. Whatever order calls begin, end and die in, what is spent and what is held
 * together never pass a cap: money is put aside before a call, and only what it did not cost comes back.
 *
 * What the disk says was spent and held is never less than what memory says, so a crash loses nothing: a call is granted
 * without being written down only out of an advance that was. All else is written before it counts, or by `write`.
 */
export class Ledger {
  readonly #store: LedgerStore;
  readonly #clock: Clock;
  readonly #life: number;
  readonly #spent: Map<string, number>;
  readonly #holds: Map<string, Hold>;
  readonly #held = new Map<string, number>();
  readonly #advances = new Map<string, Advance>();
  /** What advances hold beyond what was granted out of them. */
  readonly #ahead = new Map<string, number>();
  readonly #changed = { spent: new Set<string>(), ended: new Set<string>() };
  /** Nothing ends between these two moments. */
  #quiet = { fromMs: 0, untilMs: 0 };

  constructor(store: LedgerStore, clock: Clock) {
    this.#store = store;
    this.#clock = clock;
    this.#spent = new Map(store.loadSpent().map(({ account, microUsd }) => [account, microUsd]));
    this.#holds = new Map(store.loadHolds().map((hold) => [hold.id, hold]));
    this.#life = lifeAfter([...this.#holds.values()]);
    for (const hold of this.#holds.values()) if (!hold.isCharged) this.#hold(hold, hold.amountMicroUsd);
  }

  /** Asked again with the same id it is raised to the amount, or stays what it was. */
  reserve(ask: ReserveAsk): ReserveResult {
    this.sweep();
    const { id, payer, amountMicroUsd, leaseMs, caps, timeZone } = ask;
    const now = this.#clock.now();
    const known = this.#holds.get(id);
    if (known !== undefined) return this.#raise(known, ask, now);
    const period = periodOf(now, timeZone);
    const hold: Hold = { id, payer, ...period, amountMicroUsd, grantedAtMs: now, expiresAtMs: now + leaseMs, isCharged: false };
    const advance = this.#advances.get(payerKey(payer, period)) ?? newAdvance(payer, period, this.#life);
    if (canGrant(advance, amountMicroUsd, hold.expiresAtMs) && this.#firstFull(advance.accounts, 0, caps) === undefined) {
      noteAsked(advance, hold, ask);
      this.#resize(advance, 0, amountMicroUsd);
      noteGranted(advance, hold);
      this.#holds.set(id, hold);
      this.#hold(hold, amountMicroUsd);
      this.#quiet.untilMs = Math.min(this.#quiet.untilMs, hold.expiresAtMs);
      return { isGranted: true };
    }
    const full = this.#stillFull(advance.accounts, amountMicroUsd, caps);
    if (full !== undefined) return full;
    this.#put(hold);
    this.#hold(hold, amountMicroUsd);
    this.#advances.set(payerKey(payer, period), advance);
    noteAsked(advance, hold, ask);
    this.write();
    return { isGranted: true };
  }

  /** What it cost in the end. Undefined when it was settled before, or granted by a life that ended: then nothing changes. */
  settle(id: string, costMicroUsd: number): Hold | undefined {
    this.sweep();
    const hold = this.#holds.get(id);
    if (hold === undefined) return undefined;
    if (!hold.isCharged) this.#hold(hold, -hold.amountMicroUsd);
    this.#spend(hold, costMicroUsd - (hold.isCharged ? hold.amountMicroUsd : 0));
    this.#holds.delete(id);
    const advance = this.#advanceUnder(hold);
    if (advance === undefined) {
      this.#changed.ended.add(id);
      return hold;
    }
    advance.loose.delete(id);
    this.#resize(advance, 0, costMicroUsd - hold.amountMicroUsd);
    // Dearer than it can have been: no advance stands for that.
    if (advance.usedMicroUsd > advance.amountMicroUsd) this.write();
    return hold;
  }

  /** A call nobody told the end of may have cost all that was put aside for it. */
  sweep(): void {
    const now = this.#clock.now();
    if (now >= this.#quiet.fromMs && now < this.#quiet.untilMs) return;
    for (const hold of this.#holds.values()) {
      if (hold.isCharged) {
        if (now >= hold.expiresAtMs + lateMs) this.#forget(hold.id);
      } else if (now >= hold.expiresAtMs || now < hold.grantedAtMs - backwardsMs) {
        this.#anchor(hold);
        this.#put({ ...hold, isCharged: true });
        this.#hold(hold, -hold.amountMicroUsd);
        this.#spend(hold, hold.amountMicroUsd);
      }
    }
    const ends = [...this.#holds.values()].map(({ isCharged, expiresAtMs }) => expiresAtMs + (isCharged ? lateMs : 0));
    this.#quiet = { fromMs: now, untilMs: Math.min(now + lateMs, ...ends) };
    this.write();
  }

  /** Brings the disk to what memory says. Whoever uses the books has this done soon after each change, and before it tells an end. */
  write(): void {
    const now = this.#clock.now();
    for (const account of this.#changed.spent) this.#store.putSpent(account, this.#spent.get(account) ?? 0);
    for (const id of this.#changed.ended) this.#store.removeHold(id);
    this.#changed.spent.clear();
    this.#changed.ended.clear();
    for (const [key, advance] of this.#advances) this.#renew(key, advance, now);
  }

  /** Whether money waits that `write` may give back later. */
  hasAdvances(): boolean {
    return this.#advances.size > 0;
  }

  callsUnderWay(): number {
    return [...this.#holds.values()].filter((hold) => !hold.isCharged && !isAdvance(hold)).length;
  }

  stateOf(account: Account, limitMicroUsd: number): CapState {
    const key = accountKey(account);
    const { scope, subjectId, window } = account;
    const spentMicroUsd = this.#spent.get(key) ?? 0;
    const heldMicroUsd = this.#held.get(key) ?? 0;
    return { scope, subjectId, window, limitMicroUsd, spentMicroUsd, heldMicroUsd, level: levelOf(spentMicroUsd, limitMicroUsd) };
  }

  #raise(known: Hold, { payer, amountMicroUsd, leaseMs, caps }: ReserveAsk, now: number): ReserveResult {
    const accounts = accountsOf(payer, known).map((account) => ({ ...account, key: accountKey(account) }));
    const [first] = accounts;
    // Its lease ended while it was under way: nothing more is given to a call that counts as over.
    if (known.isCharged && first !== undefined) return { isGranted: false, account: first, limitMicroUsd: 0, isTemporary: true };
    const amount = Math.max(known.amountMicroUsd, amountMicroUsd);
    const full = this.#stillFull(accounts, amount - known.amountMicroUsd, caps);
    if (full !== undefined) return full;
    this.#anchor(known);
    this.#put({ ...known, amountMicroUsd: amount, grantedAtMs: now, expiresAtMs: now + leaseMs });
    this.#hold(known, amount - known.amountMicroUsd);
    this.write();
    return { isGranted: true };
  }

  /** Full even when nothing waits in advances: those must not refuse a call that money is left for. */
  #stillFull(accounts: Advance["accounts"], moreMicroUsd: number, caps: readonly Cap[]): ReserveResult | undefined {
    const full = this.#firstFull(accounts, moreMicroUsd, caps);
    if (full === undefined) return undefined;
    for (const advance of this.#advances.values()) this.#resize(advance, advance.usedMicroUsd - advance.amountMicroUsd, 0);
    return this.#firstFull(accounts, moreMicroUsd, caps);
  }

  #firstFull(accounts: Advance["accounts"], moreMicroUsd: number, caps: readonly Cap[]): ReserveResult | undefined {
    for (const account of accounts) {
      const limitMicroUsd = limitOf(caps, account);
      if (limitMicroUsd === undefined) continue;
      const spentMicroUsd = this.#spent.get(account.key) ?? 0;
      const heldMicroUsd = (this.#held.get(account.key) ?? 0) + (this.#ahead.get(account.key) ?? 0);
      if (spentMicroUsd + heldMicroUsd + moreMicroUsd <= limitMicroUsd) continue;
      return { isGranted: false, account, limitMicroUsd, isTemporary: spentMicroUsd + moreMicroUsd <= limitMicroUsd };
    }
    return undefined;
  }

  /** What is written has no need of an advance any more; what is not stays covered; what waits is what the caps leave room for. */
  #renew(key: string, advance: Advance, now: number): void {
    for (const hold of oldCalls(advance, now)) {
      this.#anchor(hold);
      this.#put(hold);
    }
    const openMicroUsd = [...advance.loose.values()].reduce((sum, { amountMicroUsd }) => sum + amountMicroUsd, 0);
    this.#resize(advance, openMicroUsd - advance.amountMicroUsd, openMicroUsd - advance.usedMicroUsd);
    this.#resize(advance, aheadOf(advance, this.#roomFor(advance), now), 0);
    advance.mostUsedMicroUsd = openMicroUsd;
    advance.expiresAtMs = now + advance.leaseMs + spareMs;
    if (advance.amountMicroUsd > 0) this.#store.putHold(asHold(advance, now));
    else if (advance.isOnDisk) this.#store.removeHold(advance.id);
    advance.isOnDisk = advance.amountMicroUsd > 0;
    if (!advance.isOnDisk && advance.loose.size === 0) this.#advances.delete(key);
  }

  #roomFor({ accounts, caps }: Advance): number {
    const rooms = accounts.map((account) => {
      const taken = (this.#spent.get(account.key) ?? 0) + (this.#held.get(account.key) ?? 0) + (this.#ahead.get(account.key) ?? 0);
      return (limitOf(caps, account) ?? Number.POSITIVE_INFINITY) - taken;
    });
    return Math.max(0, Math.min(...rooms));
  }

  #resize(advance: Advance, changeMicroUsd: number, usedChangeMicroUsd: number): void {
    advance.amountMicroUsd += changeMicroUsd;
    advance.usedMicroUsd += usedChangeMicroUsd;
    for (const { key } of advance.accounts) add(this.#ahead, key, changeMicroUsd - usedChangeMicroUsd);
  }

  #advanceUnder({ id, payer, day }: Hold): Advance | undefined {
    const advance = this.#advances.get(payerKey(payer, { day }));
    return advance?.loose.has(id) === true ? advance : undefined;
  }

  /** From now on it stands for itself, with money that was the advance's. */
  #anchor(hold: Hold): void {
    const advance = this.#advanceUnder(hold);
    if (advance === undefined) return;
    advance.loose.delete(hold.id);
    this.#resize(advance, -hold.amountMicroUsd, -hold.amountMicroUsd);
  }

  #hold(of: Hold, changeMicroUsd: number): void {
    for (const account of accountsOf(of.payer, of)) add(this.#held, accountKey(account), changeMicroUsd);
  }

  #spend(of: Hold, changeMicroUsd: number): void {
    if (changeMicroUsd === 0) return;
    for (const account of accountsOf(of.payer, of)) {
      const key = accountKey(account);
      add(this.#spent, key, changeMicroUsd);
      this.#changed.spent.add(key);
    }
  }

  #put(hold: Hold): void {
    this.#holds.set(hold.id, hold);
    this.#store.putHold(hold);
    this.#quiet.untilMs = Math.min(this.#quiet.untilMs, hold.expiresAtMs);
  }

  #forget(id: string): void {
    this.#holds.delete(id);
    this.#changed.ended.add(id);
  }
}

function add(book: Map<string, number>, key: string, change: number): void {
  const next = (book.get(key) ?? 0) + change;
  if (next === 0) book.delete(key);
  else book.set(key, next);
}
