import { type Account, accountKey, accountsOf, type Cap, type Hold, type Payer, type Period } from "./budget.ts";

/**
 * Money put aside on disk for whatever its payer asks next. Calls are granted out of it from memory: until they are written
 * down themselves, this amount stands for them.
 */
export type Advance = Period & {
  id: string;
  payer: Payer;
  accounts: readonly (Account & { key: string })[];
  /** As it stands on disk, or will with the next writing. */
  amountMicroUsd: number;
  /** Of that: promised to calls that are not written down, and what those that ended cost and is not written down either. */
  usedMicroUsd: number;
  mostUsedMicroUsd: number;
  lastMicroUsd: number;
  leaseMs: number;
  expiresAtMs: number;
  askedAtMs: number;
  isOnDisk: boolean;
  /** The calls that stand nowhere else. */
  loose: Map<string, Hold>;
  caps: readonly Cap[];
};

const mark = "advance";
/** How many calls like the last one an advance is for. */
const callsAhead = 16;
/** Of what the caps leave, no more than this part may wait in one advance: a crash charges what is in it. */
const partOfRoom = 4;
/** An advance nobody asked of for so long is given back. */
const idleMs = 4_000;
/** So much longer than the calls it is for an advance lasts: until it is given back or written anew. A crash holds it so long. */
export const spareMs = idleMs + 1_000;
/** A call that is this old is no short one: it is written down itself. */
const looseMs = 250;

export function payerKey({ kind, id }: Payer, { day }: Pick<Period, "day">): string {
  return `${day} ${kind} ${id}`;
}

/** `life` tells it from what an earlier life of the same books left behind. */
export function newAdvance(payer: Payer, { day, month }: Period, life: number): Advance {
  return {
    id: `${mark} ${life} ${payerKey(payer, { day })}`,
    payer,
    day,
    month,
    accounts: accountsOf(payer, { day, month }).map((account) => ({ ...account, key: accountKey(account) })),
    amountMicroUsd: 0,
    usedMicroUsd: 0,
    mostUsedMicroUsd: 0,
    lastMicroUsd: 0,
    leaseMs: 0,
    expiresAtMs: 0,
    askedAtMs: 0,
    isOnDisk: false,
    loose: new Map(),
    caps: [],
  };
}

/** What an earlier life left: nobody can tell any more which calls it stood for, so it counts like one that never ended. */
export function isAdvance({ id }: Pick<Hold, "id">): boolean {
  return id.startsWith(`${mark} `);
}

export function lifeAfter(holds: readonly Hold[]): number {
  return 1 + Math.max(0, ...holds.filter(isAdvance).map(({ id }) => Number(id.split(" ")[1])));
}

export function canGrant(advance: Advance, amountMicroUsd: number, untilMs: number): boolean {
  return advance.isOnDisk && advance.amountMicroUsd - advance.usedMicroUsd >= amountMicroUsd && untilMs <= advance.expiresAtMs;
}

export function noteAsked(
  advance: Advance,
  { amountMicroUsd, grantedAtMs }: Hold,
  { caps, leaseMs }: Pick<Advance, "caps" | "leaseMs">,
): void {
  advance.lastMicroUsd = amountMicroUsd;
  advance.askedAtMs = grantedAtMs;
  advance.leaseMs = leaseMs;
  advance.caps = caps;
}

export function noteGranted(advance: Advance, hold: Hold): void {
  advance.loose.set(hold.id, hold);
  advance.mostUsedMicroUsd = Math.max(advance.mostUsedMicroUsd, advance.usedMicroUsd);
}

/** Calls that are to be written down now. */
export function oldCalls({ loose }: Advance, nowMs: number): Hold[] {
  return [...loose.values()].filter(({ grantedAtMs }) => Math.abs(nowMs - grantedAtMs) >= looseMs);
}

/** How much may wait in it, where `roomMicroUsd` is what all caps leave: nothing near a cap, where every call is written down. */
export function aheadOf({ usedMicroUsd, mostUsedMicroUsd, lastMicroUsd, askedAtMs }: Advance, roomMicroUsd: number, nowMs: number): number {
  if (Math.abs(nowMs - askedAtMs) >= idleMs) return 0;
  const wanted = Math.max(callsAhead * lastMicroUsd, 2 * mostUsedMicroUsd) - usedMicroUsd;
  const ahead = Math.min(wanted, Math.floor(roomMicroUsd / partOfRoom));
  return ahead < lastMicroUsd ? 0 : ahead;
}

/** As it is written down: like a call whose lease is renewed as long as it is in use. */
export function asHold({ id, payer, day, month, amountMicroUsd, expiresAtMs }: Advance, nowMs: number): Hold {
  return { id, payer, day, month, amountMicroUsd, grantedAtMs: nowMs, expiresAtMs, isCharged: false };
}
