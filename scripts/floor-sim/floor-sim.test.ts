import { expect, test } from "vitest";
import { runRound, wholeFloor } from "./run-round.ts";
import { describeFailure } from "./shrink.ts";
import { faultKinds } from "./world.ts";

test("whatever sockets, rooms and the network between them do, the floor comes to rest with every property kept", async () => {
  let commands = 0;
  let judged = 0;
  const struck = new Set<string>();
  for (const seed of [1, 2, 3]) {
    const round = { ...wholeFloor, seed };
    const result = await runRound(round);
    expect(result.problems, describeFailure({ round, result })).toEqual([]);
    expect(result.judged.undecided).toBe(0);
    commands += result.commands;
    judged += result.judged.operations;
    for (const kind of faultKinds) if (result.faults[kind] > 0) struck.add(kind);
  }
  expect(commands).toBeGreaterThan(10_000);
  // A run in which nobody races, or some kind of fault never happens, would prove little.
  expect(judged).toBeGreaterThan(1_000);
  expect([...struck].toSorted()).toEqual(faultKinds.toSorted());
});

test("the same seed is the same history, and another seed another one", async () => {
  const short = { ...wholeFloor, floorSeconds: 3 };
  const [first, again, other] = [
    await runRound({ ...short, seed: 7 }),
    await runRound({ ...short, seed: 7 }),
    await runRound({ ...short, seed: 8 }),
  ];
  expect(again.lines).toEqual(first.lines);
  expect(again.faults).toEqual(first.faults);
  expect(other.lines).not.toEqual(first.lines);
});
