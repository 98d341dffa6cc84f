import { readFileSync } from "node:fs";
import { parse } from "smol-toml";
import { z } from "zod";

const wranglerTriggers = z.object({ triggers: z.object({ crons: z.array(z.string()) }) });

export function readCrons(configPath = "wrangler.toml"): string[] {
  return wranglerTriggers.parse(parse(readFileSync(configPath, "utf8"))).triggers.crons;
}

/** The crons due in the minute of `at`. A field is a star, a step, a number or a list of numbers: all that the product uses. */
export function dueCrons(crons: string[], at: Date): string[] {
  const values = [at.getUTCMinutes(), at.getUTCHours(), at.getUTCDate(), at.getUTCMonth() + 1, at.getUTCDay()];
  return crons.filter((cron) => cron.split(/\s+/).every((field, index) => fieldMatches(field, values[index] ?? 0)));
}

/** Local workerd never fires a cron by itself: this does, at the start of each minute, until the signal aborts. */
export function tickCrons(appUrl: string, crons: string[], signal: AbortSignal): void {
  const untilNextMinuteMs = 60_000 - (Date.now() % 60_000);
  const timer = setTimeout(() => {
    const now = new Date();
    for (const cron of dueCrons(crons, now)) void fire(appUrl, cron, now, signal);
    tickCrons(appUrl, crons, signal);
  }, untilNextMinuteMs);
  signal.addEventListener("abort", () => clearTimeout(timer), { once: true });
}

/** Local workflows do not wake by themselves after a restart: the app is told that there was one. */
export async function tellRestart(appUrl: string, signal: AbortSignal): Promise<void> {
  await fire(appUrl, "@restart", new Date(), signal);
}

async function fire(appUrl: string, cron: string, at: Date, signal: AbortSignal): Promise<void> {
  const query = new URLSearchParams({ cron, time: String(at.getTime()) });
  try {
    await fetch(`${appUrl}/cdn-cgi/local/scheduled?${query}`, { signal: AbortSignal.any([signal, AbortSignal.timeout(50_000)]) });
  } catch {
    // The app is restarting or shutting down; the next minute ticks again.
  }
}

function fieldMatches(field: string, value: number): boolean {
  if (field === "*") return true;
  const step = /^\*\/(\d+)$/.exec(field)?.[1];
  if (step !== undefined) return value % Number(step) === 0;
  return field.split(",").some((part) => Number(part) === value);
}
