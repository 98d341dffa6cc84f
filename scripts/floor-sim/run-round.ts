import type { CommandInput } from "#app/domain/warehouse/ledger/commands.ts";
import type { FloorActor } from "#app/domain/warehouse/ledger/decide/deciding.ts";
import { checkAtRest, checkMeanwhile, type Floor, type Judged, leaseMs } from "./checks.ts";
import { createDrafts } from "./drafts.ts";
import { bins, stockFor, zoneIds } from "./floor-plan.ts";
import { createJournal, type Problem } from "./journal.ts";
import { createOutside } from "./outside.ts";
import { RoomStopped, SimulatedRoom } from "./room.ts";
import { Tablet } from "./tablet.ts";
import { createWitness } from "./witness.ts";
import { createWorld, type FaultKind } from "./world.ts";

/** `floorSeconds`: time on the floor, not ours. `people`: in each zone. */
export type Round = { seed: number; floorSeconds: number; zones: number; people: number; without: ReadonlySet<FaultKind> };
export type RoundResult = {
  commands: number;
  faults: Record<FaultKind, number>;
  problems: Problem[];
  judged: Judged;
  /** What happened, one line each. */
  lines: string[];
};

const restMs = 150_000;
const lookEveryMs = 20_000;
const rights = ["manage", "work", "work", "manage", "work", null, "work", "work"] as const;
const owner: FloorActor = { id: "system", name: "System", right: "system" };

export const wholeFloor: Omit<Round, "seed"> = { floorSeconds: 60, zones: zoneIds.length, people: 6, without: new Set() };

/** A floor in trouble for a while, then left in peace until it has come to rest; what is wrong then is a mistake of ours. */
export async function runRound(round: Round): Promise<RoundResult> {
  const floor = open(round);
  const { world, rooms, tablets, journal } = floor;
  const problems: Problem[] = [];
  try {
    for (let atMs = lookEveryMs; problems.length === 0 && atMs < round.floorSeconds * 1_000; atMs += lookEveryMs) {
      await world.run(atMs);
      problems.push(...checkMeanwhile(floor));
    }
    await world.run(round.floorSeconds * 1_000);
    world.calm();
    for (const tablet of tablets) tablet.rest();
    for (const room of rooms) {
      room.stop();
      // Goods that were refused at a blocked bin can arrive now.
      insist(room, `end-${room.zoneId}`, bins);
    }
    await world.run(round.floorSeconds * 1_000 + restMs);
    const { problems: left, judged } = checkAtRest(floor);
    return { commands: journal.heard.size, faults: world.faults, problems: [...problems, ...left], judged, lines: journal.lines };
  } catch (error) {
    const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const judged = { histories: 0, operations: 0, undecided: 0 };
    const broken: Problem = { property: "it broke", what, about: [] };
    return { commands: journal.heard.size, faults: world.faults, problems: [broken], judged, lines: journal.lines };
  } finally {
    for (const { disk } of rooms) disk.close();
  }
}

function open({ seed, zones, people, without, floorSeconds }: Round): Floor {
  const world = createWorld(seed, without);
  const journal = createJournal();
  const rooms: SimulatedRoom[] = [];
  const outside = createOutside(world, (zoneId) => {
    const room = rooms.find((one) => one.zoneId === zoneId);
    if (room === undefined) throw new Error(`goods were sent to ${zoneId}, which is not there`);
    return room;
  });
  const draft = createDrafts(world.nowMs(), zoneIds.slice(0, zones));
  for (const zoneId of zoneIds.slice(0, zones)) {
    const settings = { leaseMs, correctionLimit: 5 };
    const room = new SimulatedRoom({ world, zoneId, settings, outside, witness: createWitness(world, journal, zoneId) });
    rooms.push(room);
    [bins, ...stockFor(floorSeconds)].forEach((command, index) => insist(room, `open-${zoneId}-${index}`, command));
  }
  const tablets = rooms.flatMap((room) =>
    Array.from({ length: people }, (_, index) => {
      const person = { id: `usr_${room.zoneId}_${index}`, name: `Person ${index}`, right: rights[index % rights.length] ?? null };
      return new Tablet({ world, room, person, journal, draft: (view) => draft({ world, zoneId: room.zoneId, person, view }) });
    }),
  );
  return { world, rooms, tablets, mirror: outside.mirror, numbers: outside.numbers, journal };
}

function insist(room: SimulatedRoom, id: string, command: CommandInput): void {
  for (;;) {
    try {
      const { reply } = room.command({ envelope: { id, command }, actor: owner });
      if (reply.kind !== "applied") throw new Error(`the floor could not be laid out: ${JSON.stringify(reply)}`);
      return;
    } catch (error) {
      if (!(error instanceof RoomStopped)) throw error;
    }
  }
}
