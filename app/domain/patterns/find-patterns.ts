import { affinities } from "./detect/affinity.ts";
import { anomalies } from "./detect/anomaly.ts";
import { busyHours, joinHours } from "./detect/busy-hours.ts";
import { dropOffs } from "./detect/drop-off.ts";
import { hesitations } from "./detect/hesitation.ts";
import { movingProducts } from "./detect/moving-products.ts";
import { returning } from "./detect/returning.ts";
import { searchesInVain } from "./detect/search-in-vain.ts";
import type { Candidate, Detector, Finding, Look } from "./finding.ts";

const detectors: readonly Detector[] = [dropOffs, hesitations, searchesInVain, affinities, movingProducts, busyHours, returning, anomalies];

/** At most this share of what is told may be chance. */
export const falseShare = 0.05;

/**
 * Everything that is tried in a period is judged together, and of that what is frequent and strong enough is told: with two
 * thousand tries a one-in-a-hundred chance comes true twenty times. The strongest first.
 */
export function findPatterns(look: Look): Finding[] {
  const tried = detectors.map((detect) => detect(look));
  const candidates = tried.flatMap((one) => one.candidates);
  const untold = tried.reduce((sum, one) => sum + one.untold, 0);
  const adjusted = adjust(
    candidates.map(({ p }) => p),
    candidates.length + untold,
  );
  const standing = candidates.flatMap((candidate, place) => {
    const chance = adjusted[place] ?? 1;
    return chance <= falseShare && candidate.matters
      ? [{ ...candidate, confidencePerMille: Math.min(999, Math.floor(1_000 * (1 - chance))) }]
      : [];
  });
  const hours = standing.filter(({ kind }) => kind === "busy-hours");
  const told = [...standing.filter(({ kind }) => kind !== "busy-hours"), ...joinHours(hours)];
  return told.toSorted((one, other) => Math.abs(other.excess) - Math.abs(one.excess) || (one.key < other.key ? -1 : 1)).map(toFinding);
}

function toFinding({ matters: _matters, p: _p, ...finding }: Candidate & { confidencePerMille: number }): Finding {
  return finding;
}

/** For each the share of chance among all at least as sure (Benjamini and Hochberg). */
export function adjust(ps: readonly number[], tries: number): number[] {
  const ordered = ps.map((p, place) => ({ p, place })).toSorted((one, other) => other.p - one.p);
  const adjusted = ps.map(() => 1);
  let least = 1;
  for (const [index, { p, place }] of ordered.entries()) {
    least = Math.min(least, (p * tries) / (ps.length - index));
    adjusted[place] = least;
  }
  return adjusted;
}
