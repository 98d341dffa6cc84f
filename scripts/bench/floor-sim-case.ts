import { type Round, type RoundResult, runRound, wholeFloor } from "#scripts/floor-sim/run-round.ts";
import { describeFailure, shrink } from "#scripts/floor-sim/shrink.ts";
import { faultKinds } from "#scripts/floor-sim/world.ts";
import type { Result } from "./result.ts";

export type SimulatedTime = { seed: number; seconds: number };

/**
 * Rooms, tablets and everything between them in this process, for so many seconds: round after round, each with the next
 * seed and always the same for it. A broken property fails the case, with the smallest run that was found to break it.
 */
export async function runFloorSim({ seed, seconds }: SimulatedTime): Promise<Result[]> {
  const startedAt = performance.now();
  const rounds: RoundResult[] = [];
  for (let next = seed; rounds.length === 0 || performance.now() - startedAt < seconds * 1_000; next += 1) {
    const round: Round = { ...wholeFloor, seed: next };
    const result = await runRound(round);
    if (result.problems.length > 0)
      throw new Error(`${describeFailure(await shrink({ round, result }))}\nagain: npm run bench -- floor-sim --seed ${next} --seconds 0`);
    rounds.push(result);
  }
  const sum = (count: (round: RoundResult) => number) => rounds.reduce((total, round) => total + count(round), 0);
  const passedSeconds = (performance.now() - startedAt) / 1_000;
  return [
    { name: "floor-sim", value: Math.round(sum(({ commands }) => commands) / passedSeconds), unit: "commands/s" },
    { name: "floor-sim/seeds", value: rounds.length, unit: `from ${seed} on` },
    { name: "floor-sim/commands", value: sum(({ commands }) => commands), unit: "answered" },
    { name: "floor-sim/judged", value: sum(({ judged }) => judged.operations), unit: "operations" },
    { name: "floor-sim/undecided", value: sum(({ judged }) => judged.undecided), unit: "histories" },
    ...faultKinds.map((kind) => ({ name: `floor-sim/${kind}`, value: sum(({ faults }) => faults[kind]), unit: "faults" })),
  ];
}
