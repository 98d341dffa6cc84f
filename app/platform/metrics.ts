import type { DurationSummary } from "./logging/events.ts";
import type { Logger } from "./logging/logger.ts";

/** Tags have few values (a queue, a status class), never an id: each combination is a series of its own. */
export type MetricTags = Readonly<Record<string, string>>;

export type Metrics = {
  count(name: string, tags?: MetricTags): void;
  duration(name: string, ms: number, tags?: MetricTags): void;
};

type Histogram = { buckets: Map<number, number>; count: number; sumMs: number; minMs: number; maxMs: number };
type Series<Value> = { name: string; tags: MetricTags; value: Value };

const maxSeries = 500;
/** Buckets grow by a tenth: a quantile is off by five per cent at most. */
const bucketGrowth = 1.1;
const smallestMs = 0.1;

function bucketOf(ms: number): number {
  return ms <= smallestMs ? 0 : Math.ceil(Math.log(ms / smallestMs) / Math.log(bucketGrowth));
}

function observe(histogram: Histogram, ms: number): void {
  const bucket = bucketOf(ms);
  histogram.buckets.set(bucket, (histogram.buckets.get(bucket) ?? 0) + 1);
  histogram.count += 1;
  histogram.sumMs += ms;
  histogram.minMs = Math.min(histogram.minMs, ms);
  histogram.maxMs = Math.max(histogram.maxMs, ms);
}

function quantileMs({ buckets, count, minMs, maxMs }: Histogram, share: number): number {
  let seen = 0;
  for (const [bucket, inBucket] of [...buckets].sort(([a], [b]) => a - b)) {
    seen += inBucket;
    if (seen < share * count) continue;
    const middleMs = smallestMs * bucketGrowth ** (bucket - 0.5);
    return Math.min(maxMs, Math.max(minMs, middleMs));
  }
  return maxMs;
}

function summarise(histogram: Histogram): DurationSummary {
  const { count, sumMs, minMs, maxMs } = histogram;
  return {
    count,
    sumMs,
    minMs,
    maxMs,
    p50Ms: quantileMs(histogram, 0.5),
    p95Ms: quantileMs(histogram, 0.95),
    p99Ms: quantileMs(histogram, 0.99),
  };
}

function createSeries<Value>(create: () => Value) {
  const all = new Map<string, Series<Value>>();

  function find(name: string, tags: MetricTags): Series<Value> {
    const key = JSON.stringify([name, Object.entries(tags).sort(([a], [b]) => (a < b ? -1 : 1))]);
    const known = all.get(key);
    if (known) return known;
    // A tag that turns out to have endless values must not fill the memory or the bill.
    if (all.size >= maxSeries && Object.keys(tags).length > 0) return find(name, {});
    const series = { name, tags, value: create() };
    all.set(key, series);
    return series;
  }

  function drain(): Series<Value>[] {
    const drained = [...all.values()];
    all.clear();
    return drained;
  }

  return { find, drain };
}

/** Sums up in memory; `flush` logs one event per series. Call it at the end of a request, batch or alarm. */
export function createLogMetrics(logger: Logger): Metrics & { flush(): void } {
  const counters = createSeries<{ total: number }>(() => ({ total: 0 }));
  const histograms = createSeries<Histogram>(() => ({ buckets: new Map(), count: 0, sumMs: 0, minMs: Infinity, maxMs: 0 }));
  return {
    count(name, tags = {}) {
      counters.find(name, tags).value.total += 1;
    },
    duration(name, ms, tags = {}) {
      observe(histograms.find(name, tags).value, Math.max(0, ms));
    },
    flush() {
      for (const { name, tags, value } of counters.drain()) {
        logger.info({ event: "metric", kind: "count", name, tags, value: value.total });
      }
      for (const { name, tags, value } of histograms.drain()) {
        logger.info({ event: "metric", kind: "duration", name, tags, ...summarise(value) });
      }
    },
  };
}

export type MemoryMetrics = Metrics & { recorded: { name: string; tags: MetricTags; ms?: number }[] };

/** For tests: every single measurement, in order. */
export function createMemoryMetrics(): MemoryMetrics {
  const recorded: MemoryMetrics["recorded"] = [];
  return {
    recorded,
    count: (name, tags = {}) => void recorded.push({ name, tags }),
    duration: (name, ms, tags = {}) => void recorded.push({ name, tags, ms }),
  };
}
