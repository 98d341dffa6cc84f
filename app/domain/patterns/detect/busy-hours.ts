import { binomialTail } from "#app/platform/exact-tests.ts";
import { type Candidate, changeOf, type Detector } from "../finding.ts";
import { daysOf, type Tally } from "../tally.ts";

const leastSessions = 100;
const leastInHour = 10;
const leastTimes = 1.5;
const mostWindows = 3;

/** Hours of the week in which clearly more come than in any hour. */
export const busyHours: Detector = ({ now, history }) => {
  if (now.sessions < leastSessions) return { candidates: [], untold: 0 };
  const last = history.previous;
  const candidates = now.hours.flatMap((count, place): Candidate[] => {
    const chance = chanceOf(now, place);
    if (chance === 0) return [];
    const expected = now.sessions * chance;
    return [
      {
        kind: "busy-hours",
        key: `hours:${Math.floor(place / 24)}:${place % 24}`,
        facts: { weekday: Math.floor(place / 24), from: place % 24, until: (place % 24) + 1, usual: Math.round(expected) },
        support: count,
        outOf: now.sessions,
        p: binomialTail({ found: count, of: now.sessions, chance }),
        effectPerMille: Math.round((1_000 * count) / expected),
        changePercent:
          last === undefined ? null : changeOf(count / now.sessions, last.sessions === 0 ? 0 : (last.hours[place] ?? 0) / last.sessions),
        excess: Math.round(count - expected),
        interactionIds: [],
        matters: count >= leastInHour && count >= leastTimes * expected,
      },
    ];
  });
  return { candidates, untold: 0 };
};

/** How large a part of all hours counted are this one: a month may have five Mondays. */
function chanceOf(tally: Tally, place: number): number {
  return (tally.weekdays[Math.floor(place / 24)] ?? 0) / (24 * Math.max(1, daysOf(tally)));
}

type Hours = Candidate & { confidencePerMille: number };

/** Hours that follow each other are one sentence, and three sentences are enough. The least sure of them says how sure it is. */
export function joinHours<Found extends Hours>(found: readonly Found[]): Found[] {
  const ordered = found.toSorted((one, other) => placeOf(one) - placeOf(other));
  const windows: Found[] = [];
  for (const hour of ordered) {
    const last = windows.at(-1);
    if (last === undefined || last.facts["weekday"] !== hour.facts["weekday"] || last.facts["until"] !== hour.facts["from"])
      windows.push(hour);
    else windows[windows.length - 1] = joined(last, hour);
  }
  return windows.toSorted((one, other) => other.excess - one.excess).slice(0, mostWindows);
}

function joined<Found extends Hours>(one: Found, other: Found): Found {
  const usual = Number(one.facts["usual"]) + Number(other.facts["usual"]);
  const support = one.support + other.support;
  return {
    ...one,
    facts: { ...one.facts, until: other.facts["until"] ?? null, usual },
    support,
    p: Math.max(one.p, other.p),
    confidencePerMille: Math.min(one.confidencePerMille, other.confidencePerMille),
    effectPerMille: Math.round((1_000 * support) / Math.max(1, support - one.excess - other.excess)),
    changePercent: null,
    excess: one.excess + other.excess,
  };
}

function placeOf({ facts }: Candidate): number {
  return Number(facts["weekday"]) * 24 + Number(facts["from"]);
}
