import type { TaskKind } from "../ledger/facts.ts";

/** From the first moment to before the second, UTC. */
export type Period = { fromMs: number; untilMs: number };

/** What was done: sums that may be added up over hours, people and zones. */
export type WorkFigures = {
  /** Taken out for orders, in base units and in takings. */
  pickedUnits: number;
  pickedLines: number;
  doneTasks: number;
  movements: number;
  /** Pick tasks that ended, and those of them that ended with less than was promised. */
  picks: number;
  shortPicks: number;
  /** Lines of bins that were counted, and those that were not as the books said. */
  countedLines: number;
  wrongLines: number;
  /** Bookings that set the books right. */
  corrections: number;
};

export type HourFigures = WorkFigures & { hourMs: number };
export type PersonFigures = Pick<WorkFigures, "pickedUnits" | "pickedLines" | "doneTasks"> & { hourMs: number; actorId: string };

/** `p90AgeMs`: nine of ten are younger. */
export type QueueFigures = { kind: TaskKind; open: number; claimed: number; oldestAgeMs: number; p90AgeMs: number };

export const dwellKinds = ["receiving", "staging"] as const;
/** Goods that should not stay: the median is of units, taken as those that came first leave first. */
export type DwellFigures = { kind: (typeof dwellKinds)[number]; units: number; lines: number; oldestAgeMs: number; medianAgeMs: number };

/** Bookings that set right what the books said of goods in a bin: by hand, and by counts. */
export type CorrectedFigures = { sku: string; binId: string; byHand: number; counted: number; lastAtMs: number };

/** A pick that ended with less than was asked for. */
export type ShortPick = { taskId: string; atMs: number; binId: string; bin: string; product: string; asked: number; picked: number };

export type ZoneMetrics = {
  atMs: number;
  hours: HourFigures[];
  people: PersonFigures[];
  corrected: CorrectedFigures[];
  /** The newest first. */
  shortPicks: ShortPick[];
  queue: QueueFigures[];
  dwell: DwellFigures[];
  connections: number;
  lastSeq: number;
  /** SKUs whose totals others have not heard of, and what other zones have not. */
  untold: number;
  waiting: number;
  oldestWaitingMs: number | null;
  storageBytes: number;
};

export const hourMs = 3_600_000;

export const noWork: WorkFigures = {
  pickedUnits: 0,
  pickedLines: 0,
  doneTasks: 0,
  movements: 0,
  picks: 0,
  shortPicks: 0,
  countedLines: 0,
  wrongLines: 0,
  corrections: 0,
};

const figureNames = Object.keys(noWork) as (keyof WorkFigures)[];

export function addWork(parts: Iterable<Partial<WorkFigures>>): WorkFigures {
  const sum = { ...noWork };
  for (const part of parts) for (const name of figureNames) sum[name] += part[name] ?? 0;
  return sum;
}

/** Hour by hour, also those in which nothing happened: a gap in a chart is read as no data. */
export function everyHour({ fromMs, untilMs }: Period, hours: readonly HourFigures[]): HourFigures[] {
  const known = Map.groupBy(hours, (one) => one.hourMs);
  const all: HourFigures[] = [];
  for (let at = Math.floor(fromMs / hourMs) * hourMs; at < untilMs; at += hourMs) all.push({ ...addWork(known.get(at) ?? []), hourMs: at });
  return all;
}

/** How right the books are, of one; null while nothing was counted. */
export function accuracyOf({ countedLines, wrongLines }: Pick<WorkFigures, "countedLines" | "wrongLines">): number | null {
  return countedLines === 0 ? null : 1 - wrongLines / countedLines;
}

/** The value that a share of all is not above; 0 of nothing. */
export function quantile(values: readonly number[], share: number): number {
  const inOrder = values.toSorted((a, b) => a - b);
  return inOrder[Math.max(0, Math.ceil(share * inOrder.length) - 1)] ?? 0;
}
