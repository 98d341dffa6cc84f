import { classifyDemand, type DemandClass, periodsPerDemand } from "./demand-class.ts";
import { type Method, type Smoothing, track, type Track } from "./forecasters.ts";

export type ForecastProblem = {
  /** Demand a period, the oldest first. */
  history: readonly number[];
  horizon: number;
  method: Method | "auto";
  alpha?: number | undefined;
  beta?: number | undefined;
};
export type ForecastAnswer = { class: DemandClass; method: Method; forecast: number[]; interval: [number, number][] };

/** For Croston's family. Simple smoothing fits its own when none is given. */
const usualSmoothing = 0.1;
/** Four in five periods are expected to lie in the interval. */
const tails = { low: 0.1, high: 0.9 };
/** Without demand for so many times the usual wait, it is more likely to have ended than to be late. */
const longWait = 3;

/** What to expect for each of the next periods. These methods know no trend, so every period has the same forecast. */
export function solveForecast({ history, horizon, method, alpha, beta }: ForecastProblem): ForecastAnswer {
  const demandClass = classifyDemand(history);
  const chosen = method === "auto" ? methodFor(demandClass, history) : method;
  const smoothing = smoothingFor(chosen, history, alpha, beta);
  const tracked = track(chosen, history, smoothing);
  const interval = intervalAround(tracked, history);
  return {
    class: demandClass,
    method: chosen,
    forecast: Array.from({ length: horizon }, () => tracked.next),
    interval: Array.from({ length: horizon }, (): [number, number] => [...interval]),
  };
}

/** Regular demand is smoothed. Rare demand goes to sba, and to tsb when it seems to have ended. */
function methodFor(demandClass: DemandClass, history: readonly number[]): Method {
  if (demandClass === "smooth" || demandClass === "erratic") return "ses";
  const active = history.slice(0, history.findLastIndex((demand) => demand > 0) + 1);
  return history.length - active.length > longWait * periodsPerDemand(active) ? "tsb" : "sba";
}

function smoothingFor(method: Method, history: readonly number[], alpha: number | undefined, beta: number | undefined): Smoothing {
  if (method === "ses" && alpha === undefined) return { alpha: bestAlpha(history), beta: usualSmoothing };
  return { alpha: alpha ?? usualSmoothing, beta: beta ?? alpha ?? usualSmoothing };
}

/** The smoothing that would have missed least so far. */
function bestAlpha(history: readonly number[]): number {
  let best = { alpha: usualSmoothing, missed: Number.POSITIVE_INFINITY };
  for (let percent = 5; percent <= 95; percent += 5) {
    const alpha = percent / 100;
    const missed = residualsOf(track("ses", history, { alpha, beta: alpha }), history).reduce((sum, residual) => sum + residual ** 2, 0);
    if (missed < best.missed) best = { alpha, missed };
  }
  return best.alpha;
}

function residualsOf({ expected }: Track, history: readonly number[]): number[] {
  return expected.flatMap((forecast, index) => (forecast === undefined ? [] : [(history[index] ?? 0) - forecast]));
}

/** The forecast and how far past ones were off, never below nothing. */
function intervalAround(tracked: Track, history: readonly number[]): [number, number] {
  const residuals = residualsOf(tracked, history).toSorted((one, other) => one - other);
  const low = tracked.next + Math.min(0, quantile(residuals, tails.low));
  const high = tracked.next + Math.max(0, quantile(residuals, tails.high));
  return [Math.max(0, low), high];
}

function quantile(sorted: readonly number[], share: number): number {
  const place = share * (sorted.length - 1);
  const below = sorted[Math.floor(place)] ?? 0;
  const above = sorted[Math.ceil(place)] ?? below;
  return below + (above - below) * (place - Math.floor(place));
}
