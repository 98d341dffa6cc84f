/**
 * A keyboard-wedge scanner types what it reads. It is told from a person by its speed alone. `atMs` is the event's own time
 * stamp: a busy page hands keys on late, and its own clock would pull a scan apart.
 */
export type WedgeInput = { type: "key"; key: string; atMs: number; inTextField: boolean } | { type: "time"; atMs: number };

export type WedgeScan = { text: string; startedAtMs: number; endedBy: "Enter" | "Tab" | "silence" };

export type WedgeConfig = {
  /** No person keeps this pace for a whole code. */
  maxGapMs: number;
  minCharacters: number;
  /** For scanners that send neither Enter nor Tab: so long a pause ends a scan. */
  silenceMs?: number;
  /** What the scanner is set to type first. With it a scan counts in text fields too; it is not part of the text. */
  prefix?: string;
};

export const defaultWedgeConfig: WedgeConfig = { maxGapMs: 50, minCharacters: 4 };

export type WedgeState = { text: string; startedAtMs: number; lastAtMs: number; inTextField: boolean };

export const idleWedge: WedgeState = { text: "", startedAtMs: 0, lastAtMs: 0, inTextField: false };

export type WedgeStep = {
  state: WedgeState;
  /** Two when a pause ended one scan and the same key the next. */
  scans: WedgeScan[];
  /** The key belongs to a scan: the page must not act on it, or Enter would press the button that has the focus. */
  isConsumed: boolean;
};

/** A stuck key must not fill the memory. Far above the longest code, so that a reader still sees that it is too long. */
const maxCharacters = 1_000;
/** Keys that come with others and stand for no character. `Dead` is half of one. */
const silentKeys = new Set(["Shift", "Control", "Alt", "AltGraph", "Meta", "CapsLock", "NumLock", "Dead", "Process", "Unidentified"]);

/** One key, or the passing of time, on the way to a scan. Whoever holds the state calls it with every event. */
export function stepWedge(state: WedgeState, input: WedgeInput, config: WedgeConfig = defaultWedgeConfig): WedgeStep {
  const silent = endSilence(state, input.atMs, config);
  if (input.type === "time") return { ...silent, isConsumed: false };
  if (silentKeys.has(input.key)) return { ...silent, state: keepPace(silent.state, input.atMs, config), isConsumed: false };
  const step = takeKey(silent.state, input, config);
  return { ...step, scans: [...silent.scans, ...step.scans] };
}

function endSilence(state: WedgeState, atMs: number, config: WedgeConfig): { state: WedgeState; scans: WedgeScan[] } {
  const { silenceMs } = config;
  if (silenceMs === undefined || state.text === "" || atMs - state.lastAtMs < silenceMs) return { state, scans: [] };
  return { state: idleWedge, scans: scansOf(state, "silence", config) };
}

/** A slow scanner's Shift takes a beat of its own before each capital letter. */
function keepPace(state: WedgeState, atMs: number, { maxGapMs }: WedgeConfig): WedgeState {
  return atMs - state.lastAtMs > maxGapMs ? state : { ...state, lastAtMs: atMs };
}

function takeKey(state: WedgeState, input: WedgeInput & { type: "key" }, config: WedgeConfig): WedgeStep {
  const { key, atMs, inTextField } = input;
  const burst = atMs - state.lastAtMs > config.maxGapMs ? idleWedge : state;
  if (key === "Enter" || key === "Tab") {
    const scans = scansOf(burst, key, config);
    return { state: idleWedge, scans, isConsumed: scans.length > 0 };
  }
  if (Array.from(key).length !== 1) return { state: idleWedge, scans: [], isConsumed: false };
  const next = {
    text: burst.text.length < maxCharacters ? burst.text + key : burst.text,
    startedAtMs: burst.text === "" ? atMs : burst.startedAtMs,
    lastAtMs: atMs,
    // A focus that moves under the hands of a person typing must not turn the rest into a scan.
    inTextField: inTextField || burst.inTextField,
  };
  return { state: next, scans: [], isConsumed: burst.text !== "" && isScannerAtWork(next, config) };
}

function isScannerAtWork({ text, inTextField }: WedgeState, { prefix = "" }: WedgeConfig): boolean {
  return !inTextField || (prefix !== "" && text.startsWith(prefix));
}

function scansOf(burst: WedgeState, endedBy: WedgeScan["endedBy"], config: WedgeConfig): WedgeScan[] {
  const { prefix = "", minCharacters } = config;
  if (!isScannerAtWork(burst, config)) return [];
  const text = burst.text.startsWith(prefix) ? burst.text.slice(prefix.length) : burst.text;
  return Array.from(text).length < minCharacters ? [] : [{ text, startedAtMs: burst.startedAtMs, endedBy }];
}
