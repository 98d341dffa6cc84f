import type { TrendEvidence } from "#db/schema/trends.ts";
import { judgeSeries, seriesDays, standing } from "./judge-series.ts";

export const directions = ["rising", "falling", "new", "steady"] as const;
export type Direction = (typeof directions)[number];

/** What is kept of one day, as far as it is judged. */
export type Observation = {
  source: string;
  region: string;
  termKey: string;
  term: string;
  day: string;
  value: number;
  title: string;
  url: string | null;
};

export type JudgedTrend = {
  region: string;
  termKey: string;
  term: string;
  direction: Direction;
  changePercent: number | null;
  sureness: number;
  series: (number | null)[];
  firstDay: string;
  lastDay: string;
  sources: string[];
  evidence: TrendEvidence[];
};

/** Of what is called a trend, at most so much may be chance. */
const falseShare = 0.1;
/** A change can be sure and still too small to matter. */
const leastChangePercent = 20;
const newForDays = 7;
/** A source has to be known for so long before anything in it can be new. */
const knownForDays = 14;
const dayMs = 24 * 3_600_000;
const mostEvidence = 4;
/** Lists of what is on top say nothing of the rest: what is not on them has nothing there. */
const absentIsNothing: ReadonlySet<string> = new Set(["marketplace", "news"]);

export function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

/** Judges every term of every region by what its sources told in the last six weeks. */
export function judgeTrends(observations: readonly Observation[], nowMs: number): JudgedTrend[] {
  const days = Array.from({ length: seriesDays }, (_, index) => dayOf(nowMs - (seriesDays - 1 - index) * dayMs));
  const read = readDays(observations);
  const terms = [...Map.groupBy(observations, ({ region, termKey }) => `${region} ${termKey}`).values()];
  const judged = terms.flatMap((own) => judgeTerm(own, days, read) ?? []);
  const stands = standing(
    judged.map(({ p }) => p),
    falseShare,
  );
  return judged.map(({ p, verdict, isNew, ...trend }, index) => {
    const isReal = stands[index] === true && verdict !== undefined && Math.abs(verdict.changePercent) >= leastChangePercent;
    const moved = isReal ? (verdict.changePercent > 0 ? "rising" : "falling") : "steady";
    return {
      ...trend,
      direction: isNew ? "new" : moved,
      changePercent: verdict?.changePercent ?? null,
      sureness: verdict === undefined ? 0 : Math.floor((1 - p) * 100),
    };
  });
}

type ReadDays = ReadonlyMap<string, ReadonlySet<string>>;

/** On which days a source told anything of a region. */
function readDays(observations: readonly Observation[]): ReadDays {
  const days = new Map<string, Set<string>>();
  for (const { source, region, day } of observations) {
    const known = days.get(`${source} ${region}`) ?? new Set();
    days.set(`${source} ${region}`, known.add(day));
  }
  return days;
}

function judgeTerm(own: readonly Observation[], days: readonly string[], read: ReadDays) {
  const newest = own.toSorted((one, other) => (one.day < other.day ? 1 : -1));
  const [latest] = newest;
  const firstDay = newest.at(-1)?.day;
  if (latest === undefined || firstDay === undefined) return undefined;
  const bySource = [...Map.groupBy(own, ({ source }) => source)].map(([source, some]) => {
    const series = seriesOf(source, some, days, read.get(`${source} ${latest.region}`) ?? new Set());
    return { source, series, verdict: judgeSeries(series) };
  });
  const surest = bySource.toSorted((one, other) => (one.verdict?.p ?? 2) - (other.verdict?.p ?? 2))[0];
  // The best of several looks is lucky more often than one: its chance counts once for each.
  const p = Math.min(1, (surest?.verdict?.p ?? 1) * bySource.length);
  const { region, termKey, term } = latest;
  return {
    region,
    termKey,
    term,
    p,
    verdict: surest?.verdict,
    isNew: isNew(own, firstDay, days, read),
    series: surest?.series ?? [],
    firstDay,
    lastDay: latest.day,
    sources: bySource.map(({ source }) => source).toSorted(),
    evidence: evidenceOf(newest),
  };
}

function seriesOf(source: string, own: readonly Observation[], days: readonly string[], read: ReadonlySet<string>): (number | null)[] {
  const valueOf = new Map(own.map(({ day, value }) => [day, value]));
  const nothing = (day: string) => (absentIsNothing.has(source) && read.has(day) ? 0 : null);
  return days.map((day) => valueOf.get(day) ?? nothing(day));
}

/** Never told of before this week, by sources that have been heard for longer. */
function isNew(own: readonly Observation[], firstDay: string, days: readonly string[], read: ReadDays): boolean {
  const since = days.at(-newForDays) ?? "";
  const knownBy = days.at(-newForDays - knownForDays) ?? "";
  return firstDay >= since && own.some(({ source, region }) => [...(read.get(`${source} ${region}`) ?? [])].some((day) => day <= knownBy));
}

/** The newest of each source first. */
function evidenceOf(newest: readonly Observation[]): TrendEvidence[] {
  const alike = Map.groupBy(newest, ({ source, title }) => `${source} ${title}`);
  const first = [...alike.values()].flatMap(([one]) => one ?? []);
  return first.slice(0, mostEvidence).map(({ source, title, url, day }) => ({ source, title, url, day }));
}
