import type { Recorder } from "../client.ts";
import type { Host } from "../host.ts";
import { on } from "./targets.ts";

/** Longer without a sign of life, and nobody may be looking any more. */
const longestGlanceMs = 60_000;
const scrollEveryMs = 250;

/** For how long a page is really looked at, and how far down. */
export type View = { begin(): void; resume(): void; leave(path: string): void };

export function watchView(host: Host, record: Recorder): View {
  let seenAt = host.now();
  let visibleMs = 0;
  let depthPercent = 0;
  let quarter = 0;
  let isMeasuring = false;

  function resume(): void {
    seenAt = host.now();
  }

  function notice(): void {
    visibleMs += Math.min(longestGlanceMs, Math.max(0, host.now() - seenAt));
    resume();
  }

  /** Reading sizes makes a browser lay the page out: four times a second at most, and never while it scrolls. */
  function measure(): void {
    isMeasuring = false;
    const reached = Math.round(((scrollY + innerHeight) / document.documentElement.scrollHeight) * 100);
    depthPercent = Math.min(100, Math.max(depthPercent, reached || 0));
    if (depthPercent < (quarter + 1) * 25) return;
    quarter = Math.floor(depthPercent / 25);
    record("scroll", { depthPercent: quarter * 25 });
  }

  on("scroll", () => {
    notice();
    if (isMeasuring) return;
    isMeasuring = true;
    host.later(measure, scrollEveryMs);
  });
  for (const sign of ["click", "keydown", "pointermove"] as const) on(sign, notice);

  return {
    begin() {
      resume();
      [visibleMs, depthPercent, quarter] = [0, 0, 0];
    },
    resume,
    leave(path) {
      notice();
      // A page that came back for a blink has nothing new to tell.
      if (visibleMs > 0) record("leave", { path, visibleMs, depthPercent });
      visibleMs = 0;
    },
  };
}
