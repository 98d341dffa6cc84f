import type { FloorSettings } from "./floor-settings.ts";

export type VerdictKind = "ok" | "wrong" | "done" | "blocked";

type Note = { atMs: number; forMs: number; hertz: number; wave: OscillatorType };

/** Four that nobody mistakes for each other: one rising step, two low buzzes, three rising steps, one long falling horn. */
const tunes: Record<VerdictKind, readonly Note[]> = {
  ok: [
    { atMs: 0, forMs: 70, hertz: 880, wave: "sine" },
    { atMs: 70, forMs: 110, hertz: 1_175, wave: "sine" },
  ],
  wrong: [
    { atMs: 0, forMs: 140, hertz: 196, wave: "square" },
    { atMs: 190, forMs: 170, hertz: 165, wave: "square" },
  ],
  done: [
    { atMs: 0, forMs: 100, hertz: 659, wave: "triangle" },
    { atMs: 110, forMs: 100, hertz: 831, wave: "triangle" },
    { atMs: 220, forMs: 240, hertz: 1_319, wave: "triangle" },
  ],
  blocked: [
    { atMs: 0, forMs: 420, hertz: 294, wave: "sawtooth" },
    { atMs: 420, forMs: 420, hertz: 208, wave: "sawtooth" },
  ],
};
const shakes: Record<VerdictKind, number[]> = { ok: [40], wrong: [120, 60, 120], done: [60, 40, 60, 40, 120], blocked: [500] };
const gains: Record<FloorSettings["volume"], number> = { off: 0, low: 0.08, high: 0.35 };

let audio: AudioContext | undefined;

/** A browser plays nothing before somebody touched the page; then a verdict is seen and felt only. */
export function play(kind: VerdictKind, volume: FloorSettings["volume"]): void {
  if (typeof navigator.vibrate === "function") navigator.vibrate(shakes[kind]);
  if (volume === "off" || typeof AudioContext === "undefined") return;
  audio ??= new AudioContext();
  const context = audio;
  if (context.state === "suspended") void context.resume();
  for (const { atMs, forMs, hertz, wave } of tunes[kind]) {
    const [startsAt, endsAt] = [context.currentTime + atMs / 1000, context.currentTime + (atMs + forMs) / 1000];
    const gain = new GainNode(context, { gain: gains[volume] });
    // Without a fade each tone ends in a click.
    gain.gain.setValueAtTime(gains[volume], Math.max(startsAt, endsAt - 0.02));
    gain.gain.linearRampToValueAtTime(0, endsAt);
    const tone = new OscillatorNode(context, { frequency: hertz, type: wave });
    tone.connect(gain).connect(context.destination);
    tone.start(startsAt);
    tone.stop(endsAt);
  }
}
