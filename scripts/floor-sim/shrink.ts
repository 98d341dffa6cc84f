import { type Round, type RoundResult, runRound } from "./run-round.ts";
import { faultKinds } from "./world.ts";

const shownLines = 25;
const shownChars = 400;
const shortestSeconds = 2;
/** Each is a whole run: a smaller one is worth some time, not all of it. */
const mostTries = 30;

export type Failure = { round: Round; result: RoundResult };

/** A smaller run that breaks the same property: less time, fewer people and zones, and only the faults that it takes. */
export async function shrink(first: Failure): Promise<Failure> {
  const property = first.result.problems[0]?.property;
  let smallest = first;
  let tries = 0;
  async function attempt(change: Partial<Round>): Promise<boolean> {
    tries += 1;
    if (tries > mostTries) return false;
    const round = { ...smallest.round, ...change };
    const result = await runRound(round);
    if (!result.problems.some((problem) => problem.property === property)) return false;
    smallest = { round, result };
    return true;
  }
  while (smallest.round.floorSeconds > shortestSeconds && (await attempt({ floorSeconds: Math.ceil(smallest.round.floorSeconds / 2) })));
  for (const zones of [1, 2]) if (zones < smallest.round.zones && (await attempt({ zones }))) break;
  while (smallest.round.people > 1 && (await attempt({ people: smallest.round.people - 1 })));
  for (const kind of faultKinds) {
    if (smallest.result.faults[kind] > 0) await attempt({ without: new Set([...smallest.round.without, kind]) });
  }
  return smallest;
}

/** What is wrong, how to see it again, and the last lines of what led to it. */
export function describeFailure({ round, result }: Failure): string {
  const [problem] = result.problems;
  const related = result.lines.filter((line) => problem?.about.some((name) => line.includes(name)));
  const lines = (related.length > 0 ? related : result.lines).slice(-shownLines);
  const faults = faultKinds.filter((kind) => result.faults[kind] > 0);
  return [
    `seed ${round.seed}: ${problem?.property}: ${problem?.what} (${result.problems.length} in all)`,
    `in ${round.floorSeconds} s of ${round.zones} zones with ${round.people} people each; faults: ${faults.join(", ") || "none"}`,
    ...lines.map((line) => `  ${line.slice(0, shownChars)}`),
  ].join("\n");
}
