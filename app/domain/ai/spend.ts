import { nextDay } from "#app/platform/zoned-days.ts";

export type Spent = { calls: number; rulesAnswers: number; inputTokens: number; outputTokens: number; costMicroUsd: number };
export type SpendPart = Spent & { id: string; label: string };
export type SpendDayRow = Spent & {
  day: string;
  askerKind: string;
  askerId: string;
  askerLabel: string;
  purpose: string;
  provider: string;
  model: string;
};

const nothing: Spent = { calls: 0, rulesAnswers: 0, inputTokens: 0, outputTokens: 0, costMicroUsd: 0 };
const averagedDays = 7;

export function sumOf(rows: readonly Spent[]): Spent {
  return rows.reduce(plus, nothing);
}

function plus(a: Spent, b: Spent): Spent {
  return {
    calls: a.calls + b.calls,
    rulesAnswers: a.rulesAnswers + b.rulesAnswers,
    inputTokens: a.inputTokens + b.inputTokens,
    outputTokens: a.outputTokens + b.outputTokens,
    costMicroUsd: a.costMicroUsd + b.costMicroUsd,
  };
}

/** The parts of a sum, the dearest first. */
export function partsBy(rows: readonly SpendDayRow[], keyOf: (row: SpendDayRow) => { id: string; label: string }): SpendPart[] {
  const parts = new Map<string, SpendPart>();
  for (const row of rows) {
    const { id, label } = keyOf(row);
    parts.set(id, { id, label, ...plus(parts.get(id) ?? nothing, row) });
  }
  return [...parts.values()].toSorted((a, b) => b.costMicroUsd - a.costMicroUsd || b.calls - a.calls || (a.id < b.id ? -1 : 1));
}

/** Every day from the first to the last, those without any spending as well. */
export function daysOf(rows: readonly SpendDayRow[], from: string, to: string): (Spent & { day: string })[] {
  const days: (Spent & { day: string })[] = [];
  for (let day = from; day <= to; day = nextDay(day)) days.push({ day, ...sumOf(rows.filter((row) => row.day === day)) });
  return days;
}

/**
 * What a month will have cost at its end: what it cost so far, and for each day that is left as much as a day cost on average
 * lately. Today counts for as much as it has cost already, if that is more.
 */
export function forecastMonth(rows: readonly SpendDayRow[], today: string, tracked: { from: string }): number {
  const month = today.slice(0, 7);
  const costOf = (day: string) => sumOf(rows.filter((row) => row.day === day)).costMicroUsd;
  const spent = sumOf(rows.filter((row) => row.day.startsWith(month) && row.day < today)).costMicroUsd;
  const lately = previousDays(today, averagedDays).filter((day) => day >= tracked.from);
  const average = lately.length === 0 ? costOf(today) : lately.reduce((sum, day) => sum + costOf(day), 0) / lately.length;
  return Math.round(spent + Math.max(costOf(today), average) + average * daysAfter(today));
}

function previousDays(day: string, count: number): string[] {
  const dayMs = 86_400_000;
  const start = Date.parse(`${day}T00:00:00Z`);
  return Array.from({ length: count }, (_, index) => new Date(start - (index + 1) * dayMs).toISOString().slice(0, 10));
}

export function dayBefore(day: string, count: number): string {
  return previousDays(day, count).at(-1) ?? day;
}

function daysAfter(today: string): number {
  let days = 0;
  for (let day = nextDay(today); day.slice(0, 7) === today.slice(0, 7); day = nextDay(day)) days += 1;
  return days;
}
