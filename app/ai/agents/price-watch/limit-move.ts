import { type Corridor, highestWithin, lowestWithin } from "#app/domain/pricing/corridor.ts";
import type { SettingsOf } from "#app/domain/agents/settings.ts";
import type { PriceSignal } from "#app/domain/selling/read-price-signals.server.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

type Limited =
  /** `isStep`: the day's cap allows only a part of the way. */
  { kind: "move"; cents: number; isStep: boolean } | { kind: "cooling-down" | "daily-cap" | "dead-zone" };

/** How far a price may go now: not soon after the last move, not beyond the day's share, and never to a price that earns less. */
export function limitMove(
  { priceCents, moves }: Pick<PriceSignal, "priceCents" | "moves">,
  wantedCents: number,
  corridor: Corridor,
  settings: SettingsOf<"price-watch">,
  nowMs: number,
): Limited {
  const last = moves.at(-1);
  if (last !== undefined && nowMs - last.atMs < settings.coolDownHours * hourMs) return { kind: "cooling-down" };
  const leftCents = leftToday(priceCents, moves, settings, nowMs);
  if (leftCents <= 0) return { kind: "daily-cap" };
  if (Math.abs(wantedCents - priceCents) <= leftCents) return { kind: "move", cents: wantedCents, isStep: false };
  const isDown = wantedCents < priceCents;
  const furthest = isDown ? priceCents - leftCents : priceCents + leftCents;
  const step = isDown ? lowestWithin(corridor, furthest) : highestWithin(corridor, furthest);
  // A step that a dead zone cuts short gives margin away and leads nowhere.
  if (step === undefined || (isDown ? step > furthest : step <= priceCents)) return { kind: "dead-zone" };
  return { kind: "move", cents: step, isStep: true };
}

/** What is left of the share of the price at the beginning of the last 24 hours, all moves counted, up and down. */
function leftToday(priceCents: number, moves: PriceSignal["moves"], { dailyCapPercent }: SettingsOf<"price-watch">, nowMs: number): number {
  const today = moves.filter(({ atMs }) => nowMs - atMs < dayMs);
  const startCents = today[0]?.beforeCents ?? priceCents;
  const moved = today.reduce((sum, { beforeCents, afterCents }) => sum + Math.abs(afterCents - beforeCents), 0);
  return Math.floor((startCents * dailyCapPercent) / 100) - moved;
}
