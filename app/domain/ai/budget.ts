import { nextDay, startOfDayMs, zonedDay } from "#app/platform/zoned-days.ts";
import { usdToMicroUsd } from "./money.ts";
import type { CapScope, CapWindow } from "./kinds.ts";
import type { CapLevel } from "./ports.ts";

export type Cap = { scope: CapScope; subjectId: string; window: CapWindow; limitMicroUsd: number };
/** As the audit log names who asks. */
export type Payer = { kind: string; id: string };
export type Period = { day: string; month: string };

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

/** Holds until somebody says otherwise: a key alone must not open an endless bill. */
export const defaultCaps: readonly Cap[] = [
  { scope: "workspace", subjectId: "", window: "day", limitMicroUsd: usdToMicroUsd(5) },
  { scope: "workspace", subjectId: "", window: "month", limitMicroUsd: usdToMicroUsd(50) },
];

const warnShare = 0.8;
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
