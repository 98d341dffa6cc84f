import { hourMs, type WorkFigures, type ZoneMetrics } from "../monitoring/zone-metrics.ts";
import type { AlertFacts, AlertKind, AlertSeverity } from "./kinds.ts";
import { lowerLimit, upperLimit, usualOf } from "./robust.ts";

/** A zone's past hour; the queue is null where nobody looked. */
export type Sample = Pick<WorkFigures, "pickedLines" | "picks" | "shortPicks" | "countedLines" | "wrongLines"> & {
  hourMs: number;
  queueOldestMs: number | null;
};

export type Watched = {
  nowMs: number;
  /** Null when the zone did not answer. */
  metrics: Pick<ZoneMetrics, "queue" | "waiting" | "oldestWaitingMs"> | null;
  drift: number | null;
  /** Of serial numbers that lie in another zone as well; null where there is none, undefined where that was not looked at. */
  twins: AlertFacts | null | undefined;
  /** Its hours up to the one that is running, which is not among them. */
  samples: readonly Sample[];
};

export type Finding = { kind: AlertKind; severity: AlertSeverity; facts: AlertFacts };
export type Learning = { kind: AlertKind; have: number; need: number };
/** `judged`: which kinds could be told at all. What could not be looked at is neither found nor over. */
export type Detected = { findings: Finding[]; judged: AlertKind[]; learning: Learning[] };

type Verdict = { finding?: Finding | undefined; learning?: Learning | undefined };

const dayMs = 24 * hourMs;
const weekMs = 7 * dayMs;
const minuteMs = 60_000;
const carriedWithinMs = 5 * minuteMs;

/** Everything that is not as it should be in a zone, worked out from what it says now and what was usual there. */
export function detectAlerts(watched: Watched): Detected {
  const { metrics, drift, twins } = watched;
  if (metrics === null) {
    return { findings: [{ kind: "zone-silent", severity: "wrong", facts: {} }], judged: ["zone-silent"], learning: [] };
  }
  const verdicts: Partial<Record<AlertKind, Verdict>> = {
    "zone-silent": {},
    "messages-waiting": { finding: waitingMessages(metrics) },
    "queue-age": queueAge(watched, metrics),
    "throughput-drop": throughputDrop(watched, metrics),
    "short-picks": unusualShare(watched, { kind: "short-picks", all: "picks", bad: "shortPicks" }),
    "wrong-counts": unusualShare(watched, { kind: "wrong-counts", all: "countedLines", bad: "wrongLines" }),
    ...(drift === null ? {} : { drift: { finding: driftFound(drift) } }),
    ...(twins === undefined ? {} : { "serial-twice": twinsFound(twins) }),
  };
  return {
    findings: Object.values(verdicts).flatMap(({ finding }) => finding ?? []),
    judged: Object.keys(verdicts) as AlertKind[],
    learning: Object.values(verdicts).flatMap(({ learning }) => learning ?? []),
  };
}

function driftFound(drift: number): Finding | undefined {
  return drift === 0 ? undefined : { kind: "drift", severity: "wrong", facts: { value: drift } };
}

function twinsFound(facts: AlertFacts | null): Verdict {
  return facts === null ? {} : { finding: { kind: "serial-twice", severity: "wrong", facts } };
}

/** Rooms carry within seconds: minutes mean that nobody takes it. */
function waitingMessages({ waiting, oldestWaitingMs }: NonNullable<Watched["metrics"]>): Finding | undefined {
  if (oldestWaitingMs === null || oldestWaitingMs < carriedWithinMs) return undefined;
  return { kind: "messages-waiting", severity: "wrong", facts: { value: oldestWaitingMs, waiting } };
}

const queueNeeds = 24;
const queueLeastMs = 15 * minuteMs;

/** The oldest task waits longer than it ever does. */
function queueAge({ nowMs, samples }: Watched, { queue }: NonNullable<Watched["metrics"]>): Verdict {
  const kind = "queue-age";
  const past = samples.filter((one) => one.hourMs >= nowMs - 2 * weekMs).flatMap(({ queueOldestMs }) => queueOldestMs ?? []);
  const usual = usualOf(past, queueNeeds);
  if (usual === undefined) return { learning: { kind, have: past.length, need: queueNeeds } };
  const oldest = queue.toSorted((a, b) => b.oldestAgeMs - a.oldestAgeMs)[0];
  const limit = Math.max(upperLimit(usual), 2 * usual.median, queueLeastMs);
  if (oldest === undefined || oldest.oldestAgeMs <= limit) return {};
  const severity = oldest.oldestAgeMs > 2 * limit ? "wrong" : "watch";
  const facts = { value: oldest.oldestAgeMs, median: usual.median, limit, samples: usual.samples, task: oldest.kind };
  return { finding: { kind, severity, facts } };
}

const weeksNeeded = 4;
/** Below this an hour says more about chance than about people. */
const leastLines = 10;

/** Fewer lines in the last whole hour than in the same hour of the weeks before, while picks wait. */
function throughputDrop({ nowMs, samples }: Watched, { queue }: NonNullable<Watched["metrics"]>): Verdict {
  const kind = "throughput-drop";
  const lastHour = Math.floor(nowMs / hourMs) * hourMs - hourMs;
  const past = samples.filter((one) => one.hourMs < lastHour && (lastHour - one.hourMs) % weekMs === 0).map((one) => one.pickedLines);
  const usual = usualOf(past, weeksNeeded);
  if (usual === undefined) return { learning: { kind, have: past.length, need: weeksNeeded } };
  const waiting = queue.find((one) => one.kind === "pick");
  const value = samples.find((one) => one.hourMs === lastHour)?.pickedLines;
  if (waiting === undefined || value === undefined || usual.median < leastLines) return {};
  const limit = Math.min(lowerLimit(usual), usual.median / 2);
  if (value > limit) return {};
  const facts = { value, median: usual.median, limit, samples: usual.samples, waiting: waiting.open + waiting.claimed };
  return { finding: { kind, severity: value === 0 ? "wrong" : "watch", facts } };
}

const daysNeeded = 7;
const leastOfDay = 20;
const leastBad = 3;
/** Where hardly anything ever goes wrong, a few in a hundred still are no reason to call somebody. */
const leastShare = 0.02;

type Share = { kind: AlertKind; all: "picks" | "countedLines"; bad: "shortPicks" | "wrongLines" };

/** More of the last day's work went wrong than on the days before, each of them a day with enough of it. */
function unusualShare({ nowMs, samples }: Watched, { kind, all, bad }: Share): Verdict {
  const daysAgo = (one: Sample) => Math.floor((nowMs - one.hourMs - 1) / dayMs);
  const days = Map.groupBy(samples, daysAgo);
  const sumOf = (own: readonly Sample[]) => ({
    all: own.reduce((sum, one) => sum + one[all], 0),
    bad: own.reduce((sum, one) => sum + one[bad], 0),
  });
  const past = [...days].filter(([ago]) => ago > 0).map(([, own]) => sumOf(own));
  const shares = past.filter((day) => day.all >= leastOfDay).map((day) => day.bad / day.all);
  const usual = usualOf(shares, daysNeeded);
  if (usual === undefined) return { learning: { kind, have: shares.length, need: daysNeeded } };
  const today = sumOf(days.get(0) ?? []);
  if (today.all < leastOfDay || today.bad < leastBad) return {};
  const value = today.bad / today.all;
  const limit = Math.max(upperLimit(usual), 2 * usual.median, leastShare);
  if (value <= limit) return {};
  const facts = { value, median: usual.median, limit, samples: usual.samples, bad: today.bad, all: today.all };
  return { finding: { kind, severity: value > 2 * limit ? "wrong" : "watch", facts } };
}
