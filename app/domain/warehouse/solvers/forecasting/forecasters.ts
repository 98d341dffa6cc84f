export const methods = ["croston", "sba", "tsb", "ses", "moving-average"] as const;
export type Method = (typeof methods)[number];
/** `alpha` smooths the size of demand, `beta` the time between demands or, in tsb, their chance. */
export type Smoothing = { alpha: number; beta: number };

/** What was expected for each period before it was known, and what is expected for the next. Undefined until demand was seen. */
export type Track = { expected: (number | undefined)[]; next: number };

/** The moving average looks back so many periods. */
const window = 12;

export function track(method: Method, history: readonly number[], smoothing: Smoothing): Track {
  switch (method) {
    case "croston":
      return trackCroston(history, smoothing, 1);
    case "sba":
      // Croston's ratio is too high on average; Syntetos and Boylan take half of the smoothing of the interval off.
      return trackCroston(history, smoothing, 1 - smoothing.beta / 2);
    case "tsb":
      return trackChance(history, smoothing);
    case "ses":
      return trackLevel(history, smoothing.alpha);
    case "moving-average":
      return trackWindow(history);
    default:
      return method satisfies never;
  }
}

/** Begins with the first demand and the periods it took to come, as Croston did; changes only when something is asked for. */
function trackCroston(history: readonly number[], { alpha, beta }: Smoothing, correction: number): Track {
  let state: { size: number; interval: number } | undefined;
  let waited = 0;
  const forecast = () => (state === undefined ? undefined : (correction * state.size) / state.interval);
  const expected = history.map((demand) => {
    const before = forecast();
    waited += 1;
    if (demand > 0) {
      state =
        state === undefined
          ? { size: demand, interval: waited }
          : { size: state.size + alpha * (demand - state.size), interval: state.interval + beta * (waited - state.interval) };
      waited = 0;
    }
    return before;
  });
  return { expected, next: forecast() ?? 0 };
}

/** Teunter, Syntetos and Babai: the chance of demand falls with every period without, so what nobody wants any more fades out. */
function trackChance(history: readonly number[], { alpha, beta }: Smoothing): Track {
  let state: { size: number; chance: number } | undefined;
  const forecast = () => (state === undefined ? undefined : state.size * state.chance);
  const expected = history.map((demand, index) => {
    const before = forecast();
    if (state === undefined) {
      if (demand > 0) state = { size: demand, chance: 1 / (index + 1) };
    } else {
      const size = demand > 0 ? state.size + alpha * (demand - state.size) : state.size;
      state = { size, chance: state.chance + beta * ((demand > 0 ? 1 : 0) - state.chance) };
    }
    return before;
  });
  return { expected, next: forecast() ?? 0 };
}

function trackLevel(history: readonly number[], alpha: number): Track {
  let level: number | undefined;
  const expected = history.map((demand) => {
    const before = level;
    level = level === undefined ? demand : level + alpha * (demand - level);
    return before;
  });
  return { expected, next: level ?? 0 };
}

function trackWindow(history: readonly number[]): Track {
  const meanBefore = (end: number) => {
    const recent = history.slice(Math.max(0, end - window), end);
    return recent.length === 0 ? undefined : recent.reduce((sum, demand) => sum + demand, 0) / recent.length;
  };
  return { expected: history.map((_, index) => meanBefore(index)), next: meanBefore(history.length) ?? 0 };
}
